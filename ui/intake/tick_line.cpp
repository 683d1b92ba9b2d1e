// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/tick_line.h"

#include "ui/theme.h"

#include <QPainter>

namespace ob::ui {
namespace {

constexpr int left = 28; ///< of the text
constexpr int right = 8;
constexpr int box = 12;
constexpr int above = 2;

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

QSize TickLine::sizeHint() const { return {320, heightForWidth(320)}; }

int TickLine::heightForWidth(int width) const {
    QRect const room(0, 0, width - left - right, 1000);
    int const text = QFontMetrics(uiFont(14)).boundingRect(room, Qt::TextWordWrap, this->text()).height();
    return text + 2 * above;
}

void TickLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (hasFocus()) painter.fillRect(rect(), palette().color(QPalette::Highlight));
    QColor const muted = palette().color(QPalette::PlaceholderText);
    QFont const font = uiFont(14);
    QRect const square(8, above + (QFontMetrics(font).height() - box) / 2, box, box);
    painter.setPen(muted);
    painter.drawRect(square);
    if (isChecked()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(palette().color(QPalette::Text), 1.6));
        painter.drawPolyline(QPolygonF({QPointF(square.left() + 3, square.top() + 6),
                                        QPointF(square.left() + 5.5, square.top() + 9),
                                        QPointF(square.left() + 10, square.top() + 3)}));
    }
    painter.setFont(font);
    painter.setPen(isChecked() ? muted : palette().color(QPalette::Text));
    painter.drawText(rect().adjusted(left, above, -right, 0), Qt::TextWordWrap, text());
}

} // namespace ob::ui
