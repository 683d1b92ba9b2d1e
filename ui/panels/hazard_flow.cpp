// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/hazard_flow.h"

#include "ui/panels/row_pen.h"

#include <algorithm>

namespace ob::ui {
namespace {

QFont chipFont() { return panelFont(14, QFont::DemiBold); }

} // namespace

HazardFlow::HazardFlow(std::vector<HazardChip> chips, Theme theme, QWidget* parent)
    : QWidget(parent), m_chips(std::move(chips)), m_theme(theme) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setAccessibleName(spokenChips(m_chips));
}

std::vector<QRect> HazardFlow::places(int width) const {
    QFont const font = chipFont();
    int const gap = ChipPen::gap(font);
    std::vector<QRect> places;
    int x = 0;
    int y = 0;
    for (auto const& chip : m_chips) {
        QSize const size = ChipPen::sizeOf(chip, font);
        if (x > 0 && x + size.width() > width) {
            x = 0;
            y += size.height() + gap;
        }
        places.emplace_back(QPoint(x, y), QSize(std::min(size.width(), width), size.height()));
        x += size.width() + gap;
    }
    return places;
}

int HazardFlow::heightForWidth(int width) const {
    auto const all = places(width);
    return all.empty() ? 0 : all.back().bottom() + 1;
}

QSize HazardFlow::minimumSizeHint() const {
    return {0, m_chips.empty() ? 0 : ChipPen::sizeOf(m_chips.front(), chipFont()).height()};
}

void HazardFlow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    QFont const font = chipFont();
    ChipPen pen(painter, font, tokens(m_theme));
    auto const all = places(width());
    for (std::size_t index = 0; index < m_chips.size(); ++index)
        pen.draw(all[index], m_chips[index]);
}

} // namespace ob::ui
