// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/draw_tool.h"

#include "ui/map/outline.h"

#include <QCoreApplication>
#include <QFontMetricsF>

#include <cmath>
#include <numbers>
#include <utility>

namespace ob::ui {
namespace {

class DrawText {
    Q_DECLARE_TR_FUNCTIONS(DrawText)
  public:
    static QString metres(double value) { return tr("%1 m").arg(value, 0, 'f', value < 10 ? 1 : 0); }
    static QString kilometres(double value) { return tr("%1 km").arg(value, 0, 'f', value < 100 ? 2 : 0); }
    static QString squareMetres(double value) { return tr("%1 m²").arg(value, 0, 'f', 0); }
    static QString squareKilometres(double value) {
        return tr("%1 km²").arg(value, 0, 'f', value < 100 ? 2 : 0);
    }
};

std::size_t fewestPoints(MapTool tool) {
    switch (tool) {
    case MapTool::Look: return 0;
    case MapTool::Point:
    case MapTool::Text: return 1;
    case MapTool::Measure:
    case MapTool::Line:
    case MapTool::Circle: return 2;
    case MapTool::Polygon: return 3;
    }
    return 0;
}

} // namespace

double lengthMetres(std::vector<WorldPoint> const& line) {
    double metres = 0;
    for (std::size_t i = 1; i < line.size(); ++i)
        metres += core::distanceMetres(placeOf(line[i - 1]), placeOf(line[i]));
    return metres;
}

double areaSquareMetres(std::vector<WorldPoint> const& ring) {
    if (ring.size() < 3) return 0;
    double const scale = metresPerWorld(ring.front());
    double sum = 0;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        WorldPoint const a = ring[i];
        WorldPoint const b = ring[(i + 1) % ring.size()];
        sum +=
            (a.x - ring.front().x) * (b.y - ring.front().y) - (b.x - ring.front().x) * (a.y - ring.front().y);
    }
    return std::abs(sum) / 2 * scale * scale;
}

QString lengthText(double metres) {
    return metres < 1000 ? DrawText::metres(metres) : DrawText::kilometres(metres / 1000);
}

QString areaText(double squareMetres) {
    return squareMetres < 100'000 ? DrawText::squareMetres(squareMetres)
                                  : DrawText::squareKilometres(squareMetres / 1e6);
}

void DrawTool::use(MapTool tool) {
    m_tool = tool;
    m_points.clear();
    m_hover.reset();
    m_isDone = false;
}

std::optional<Drawing> DrawTool::done() {
    Drawing drawing{m_tool, m_points, 0};
    if (m_tool == MapTool::Circle) {
        drawing.radiusMetres = lengthMetres(m_points);
        drawing.points.resize(1);
    }
    if (m_tool == MapTool::Measure)
        m_isDone = true;
    else
        use(m_tool);
    return drawing;
}

std::optional<Drawing> DrawTool::click(WorldPoint point) {
    if (!isDrawing()) return std::nullopt;
    if (m_isDone) use(m_tool);
    if (m_points.size() < mostPoints && (m_points.empty() || m_points.back() != point))
        m_points.push_back(point);
    bool const isWhole = m_tool == MapTool::Point || m_tool == MapTool::Text
                         || (m_tool == MapTool::Circle && m_points.size() == 2);
    return isWhole ? done() : std::nullopt;
}

std::optional<Drawing> DrawTool::finish() {
    if (!isDrawing() || m_isDone || m_points.size() < fewestPoints(m_tool)) return std::nullopt;
    return done();
}

void DrawTool::stepBack() {
    if (!m_points.empty()) m_points.pop_back();
    m_isDone = false;
}

void DrawTool::cancel() { use(m_points.empty() ? MapTool::Look : m_tool); }

std::vector<WorldPoint> DrawTool::shape() const {
    std::vector<WorldPoint> points = m_points;
    if (m_hover && !m_isDone && !points.empty()) points.push_back(*m_hover);
    return points;
}

void DrawTool::paintText(QPainter& painter, QPointF at, QString const& text, Theme theme) const {
    Tokens const& t = tokens(theme);
    QFont const font = uiFont(13, QFont::DemiBold);
    QFontMetricsF const metrics(font);
    QRectF box(at + QPointF(12, -26), QSizeF(metrics.horizontalAdvance(text) + 12, 22));
    painter.setFont(font);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.panel);
    painter.drawRoundedRect(box, 3, 3);
    painter.setPen(t.text);
    painter.drawText(box, Qt::AlignCenter, text);
}

/// A circle as a line, fine enough for any screen where a part of it can be told from the whole.
static std::vector<QPointF> circleAround(QPointF middle, QPointF edge) {
    constexpr int corners = 720;
    double const radius = QLineF(middle, edge).length();
    std::vector<QPointF> points;
    for (int i = 0; i <= corners; ++i) {
        double const angle = 2 * std::numbers::pi * i / corners;
        points.push_back(middle + QPointF(std::cos(angle), std::sin(angle)) * radius);
    }
    return points;
}

void DrawTool::paint(QPainter& painter, Camera const& camera, Theme theme) const {
    std::vector<WorldPoint> const points = shape();
    if (points.empty()) return;
    Tokens const& t = tokens(theme);
    std::vector<QPointF> line;
    for (WorldPoint const& point : points)
        line.push_back(camera.toScreen(point));
    painter.setRenderHint(QPainter::Antialiasing);
    std::vector<QPointF> outline = line;
    if (m_tool == MapTool::Circle && line.size() > 1) outline = circleAround(line[0], line[1]);
    if (m_tool == MapTool::Polygon) outline.push_back(line.front());
    if (m_tool == MapTool::Polygon || m_tool == MapTool::Circle) {
        QColor fill = t.selectedEdge;
        fill.setAlpha(50);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(outline.data(), static_cast<int>(outline.size()));
    }
    painter.setBrush(Qt::NoBrush);
    Qt::PenStyle const style = m_isDone ? Qt::SolidLine : Qt::DashLine;
    for (QPen const& pen : {QPen(t.halo, 4), QPen(t.selectionRing, 2, style)}) {
        strokeSeen(painter, outline, pen);
        if (m_tool == MapTool::Circle) strokeSeen(painter, line, pen);
    }
    painter.setPen(QPen(t.selectionRing, 2));
    painter.setBrush(t.panel);
    for (WorldPoint const& point : m_points)
        painter.drawEllipse(camera.toScreen(point), 4, 4);
    if (m_tool == MapTool::Polygon && points.size() > 2)
        paintText(painter, line.back(), areaText(areaSquareMetres(points)), theme);
    else if (points.size() > 1)
        paintText(painter, line.back(), lengthText(lengthMetres(points)), theme);
}

} // namespace ob::ui
