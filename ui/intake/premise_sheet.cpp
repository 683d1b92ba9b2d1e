// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/premise_sheet.h"

#include "ui/console/flat_button.h"
#include "ui/intake/heading.h"
#include "ui/panels/premise_details.h"
#include "ui/panels/row_pen.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr int sheetWidth = 400;
constexpr int headerHeight = 34;
constexpr int margin = 8;

} // namespace

PremiseSheet::PremiseSheet(Console& console, QWidget& panel)
    : QWidget(panel.window()), m_console(console), m_panel(panel), m_title(new Heading(this)),
      m_close(new FlatButton(FlatButton::Weight::Other, this)), m_details(new PremiseDetails(console, this)) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 1, 1, 1);
    layout->setSpacing(0);
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(0, 4, margin, 2);
    row->addWidget(m_title, 1);
    row->addWidget(m_close);
    layout->addLayout(row);
    layout->addWidget(m_details, 1);
    m_close->setFocusPolicy(Qt::ClickFocus);
    connect(m_close, &QAbstractButton::clicked, this, &QWidget::hide);
    connect(&console, &Console::themeChanged, this, &PremiseSheet::dress);
    dress();
    retranslate();
    hide();
}

void PremiseSheet::dress() { setPalette(ui::palette(m_console.theme())); }

void PremiseSheet::retranslate() {
    m_title->say(tr("Hazards at this place"));
    m_close->name(tr("Close"), QStringLiteral("Esc"));
    setAccessibleName(tr("Hazards at this place"));
    m_details->retranslate();
}

void PremiseSheet::show(std::vector<core::PremiseFound> found) {
    if (found.empty()) hide();
    m_details->show(std::move(found));
    if (isVisible()) place();
}

void PremiseSheet::open() {
    if (m_details->found().empty()) return;
    place();
    QWidget::show();
    raise();
}

/// What it shows has another height now: a contact was told, or the fonts are known at last.
bool PremiseSheet::event(QEvent* event) {
    bool const isTaken = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest && isVisible()) place();
    return isTaken;
}

void PremiseSheet::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    painter.fillRect(rect(), colours.muted);
    painter.fillRect(rect().adjusted(1, 1, -1, -1), colours.panel);
}

/// On the side where there is more room; without any over the lower end of the panel.
void PremiseSheet::place() {
    QWidget const& ground = *parentWidget();
    QRect const panel(m_panel.mapTo(&ground, QPoint()), m_panel.size());
    int const right = ground.width() - panel.right() - 1;
    int const left = panel.left();
    int const width = std::min({scaled(sheetWidth), std::max({left, right, panel.width()}) - 2 * margin,
                                ground.width() - 2 * margin});
    int const height = m_details->heightFor(width - 2) + headerHeight + 4;
    bool const fitsBeside = std::max(left, right) >= width + 2 * margin;
    int const x = !fitsBeside    ? panel.left() + margin
                  : right > left ? panel.right() + margin
                                 : panel.left() - width - margin;
    int const top =
        fitsBeside ? panel.top() + margin : std::max(panel.top(), panel.bottom() - height - margin);
    setGeometry(x, top, width, std::min(height, ground.height() - top - margin));
}

} // namespace ob::ui
