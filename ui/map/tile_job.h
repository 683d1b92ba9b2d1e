// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/tile_port.h"
#include "core/map/vector_tile.h"
#include "ui/map/tile_painter.h"

#include <QImage>

#include <cstdint>
#include <memory>
#include <vector>

namespace ob::ui {

/// What a painted tile is remembered by.
struct TileKey {
    core::TileId id;
    int pixels = 0;
    Theme theme = Theme::Night;
    friend auto operator<=>(TileKey const&, TileKey const&) = default;
};

using DecodedTile = std::shared_ptr<core::VectorTile const>;

/// Jobs and results travel between threads by value.
struct TileJob {
    std::uint64_t map = 0; ///< counts up with each map that is opened
    Theme theme = Theme::Night;
    TileView view;
    DecodedTile decoded; ///< null: to be read

    TileKey key() const { return {view.shown, view.pixels, theme}; }
};

enum class TileOutcome : std::uint8_t {
    Painted,
    Missing, ///< the map has no such tile
    Broken,  ///< it has one that cannot be read
};

struct TileResult {
    TileJob job;
    TileOutcome outcome = TileOutcome::Missing;
    QImage image;
};

} // namespace ob::ui
