// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/flat_header.h"

#include "ui/panels/row_pen.h"

namespace ob::ui {

FlatHeader::FlatHeader(Console& console, Qt::Orientation orientation, QWidget* parent)
    : QHeaderView(orientation, parent), m_console(console) {
    setFrameShape(QFrame::NoFrame);
    setHighlightSections(false);
    connect(&console, &Console::themeChanged, viewport(), qOverload<>(&QWidget::update));
}

QSize FlatHeader::sizeHint() const {
    QSize const usual = QHeaderView::sizeHint();
    return orientation() == Qt::Horizontal ? QSize(usual.width(), scaled(26))
                                           : QSize(scaled(120), usual.height());
}

void FlatHeader::paintEvent(QPaintEvent* event) {
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens(m_console.theme()).raised);
    painter.end();
    QHeaderView::paintEvent(event);
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
