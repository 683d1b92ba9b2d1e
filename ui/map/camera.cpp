// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/camera.h"

#include <algorithm>
#include <cmath>

namespace ob::ui {

Camera::Camera(WorldPoint centre, double zoom, QSizeF size, double pixelRatio)
    : m_centre{std::clamp(centre.x, 0.0, 1.0), std::clamp(centre.y, 0.0, 1.0)},
      m_zoom(std::clamp(zoom, minZoom, maxZoom)),
      m_size(std::max(1.0, size.width()), std::max(1.0, size.height())), m_pixelRatio(pixelRatio),
      m_scale(tileSize * std::exp2(m_zoom)) {}

double Camera::metresPerPixel() const { return metresPerWorld(m_centre) / scale(); }

WorldBox Camera::box() const { return {toWorld({0, 0}), toWorld({m_size.width(), m_size.height()})}; }

WorldPoint Camera::toWorld(QPointF point) const {
    return {m_centre.x + (point.x() - m_size.width() / 2) / scale(),
            m_centre.y + (point.y() - m_size.height() / 2) / scale()};
}

Camera Camera::sized(QSizeF size, double pixelRatio) const { return {m_centre, m_zoom, size, pixelRatio}; }

Camera Camera::panned(QPointF pixels) const {
    return at({m_centre.x - pixels.x() / scale(), m_centre.y - pixels.y() / scale()}, m_zoom);
}

Camera Camera::zoomedAbout(QPointF anchor, double zoom) const {
    WorldPoint const fixed = toWorld(anchor);
    Camera const zoomed = at(m_centre, zoom);
    return zoomed.panned(anchor - zoomed.toScreen(fixed));
}

Camera Camera::fitted(WorldBox box, double marginPixels) const {
    double const width = std::max(1.0, m_size.width() - 2 * marginPixels);
    double const height = std::max(1.0, m_size.height() - 2 * marginPixels);
    double const across = std::max(box.bottomRight.x - box.topLeft.x, 1e-9);
    double const down = std::max(box.bottomRight.y - box.topLeft.y, 1e-9);
    return at(box.centre(), std::log2(std::min(width / across, height / down) / tileSize));
}

Camera Camera::at(WorldPoint centre, double zoom) const { return {centre, zoom, m_size, m_pixelRatio}; }

Camera Camera::atRest() const {
    double const whole = std::floor(m_zoom);
    double const tile = std::round(tileSize * m_pixelRatio * std::exp2(m_zoom - whole));
    Camera rest = at(m_centre, whole + std::log2(tile / (tileSize * m_pixelRatio)));
    // The upper left corner of the view on a device pixel of the world.
    double const pixels = rest.scale() * m_pixelRatio;
    double const halfWidth = m_size.width() * m_pixelRatio / 2;
    double const halfHeight = m_size.height() * m_pixelRatio / 2;
    rest.m_centre = {(std::round(m_centre.x * pixels - halfWidth) + halfWidth) / pixels,
                     (std::round(m_centre.y * pixels - halfHeight) + halfHeight) / pixels};
    return rest;
}

} // namespace ob::ui
