// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/tile_id.h"
#include "core/map/vector_tile.h"
#include "ui/map/map_style.h"

#include <QImage>

namespace ob::ui {

/// One square of the view and the tile that it is cut from: the same, or an ancestor where the view goes
/// deeper than the map.
struct TileView {
    core::TileId shown;
    core::TileId source;
    int pixels = 512;      ///< device pixels on each side
    double zoom = 0;       ///< of the style, fractional
    double pixelRatio = 1; ///< device pixels per logical pixel
};

/// Areas and lines without names; opaque. A function of its arguments; for any thread.
QImage paintTile(core::VectorTile const& tile, TileView const& view, MapStyle const& style);

/// The same from a picture (PNG, JPEG, WebP as Qt's plug-ins can read them). Null when it is not one.
QImage paintRasterTile(core::Bytes const& bytes, TileView const& view);

/// The ancestor at most this deep.
core::TileId ancestorAt(core::TileId tile, int zoom);

} // namespace ob::ui
