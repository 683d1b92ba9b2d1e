// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/camera.h"

#include <optional>

namespace ob::ui {

/// How the view gets from one place to another. Times are milliseconds of any steady clock, given by the
/// caller.
class CameraMotion {
  public:
    using Milliseconds = double;

    explicit CameraMotion(Camera camera = {}) : m_to(camera.atRest()) {}

    Camera at(Milliseconds now) const;
    bool isMoving(Milliseconds now) const { return m_run && now < m_run->begin + m_run->duration; }
    /// Where it ends.
    Camera const& target() const { return m_to; }

    void jump(Camera camera);
    void resize(QSizeF size, double pixelRatio);
    /// About the anchor; further steps while it runs add up.
    void zoomBy(double steps, QPointF anchor, Milliseconds now);
    void pan(QPointF pixels, Milliseconds now); ///< at once
    void glide(QPointF pixels, Milliseconds now);
    /// Out, across and in, after van Wijk and Nuij, “Smooth and efficient zooming and panning” (2003).
    void fly(Camera camera, Milliseconds now);

  private:
    enum class Kind : std::uint8_t { Zoom, Glide, Fly };
    struct Run {
        Kind kind = Kind::Zoom;
        Camera from;
        QPointF anchor;
        Milliseconds begin = 0;
        Milliseconds duration = 0;
    };
    Camera m_to;
    std::optional<Run> m_run;
};

} // namespace ob::ui
