// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/area_layer.h"

#include "ui/map/map_style.h"
#include "ui/map/outline.h"

#include <QPainterPath>

#include <cmath>
#include <utility>
#include <vector>

namespace ob::ui {
namespace {

struct AreaShape {
    QPainterPath path;
    std::vector<std::vector<QPointF>> rings; ///< closed
    AreaKind kind;
    QString name;
};

AreaShape shapeOf(AreaMark const& area, Camera const& camera) {
    AreaShape shape{.path = {}, .rings = {}, .kind = area.kind, .name = area.name};
    shape.path.setFillRule(Qt::OddEvenFill);
    for (std::vector<WorldPoint> const& ring : area.rings) {
        QPolygonF polygon;
        for (WorldPoint const& point : ring)
            polygon << camera.toScreen(point) * camera.pixelRatio();
        if (polygon.isEmpty()) continue;
        polygon << polygon.front();
        shape.path.addPolygon(polygon);
        shape.rings.emplace_back(polygon.begin(), polygon.end());
    }
    return shape;
}

void paintArea(QPainter& painter, AreaShape const& shape, Tokens const& t, double ratio) {
    QColor veil = t.text;
    QBrush brush = Qt::NoBrush;
    QPen pen(t.muted, 1.4 * ratio);
    switch (shape.kind) {
    case AreaKind::District: pen.setDashPattern({8, 3, 2, 3}); break;
    case AreaKind::Geofence:
        veil.setAlpha(16);
        brush = veil;
        pen.setDashPattern({5, 4});
        break;
    case AreaKind::Cordon:
        veil.setAlpha(28);
        brush = veil;
        pen = QPen(t.text, 2 * ratio);
        break;
    case AreaKind::Reach:
        veil.setAlpha(22);
        brush = veil;
        pen = QPen(t.muted, 1 * ratio);
        break;
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(brush);
    painter.drawPath(shape.path);
    for (std::vector<QPointF> const& ring : shape.rings)
        strokeSeen(painter, ring, pen);
    if (shape.kind == AreaKind::District) return;
    painter.setPen(Qt::NoPen);
    veil.setAlpha(60);
    QBrush hatch(veil, shape.kind == AreaKind::Cordon ? Qt::DiagCrossPattern : Qt::BDiagPattern);
    hatch.setTransform(QTransform::fromScale(ratio, ratio));
    painter.setBrush(hatch);
    painter.setBrushOrigin(shape.path.boundingRect().topLeft().toPoint()); // lies on the ground
    if (shape.kind != AreaKind::Reach) painter.drawPath(shape.path);
}

double niceStep(double degrees) {
    double const steps[] = {30,   15,   10,   5,     2,     1,     0.5,    0.2,    0.1,
                            0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 0.0005, 0.0002, 0.0001};
    double best = steps[0];
    for (double const step : steps)
        if (step >= degrees) best = step;
    return best;
}

} // namespace

void appendAreas(DisplayList& list, std::vector<AreaMark> const& areas, Camera const& camera, Theme theme) {
    std::vector<AreaShape> shapes;
    QRectF const view(QPointF(0, 0), camera.size() * camera.pixelRatio());
    for (AreaMark const& area : areas) {
        AreaShape shape = shapeOf(area, camera);
        if (shape.path.boundingRect().intersects(view)) shapes.push_back(std::move(shape));
    }
    if (shapes.empty()) return;
    list.shapes.push_back([shapes, &t = tokens(theme), ratio = camera.pixelRatio()](QPainter& painter) {
        painter.setRenderHint(QPainter::Antialiasing);
        for (AreaShape const& shape : shapes)
            paintArea(painter, shape, t, ratio);
        painter.setFont(uiFont(static_cast<int>(12 * ratio), QFont::Medium));
        painter.setPen(t.muted);
        for (AreaShape const& shape : shapes)
            if (!shape.name.isEmpty())
                painter.drawText(shape.path.boundingRect().adjusted(0, 6 * ratio, 0, 0),
                                 Qt::AlignHCenter | Qt::AlignTop | Qt::TextDontClip, shape.name);
    });
}

void appendGraticule(DisplayList& list, Camera const& camera, Theme theme) {
    double const ratio = camera.pixelRatio();
    QSizeF const size = camera.size() * ratio;
    auto const low = placeOf(camera.toWorld({0, camera.size().height()}));
    auto const high = placeOf(camera.toWorld({camera.size().width(), 0}));
    double const step = niceStep(360 / camera.scale() * 110);
    int const digits = step >= 1 ? 0 : static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    struct GridLine {
        double at;
        QString text;
    };
    std::vector<GridLine> across;
    std::vector<GridLine> down;
    auto const numberText = [digits](double degrees, char16_t positive, char16_t negative) {
        return QString::number(std::abs(degrees), 'f', digits) + QStringLiteral("° ")
               + QChar(degrees < 0 ? negative : positive);
    };
    for (double k = std::ceil(low.latitude() / step); k * step <= high.latitude(); ++k)
        across.push_back({std::round(camera.toScreen(worldOfDegrees(k * step, 0)).y() * ratio) + 0.5,
                          numberText(k * step, u'N', u'S')});
    for (double k = std::ceil(low.longitude() / step); k * step <= high.longitude(); ++k)
        down.push_back({std::round(camera.toScreen(worldOfDegrees(0, k * step)).x() * ratio) + 0.5,
                        numberText(k * step, u'E', u'W')});
    MapStyle const style(theme);
    list.shapes.push_back(
        [across, down, size, ratio, line = style.grid(), ink = tokens(theme).muted](QPainter& painter) {
            painter.setPen(QPen(line, ratio));
            for (GridLine const& row : across)
                painter.drawLine(QPointF(0, row.at), QPointF(size.width(), row.at));
            for (GridLine const& column : down)
                painter.drawLine(QPointF(column.at, 0), QPointF(column.at, size.height()));
            painter.setFont(uiFont(static_cast<int>(12 * ratio)));
            painter.setPen(ink);
            for (GridLine const& row : across)
                painter.drawText(QPointF(6 * ratio, row.at - 4 * ratio), row.text);
            for (GridLine const& column : down)
                painter.drawText(QPointF(column.at + 4 * ratio, 16 * ratio), column.text);
        });
}

} // namespace ob::ui
