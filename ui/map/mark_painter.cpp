// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/mark_painter.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <cmath>
#include <numbers>

namespace ob::ui {
namespace {

using Look = MarkAtlas::Look;

/// A canvas of so many logical pixels with the origin in its middle.
class Canvas {
  public:
    Canvas(Look const& look, QSizeF size)
        : m_image((size * look.pixelRatio).toSize() + QSize(2, 2), QImage::Format_ARGB32_Premultiplied) {
        m_image.fill(Qt::transparent);
        m_painter.begin(&m_image);
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_anchor = QPoint(m_image.width() / 2, m_image.height() / 2);
        m_painter.translate(m_anchor);
        m_painter.scale(look.pixelRatio, look.pixelRatio);
    }
    QPainter* operator->() { return &m_painter; }
    Sprite sprite() {
        m_painter.end();
        return trimmed({m_image, m_anchor});
    }

    void write(QString const& text, QPointF middle, int pixels, QFont::Weight weight, QColor colour) {
        QFont const font = uiFont(pixels, weight);
        QFontMetricsF const metrics(font);
        m_painter.setFont(font);
        m_painter.setPen(colour);
        QRectF const ink = metrics.tightBoundingRect(text);
        m_painter.drawText(middle - ink.center(), text);
    }

  private:
    QImage m_image;
    QPainter m_painter;
    QPoint m_anchor;
};

QRectF square(double size) { return {-size / 2, -size / 2, size, size}; }

/// A small plate at the corner, with the letter of the state.
void paintBadge(Canvas& canvas, Tokens const& t, MarkState state) {
    QString const letter = stateLetter(state);
    if (letter.isEmpty()) return;
    QPointF const middle(9.5, -9.5);
    QRectF const plate(middle.x() - 6, middle.y() - 6, 12, 12);
    canvas->setPen(QPen(t.halo, 1.5));
    canvas->setBrush(t.text);
    canvas->drawRoundedRect(plate, 3, 3);
    canvas.write(letter, middle, 10, QFont::Bold, t.halo);
}

QPolygonF hexagon(double radius) {
    QPolygonF shape;
    for (int i = 0; i < 6; ++i) {
        double const angle = std::numbers::pi * (2 * i + 1) / 6;
        shape << QPointF(radius * std::cos(angle), radius * std::sin(angle));
    }
    return shape;
}

QPolygonF triangle(double size) {
    double const half = size / 2;
    return QPolygonF(
        {QPointF(0, -half), QPointF(half * 1.08, half * 0.86), QPointF(-half * 1.08, half * 0.86)});
}

} // namespace

Sprite paintUnit(Look const& look, MarkAgency agency, MarkState state, bool isStale) {
    Tokens const& t = tokens(look.theme);
    Canvas canvas(look, QSizeF(40, 40));
    bool const isFilled = state == MarkState::OnScene;
    bool const isOut = state == MarkState::OutOfService;
    QColor const rim = isOut || isStale ? t.muted : t.text;
    QColor const ground = isFilled ? rim : t.panel;
    QColor const ink = isFilled ? t.panel : rim;
    double const size = MarkAtlas::unitSize - 2;
    canvas->setPen(QPen(t.halo, 4)); // sets it off from what it lies on
    canvas->setBrush(t.halo);
    canvas->drawRoundedRect(square(size), 4, 4);
    QPen pen(rim, state == MarkState::Available || isOut ? 1.4 : 2);
    if (isStale) {
        pen.setDashPattern({2, 1.6});
        pen.setCapStyle(Qt::FlatCap);
    }
    canvas->setPen(pen);
    canvas->setBrush(ground);
    canvas->drawRoundedRect(square(size), 4, 4);
    if (state == MarkState::Transporting)
        canvas->fillRect(QRectF(-size / 2 + 2, size / 2 - 4.5, size - 4, 2.5), rim);
    bool const isChinese = look.language == Language::Chinese;
    QPointF const middle(0, state == MarkState::Transporting ? -1.5 : 0);
    canvas.write(agencyLetter(agency, look.language), middle, isChinese ? 14 : 11, QFont::DemiBold, ink);
    if (isOut) {
        canvas->setPen(QPen(rim, 1.6));
        canvas->drawLine(square(size - 3).bottomLeft(), square(size - 3).topRight());
    }
    paintBadge(canvas, t, state);
    return canvas.sprite();
}

Sprite paintIncident(Look const& look, core::Priority priority, bool isMajor, bool isDrill) {
    Tokens const& t = tokens(look.theme);
    std::size_t const level = static_cast<std::size_t>(priority) - 1;
    Canvas canvas(look, QSizeF(44, 44));
    QPolygonF const shape = isMajor ? hexagon(15) : triangle(MarkAtlas::incidentSize);
    QPen edge(t.halo, 4);
    edge.setJoinStyle(Qt::RoundJoin);
    canvas->setPen(edge);
    canvas->setBrush(t.halo);
    canvas->drawPolygon(shape);
    bool const isYellow = priority == core::Priority::P3;
    edge = QPen(isYellow && look.theme == Theme::Day ? t.text : t.priority[level], 1.6);
    edge.setJoinStyle(Qt::RoundJoin);
    canvas->setPen(edge);
    canvas->setBrush(t.priority[level]);
    canvas->drawPolygon(shape);
    if (isDrill) {
        QPainterPath clip;
        clip.addPolygon(shape);
        canvas->save();
        canvas->setClipPath(clip);
        canvas->fillRect(square(40), t.halo);
        canvas->setPen(QPen(t.priority[level], 1.6));
        for (int shift = -40; shift <= 40; shift += 5) {
            canvas->drawLine(QPointF(shift - 20, 20), QPointF(shift + 20, -20));
            canvas->drawLine(QPointF(shift - 20, -20), QPointF(shift + 20, 20));
        }
        canvas->restore();
        canvas->setPen(QPen(t.priority[level], 2));
        canvas->setBrush(Qt::NoBrush);
        canvas->drawPolygon(shape);
        canvas->setPen(Qt::NoPen);
        canvas->setBrush(t.priority[level]);
        canvas->drawEllipse(QPointF(0, isMajor ? 0 : 4), 7, 7);
    }
    canvas.write(QString::number(static_cast<int>(priority)), QPointF(0, isMajor ? 0 : 3.6),
                 isMajor ? 16 : 14, QFont::Bold, t.numeral[level]);
    return canvas.sprite();
}

Sprite paintFacility(Look const& look, SymbolName symbol) {
    Tokens const& t = tokens(look.theme);
    Canvas canvas(look, QSizeF(24, 24));
    double const size = MarkAtlas::facilitySize;
    canvas->setPen(QPen(t.halo, 2));
    canvas->setBrush(t.raised);
    canvas->drawEllipse(QPointF(0, 0), size / 2 + 2, size / 2 + 2);
    int const pixels = static_cast<int>(std::lround((size - 3) * look.pixelRatio));
    QImage const drawing = symbolImage(symbol, pixels, t.text);
    canvas->scale(1 / look.pixelRatio, 1 / look.pixelRatio);
    canvas->drawImage(QPoint(-pixels / 2, -pixels / 2), drawing);
    return canvas.sprite();
}

Sprite paintDot(Look const& look) {
    Tokens const& t = tokens(look.theme);
    Canvas canvas(look, QSizeF(7, 7));
    canvas->setPen(QPen(t.halo, 1));
    canvas->setBrush(t.text);
    canvas->drawEllipse(QPointF(0, 0), 2.6, 2.6);
    return canvas.sprite();
}

Sprite paintUnitRing(Look const& look) {
    Tokens const& t = tokens(look.theme);
    Canvas canvas(look, QSizeF(40, 40));
    canvas->setPen(QPen(t.halo, 4));
    canvas->setBrush(Qt::NoBrush);
    canvas->drawRoundedRect(square(30), 7, 7);
    canvas->setPen(QPen(t.selectionRing, 2));
    canvas->drawRoundedRect(square(30), 7, 7);
    return canvas.sprite();
}

Sprite paintIncidentRing(Look const& look) {
    Tokens const& t = tokens(look.theme);
    Canvas canvas(look, QSizeF(58, 58));
    canvas->setBrush(Qt::NoBrush);
    canvas->setPen(QPen(t.halo, 4));
    canvas->drawEllipse(QPointF(0, 0), 24, 24);
    canvas->setPen(QPen(t.selectionRing, 2));
    canvas->drawEllipse(QPointF(0, 0), 24, 24);
    return canvas.sprite();
}

Sprite paintDistressRing(Look const& look) {
    Tokens const& t = tokens(look.theme);
    Canvas canvas(look, QSizeF(46, 46));
    canvas->setBrush(Qt::NoBrush);
    canvas->setPen(QPen(t.halo, 6));
    canvas->drawRoundedRect(square(33), 8, 8);
    canvas->setPen(QPen(t.priority[0], 3.5));
    canvas->drawRoundedRect(square(33), 8, 8);
    return canvas.sprite();
}

Sprite paintPlate(Look const& look, int logicalWidth) {
    Tokens const& t = tokens(look.theme);
    Canvas canvas(look, QSizeF(logicalWidth + 4, 24));
    QRectF const plate(-logicalWidth / 2.0, -10, logicalWidth, 20);
    canvas->setPen(QPen(t.halo, 3));
    canvas->setBrush(t.panel);
    canvas->drawRoundedRect(plate, 10, 10);
    canvas->setPen(QPen(t.muted, 1));
    canvas->drawRoundedRect(plate, 10, 10);
    return canvas.sprite();
}

Sprite paintInk(Look const& look, QString const& text, int pixels, QFont::Weight weight) {
    QFontMetricsF const metrics(uiFont(pixels, weight));
    Canvas canvas(look, QSizeF(metrics.horizontalAdvance(text), pixels * 1.4));
    canvas->setFont(uiFont(pixels, weight));
    canvas->setPen(tokens(look.theme).text);
    canvas->drawText(QPointF(-metrics.horizontalAdvance(text) / 2, pixels * 0.37), text);
    return canvas.sprite();
}

} // namespace ob::ui
