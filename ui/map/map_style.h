// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/vector_tile.h"
#include "ui/theme.h"

#include <QColor>

#include <cstdint>
#include <optional>
#include <span>

namespace ob::ui {

struct AreaStyle {
    QColor fill;
    QColor outline; ///< not valid: none
};

enum class Stroke : std::uint8_t { Solid, Dashed, Dotted, Ties };

/// Widths in logical pixels at the zoom that was asked for.
struct LineStyle {
    QColor fill;
    QColor casing; ///< not valid: none
    double width = 1;
    double casingWidth = 0; ///< on each side
    Stroke stroke = Stroke::Solid;
};

enum class LabelPlace : std::uint8_t { Point, AlongLine };

struct LabelStyle {
    int pixels = 12;
    QFont::Weight weight = QFont::Normal;
    QColor colour;
    QColor halo;
    int order = 0;       ///< lower is placed first
    double spacing = 0;  ///< between letters, in pixels
    bool hasDot = false; ///< the place itself is marked
    int wrap = 0;        ///< break lines beyond this many pixels; 0: never
    double clear = 0;    ///< so many logical pixels around it hold no other name
};

/// class × zoom × theme, our own table. Zoom as in Camera, fractional.
class MapStyle {
  public:
    explicit MapStyle(Theme theme) : m_theme(theme) {}

    Theme theme() const { return m_theme; }
    QColor land() const;
    QColor hatch() const; ///< where there is no map
    QColor grid() const;
    std::optional<AreaStyle> area(core::MapClass mapClass, double zoom) const;
    std::optional<LineStyle> line(core::MapClass mapClass, double zoom) const;
    /// Rank as in TileFeature: what is more important appears earlier.
    std::optional<LabelStyle> label(core::MapClass mapClass, int rank, double zoom) const;

    /// Of a road's number.
    std::optional<LabelStyle> roadNumber(core::MapClass mapClass, double zoom) const;

    static std::span<core::MapClass const> areaOrder(); ///< bottom to top
    static std::span<core::MapClass const> roadOrder(); ///< bottom to top, within a layer
    static bool isRoad(core::MapClass mapClass);

  private:
    Theme m_theme;
};

} // namespace ob::ui
