// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/camera.h"
#include "ui/theme.h"

#include <QPainter>

#include <optional>
#include <vector>

namespace ob::ui {

enum class MapTool : std::uint8_t {
    Look, ///< drag moves the map, a click selects
    Measure,
    Point,
    Line,
    Polygon,
    Circle,
    Text, ///< a place to write at; whoever embeds the map asks for the words
};

/// What was drawn. A circle is its middle and a radius on the ground.
struct Drawing {
    MapTool tool = MapTool::Look;
    std::vector<WorldPoint> points;
    double radiusMetres = 0;
};

double lengthMetres(std::vector<WorldPoint> const& line);
double areaSquareMetres(std::vector<WorldPoint> const& ring); ///< on the ellipsoid's sphere, good to 1 %
QString lengthText(double metres);
QString areaText(double squareMetres);

/// A drawing in the making: clicks in, geometry out. Knows nothing of widgets.
class DrawTool {
  public:
    static constexpr std::size_t mostPoints = 2000;

    MapTool tool() const { return m_tool; }
    bool isDrawing() const { return m_tool != MapTool::Look; }
    /// Begins anew.
    void use(MapTool tool);
    /// A click; the finished drawing when this one ended it.
    std::optional<Drawing> click(WorldPoint point);
    void hover(WorldPoint point) { m_hover = point; }
    /// Enter or a double click; nothing while too little is drawn. A measurement stays until the next click.
    std::optional<Drawing> finish();
    void stepBack();
    void cancel();
    std::vector<WorldPoint> const& points() const { return m_points; }

    /// Logical pixels.
    void paint(QPainter& painter, Camera const& camera, Theme theme) const;

  private:
    MapTool m_tool = MapTool::Look;
    std::vector<WorldPoint> m_points;
    std::optional<WorldPoint> m_hover;
    bool m_isDone = false;

    std::vector<WorldPoint> shape() const; ///< with the point under the cursor
    std::optional<Drawing> done();
    void paintText(QPainter& painter, QPointF at, QString const& text, Theme theme) const;
};

} // namespace ob::ui
