// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/fact_list.h"

#include "ui/panels/row_pen.h"

#include <algorithm>

namespace ob::ui {
namespace {

constexpr int wordPixels = 14;
constexpr int timePixels = 13;

int nameWidth() { return scaled(72); }
int edge() { return scaled(10); }
int rowHeight() { return scaled(22); }

int asideWidth(UnitFact const& fact) {
    if (fact.aside.isEmpty()) return 0;
    bool const isChip = fact.tone == UnitFact::Tone::Late;
    QFontMetrics const metrics(isChip ? panelFont(14, QFont::DemiBold) : panelFont(timePixels));
    return metrics.horizontalAdvance(fact.aside) + scaled(isChip ? 12 : 0) + scaled(8);
}

} // namespace

FactList::FactList(Console& console, QWidget* parent) : QWidget(parent), m_console(console) {
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    connect(&console, &Console::themeChanged, this, [this] { update(); });
}

void FactList::show(std::vector<UnitFact> facts) {
    if (facts == m_facts) return;
    bool const isSameShape = std::ranges::equal(facts, m_facts, {}, &UnitFact::words, &UnitFact::words);
    m_facts = std::move(facts);
    update();
    if (isSameShape) return; // only times went on
    QStringList words;
    for (auto const& fact : m_facts)
        words << (fact.name.isEmpty() ? fact.words : fact.name + QLatin1Char(' ') + fact.words);
    setAccessibleName(words.join(QStringLiteral(", ")));
    updateGeometry();
}

/// Where the words of a fact stand; as high as they need.
QRect FactList::wordsOf(UnitFact const& fact, int top, int width) const {
    int const left = edge() + nameWidth();
    int const room = std::max(scaled(60), width - left - edge() - asideWidth(fact));
    QRect const needed =
        QFontMetrics(panelFont(wordPixels))
            .boundingRect(QRect(0, 0, room, 10'000), Qt::TextWordWrap | Qt::AlignLeft, fact.words);
    return {left, top, room, std::max(rowHeight(), needed.height() + scaled(3))};
}

int FactList::heightForWidth(int width) const {
    int height = scaled(8);
    for (auto const& fact : m_facts)
        height += wordsOf(fact, 0, width).height();
    return height;
}

QSize FactList::sizeHint() const { return {scaled(380), heightForWidth(scaled(380))}; }
QSize FactList::minimumSizeHint() const { return {scaled(240), rowHeight()}; }

void FactList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    painter.fillRect(rect(), colours.panel);
    RowPen pen(painter, colours);
    int top = scaled(4);
    for (auto const& fact : m_facts) {
        QRect const words = wordsOf(fact, top, width());
        QRect const first(0, top, width(), rowHeight());
        pen.text(first.adjusted(edge(), 0, 0, 0), fact.name, {.ink = colours.muted, .pixels = timePixels});
        painter.setFont(panelFont(wordPixels));
        painter.setPen(fact.tone == UnitFact::Tone::Quiet ? colours.muted : colours.text);
        int const lift = (rowHeight() - QFontMetrics(panelFont(wordPixels)).height()) / 2;
        painter.drawText(words.adjusted(0, lift, 0, lift), Qt::TextWordWrap | Qt::AlignLeft, fact.words);
        QRect const aside = first.adjusted(0, 0, -edge(), 0);
        if (fact.tone == UnitFact::Tone::Late)
            pen.chip(aside, fact.aside, colours.priority[0], colours.numeral[0]);
        else
            pen.text(
                aside, fact.aside,
                {.ink = colours.muted, .pixels = timePixels, .align = Qt::AlignRight | Qt::AlignVCenter});
        top += words.height();
    }
}

} // namespace ob::ui
