// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QPoint>
#include <QRect>

#include <memory>
#include <vector>

namespace ob::ui {

/// A small picture that is laid on the frame as it is: ARGB32_Premultiplied, device pixels.
struct Sprite {
    QImage image;
    QPoint anchor; ///< the pixel of the image that comes to lie on the place

    QRect rectAt(QPoint place) const { return {place - anchor, image.size()}; }
};

/// Without the empty rows and columns at its edges; looks the same.
Sprite trimmed(Sprite const& sprite);

/// Upper left corner in device pixels of the frame.
struct Stamp {
    Sprite const* sprite = nullptr;
    QPoint topLeft;
};

/// Lays the sprite over the target (RGB32), which is a frame from row `rowOffset` on. The same bytes however
/// a frame is cut into targets.
void blit(QImage& target, Stamp const& stamp, int rowOffset = 0);

/// A mark so small that its pixels are either there or not: many are laid in no time.
class Dot {
  public:
    Dot() = default;
    explicit Dot(Sprite const& sprite);
    /// As `blit`; the place is where the sprite's anchor comes to lie.
    void layOn(QImage& target, QPoint place, int rowOffset = 0) const;
    QRect box() const { return m_box; } ///< around the place

  private:
    struct Pixel {
        QPoint at;
        QRgb colour;
    };
    std::vector<Pixel> m_pixels;
    QRect m_box;
};

} // namespace ob::ui
