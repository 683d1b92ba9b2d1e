// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/outline.h"

#include "ui/map/line_chain.h"

#include <cmath>
#include <numeric>

namespace ob::ui {
namespace {

double lengthOf(QPointF way) { return std::hypot(way.x(), way.y()); }

void strokeDashes(QPainter& painter, std::vector<QPointF> const& line, QPen pen, QRectF const& area) {
    auto const dashes = pen.dashPattern();
    double const period = std::accumulate(dashes.begin(), dashes.end(), 0.0);
    double const width = std::max(1.0, pen.widthF());
    double before = 0;
    for (std::size_t i = 1; i < line.size(); ++i) {
        for (Polyline const& part : clipped({line[i - 1], line[i]}, area)) {
            double const at = (before + lengthOf(part.front() - line[i - 1])) / width;
            pen.setDashOffset(std::fmod(at, period));
            painter.setPen(pen);
            painter.drawLine(part.front(), part.back());
        }
        before += lengthOf(line[i] - line[i - 1]);
    }
}

} // namespace

QRectF paintedArea(QPainter const& painter) {
    constexpr double margin = 16;
    return painter.worldTransform()
        .inverted()
        .mapRect(QRectF(painter.viewport()))
        .adjusted(-margin, -margin, margin, margin);
}

void strokeSeen(QPainter& painter, std::vector<QPointF> const& line, QPen const& pen) {
    QRectF const area = paintedArea(painter);
    if (pen.style() != Qt::SolidLine) return strokeDashes(painter, line, pen, area);
    painter.setPen(pen);
    for (Polyline const& part : clipped(line, area))
        painter.drawPolyline(part.data(), static_cast<int>(part.size()));
}

} // namespace ob::ui
