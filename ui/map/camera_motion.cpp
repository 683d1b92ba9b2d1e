// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/camera_motion.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ob::ui {
namespace {

constexpr double zoomTime = 180;
constexpr double glideTime = 160;

double eased(double part) {
    double const left = 1 - std::clamp(part, 0.0, 1.0);
    return 1 - left * left * left;
}

/// The optimal path of the paper: widths of view w and ways u, both in units of the world.
class Flight {
  public:
    Flight(Camera const& from, Camera const& to)
        : m_w0(from.size().width() / from.scale()), m_w1(to.size().width() / to.scale()),
          m_distance(std::hypot(to.centre().x - from.centre().x, to.centre().y - from.centre().y)) {
        double const gap = m_w1 * m_w1 - m_w0 * m_w0;
        double const way = rho2 * rho2 * m_distance * m_distance;
        m_r0 = slope((gap + way) / (2 * m_w0 * rho2 * m_distance));
        double const r1 = slope((gap - way) / (2 * m_w1 * rho2 * m_distance));
        m_length = isZoomOnly() ? std::abs(std::log(m_w1 / m_w0)) / rho : (r1 - m_r0) / rho;
    }
    double length() const { return m_length; }
    /// Part of the way across, and the width of the view.
    std::pair<double, double> at(double part) const {
        if (isZoomOnly()) return {part, m_w0 * std::pow(m_w1 / m_w0, part)};
        double const s = part * m_length;
        double const u = m_w0 / rho2 * (std::cosh(m_r0) * std::tanh(rho * s + m_r0) - std::sinh(m_r0));
        return {u / m_distance, m_w0 * std::cosh(m_r0) / std::cosh(rho * s + m_r0)};
    }

  private:
    static constexpr double rho = 1.42;
    static constexpr double rho2 = rho * rho;
    double m_w0;
    double m_w1;
    double m_distance;
    double m_r0 = 0;
    double m_length = 0;

    bool isZoomOnly() const { return m_distance < 1e-3 * std::min(m_w0, m_w1); }
    static double slope(double b) { return std::log(std::sqrt(b * b + 1) - b); }
};

} // namespace

Camera CameraMotion::at(Milliseconds now) const {
    if (!isMoving(now)) return m_to;
    double const part = eased((now - m_run->begin) / m_run->duration);
    Camera const& from = m_run->from;
    switch (m_run->kind) {
    case Kind::Zoom: return from.zoomedAbout(m_run->anchor, from.zoom() + (m_to.zoom() - from.zoom()) * part);
    case Kind::Glide:
        return from.at({from.centre().x + (m_to.centre().x - from.centre().x) * part,
                        from.centre().y + (m_to.centre().y - from.centre().y) * part},
                       m_to.zoom());
    case Kind::Fly: {
        auto const [across, width] = Flight(from, m_to).at(part);
        return from.at({from.centre().x + (m_to.centre().x - from.centre().x) * across,
                        from.centre().y + (m_to.centre().y - from.centre().y) * across},
                       std::log2(from.size().width() / width / Camera::tileSize));
    }
    }
    return m_to;
}

void CameraMotion::jump(Camera camera) {
    m_run.reset();
    m_to = camera.atRest();
}

void CameraMotion::resize(QSizeF size, double pixelRatio) {
    m_run.reset();
    m_to = m_to.sized(size, pixelRatio).atRest();
}

void CameraMotion::zoomBy(double steps, QPointF anchor, Milliseconds now) {
    Camera const from = at(now);
    bool const isGoingOn = isMoving(now) && m_run->kind == Kind::Zoom;
    double const wished = (isGoingOn ? m_to.zoom() : from.zoom()) + steps;
    m_to = from.zoomedAbout(anchor, wished).atRest();
    m_run = Run{Kind::Zoom, from, anchor, now, zoomTime};
}

void CameraMotion::pan(QPointF pixels, Milliseconds now) { jump(at(now).panned(pixels)); }

void CameraMotion::glide(QPointF pixels, Milliseconds now) {
    Camera const from = at(now);
    m_to = m_to.panned(pixels).atRest();
    m_run = Run{Kind::Glide, from.at(from.centre(), m_to.zoom()), {}, now, glideTime};
}

void CameraMotion::fly(Camera camera, Milliseconds now) {
    Camera const from = at(now);
    m_to = camera.atRest();
    double const length = Flight(from, m_to).length();
    m_run = Run{Kind::Fly, from, {}, now, std::clamp(220 + 330 * length, 200.0, 1600.0)};
}

} // namespace ob::ui
