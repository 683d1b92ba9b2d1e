// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/flat_header.h"

#include "ui/panels/row_pen.h"

#include <algorithm>

namespace ob::ui {

FlatHeader::FlatHeader(Console& console, Qt::Orientation orientation, QWidget* parent)
    : QHeaderView(orientation, parent), m_console(console) {
    setFrameShape(QFrame::NoFrame);
    setHighlightSections(false);
    connect(&console, &Console::themeChanged, viewport(), qOverload<>(&QWidget::update));
}

QSize FlatHeader::sizeHint() const {
    QSize const usual = QHeaderView::sizeHint();
    if (orientation() == Qt::Horizontal) return {usual.width(), scaled(26)};
    int width = scaled(60);
    QFontMetrics const metrics(panelFont(13));
    for (int section = 0; section < count(); ++section) {
        QString const words = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
        width = std::max(width, metrics.horizontalAdvance(words) + scaled(18));
    }
    return {std::min(width, std::max(scaled(60), parentWidget()->width() * 3 / 10)), usual.height()};
}

void FlatHeader::paintEvent(QPaintEvent* event) {
    QHeaderView::paintEvent(event);
    // Behind the last section the style would shade.
    QRect rest = viewport()->rect();
    if (orientation() == Qt::Horizontal)
        rest.setLeft(length() - offset());
    else
        rest.setTop(length() - offset());
    QPainter(viewport()).fillRect(rest, tokens(m_console.theme()).panel);
}

void FlatHeader::paintSection(QPainter* painter, QRect const& where, int section) const {
    Tokens const& colours = tokens(m_console.theme());
    RowPen pen(*painter, colours);
    painter->fillRect(where, colours.raised);
    painter->fillRect(QRect(where.left(), where.bottom(), where.width(), 1), colours.line);
    QString words = model()->headerData(section, orientation(), Qt::DisplayRole).toString();
    bool const isOrder = isSortIndicatorShown() && sortIndicatorSection() == section;
    if (isOrder)
        words += sortIndicatorOrder() == Qt::AscendingOrder ? QStringLiteral(" ▴") : QStringLiteral(" ▾");
    auto const align = model()->headerData(section, orientation(), Qt::TextAlignmentRole);
    pen.text(where.adjusted(scaled(8), 0, -scaled(8), 0), words,
             {.ink = isOrder ? colours.text : colours.muted,
              .pixels = 13,
              .align = align.isValid() ? Qt::Alignment(align.toInt()) : Qt::AlignLeft | Qt::AlignVCenter});
}

} // namespace ob::ui
