// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/halo.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace ob::ui {
namespace {

/// One byte a pixel, with an empty margin on every side, so that no step below asks where the edge is.
struct Plane {
    int width;
    int height;
    int margin;
    std::vector<std::uint8_t> bytes;

    Plane(int w, int h, int m)
        : width(w), height(h), margin(m),
          bytes(static_cast<std::size_t>(w + 2 * m) * static_cast<std::size_t>(h + 2 * m)) {}
    std::uint8_t* row(int y) {
        return bytes.data() + static_cast<std::ptrdiff_t>(y + margin) * (width + 2 * margin) + margin;
    }
};

void spread(std::uint8_t const* from, std::uint8_t* to, int count, int weight) {
    for (int i = 0; i < count; ++i) {
        int const value = (from[i] * weight) >> 8;
        to[i] = static_cast<std::uint8_t>(std::max<int>(to[i], value));
    }
}

/// The largest neighbour within the radius, fading over the last pixel.
void dilate(Plane& from, Plane& to, double radius) {
    int const reach = static_cast<int>(std::ceil(radius));
    for (int dy = -reach; dy <= reach; ++dy)
        for (int dx = -reach; dx <= reach; ++dx) {
            double const near = std::clamp(radius + 0.5 - std::hypot(dx, dy), 0.0, 1.0);
            int const weight = static_cast<int>(near * 256);
            if (weight == 0) continue;
            for (int y = 0; y < to.height; ++y)
                spread(from.row(y + dy) + dx, to.row(y), to.width, weight);
        }
}

std::uint32_t scaled(QRgb colour, std::uint32_t alpha) {
    auto const part = [alpha](int channel) {
        return (static_cast<std::uint32_t>(channel) * alpha + 127) / 255;
    };
    return alpha << 24 | part(qRed(colour)) << 16 | part(qGreen(colour)) << 8 | part(qBlue(colour));
}

} // namespace

QImage withHalo(QImage const& mask, QColor colour, QColor halo, double radius) {
    int const margin = static_cast<int>(std::ceil(radius)) + 1;
    Plane shape(mask.width(), mask.height(), margin);
    for (int y = 0; y < mask.height(); ++y) {
        auto const* const line = reinterpret_cast<QRgb const*>(mask.constScanLine(y));
        for (int x = 0; x < mask.width(); ++x)
            shape.row(y)[x] = static_cast<std::uint8_t>(line[x] >> 24);
    }
    Plane wide(mask.width(), mask.height(), 0);
    if (radius > 0) dilate(shape, wide, radius);
    QImage image(mask.size(), QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < mask.height(); ++y) {
        auto* const line = reinterpret_cast<std::uint32_t*>(image.scanLine(y));
        std::uint8_t const* const inner = shape.row(y);
        std::uint8_t const* const outer = wide.row(y);
        for (int x = 0; x < mask.width(); ++x) {
            std::uint32_t const ink = inner[x];
            std::uint32_t const behind = outer[x] * (255 - ink) / 255;
            line[x] = behind + ink == 0 ? 0 : scaled(colour.rgb(), ink) + scaled(halo.rgb(), behind);
        }
    }
    return image;
}

} // namespace ob::ui
