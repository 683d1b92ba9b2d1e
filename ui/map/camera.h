// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/world.h"

#include <QPointF>
#include <QSizeF>

namespace ob::ui {

/// What the map shows: a value, north up. Zoom z makes the world 512·2^z logical pixels wide, so that tiles
/// of zoom z appear at 512 pixels.
class Camera {
  public:
    static constexpr double tileSize = 512;
    static constexpr double minZoom = 1;
    static constexpr double maxZoom = 20;

    Camera() = default;
    Camera(WorldPoint centre, double zoom, QSizeF size, double pixelRatio = 1);

    WorldPoint centre() const { return m_centre; }
    double zoom() const { return m_zoom; }
    QSizeF size() const { return m_size; }             ///< logical pixels
    double pixelRatio() const { return m_pixelRatio; } ///< device pixels per logical pixel
    double scale() const { return m_scale; }           ///< logical pixels per world
    double metresPerPixel() const;                     ///< on the ground, at the centre
    WorldBox box() const;

    QPointF toScreen(WorldPoint point) const {
        return {(point.x - m_centre.x) * m_scale + m_size.width() / 2,
                (point.y - m_centre.y) * m_scale + m_size.height() / 2};
    }
    WorldPoint toWorld(QPointF point) const;

    Camera sized(QSizeF size, double pixelRatio) const;
    Camera panned(QPointF pixels) const;                    ///< what was at p is at p + pixels
    Camera zoomedAbout(QPointF anchor, double zoom) const;  ///< what was at the anchor stays there
    Camera fitted(WorldBox box, double marginPixels) const; ///< the whole box in view
    Camera at(WorldPoint centre, double zoom) const;
    /// The nearest camera at which a tile is a whole number of device pixels and the centre on a pixel's
    /// edge: what is painted for it needs no scaling.
    Camera atRest() const;

    friend bool operator==(Camera const&, Camera const&) = default;

  private:
    WorldPoint m_centre{0.5, 0.5};
    double m_zoom = minZoom;
    QSizeF m_size{1, 1};
    double m_pixelRatio = 1;
    double m_scale = tileSize * 2; ///< kept: asked for with every point
};

} // namespace ob::ui
