// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/tick_line.h"

#include "ui/panels/row_pen.h"
#include "ui/theme.h"

#include <QPainter>

namespace ob::ui {
namespace {

int left() { return scaled(28); } ///< of the text
int right() { return scaled(8); }
int box() { return scaled(12); }
int above() { return scaled(2); }

} // namespace

TickLine::TickLine(QString const& text, QWidget* parent) : QAbstractButton(parent) {
    setCheckable(true);
    setText(text);
    setAccessibleName(text);
    setFocusPolicy(Qt::StrongFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize TickLine::sizeHint() const { return {scaled(320), heightForWidth(scaled(320))}; }

int TickLine::heightForWidth(int width) const {
    QRect const room(0, 0, width - left() - right(), 1000);
    int const text = QFontMetrics(panelFont(14)).boundingRect(room, Qt::TextWordWrap, this->text()).height();
    return text + 2 * above();
}

void TickLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (hasFocus()) painter.fillRect(rect(), palette().color(QPalette::Highlight));
    QColor const muted = palette().color(QPalette::PlaceholderText);
    QFont const font = panelFont(14);
    QRect const square(right(), above() + (QFontMetrics(font).height() - box()) / 2, box(), box());
    painter.setPen(muted);
    painter.drawRect(square);
    if (isChecked()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Text), 1.6));
        auto const at = [&](double x, double y) {
            return QPointF(square.left() + x * box() / 12, square.top() + y * box() / 12);
        };
        painter.drawPolyline(QPolygonF({at(3, 6), at(5.5, 9), at(10, 3)}));
    }
    painter.setFont(font);
    painter.setPen(isChecked() ? muted : palette().color(QPalette::Text));
    painter.drawText(rect().adjusted(left(), above(), -right(), 0), Qt::TextWordWrap, text());
}

} // namespace ob::ui
