// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/map_class_name.h"
#include "core/map/map_problem.h"
#include "core/map/tile_id.h"
#include "core/store/map_file.h"

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

namespace ob::store {

/// Every tile as it is kept, by zoom, column and row from the south. Throws core::StoreError.
void eachStoredTile(MapFile const& map, std::function<void(core::TileId, core::ByteView)> const& visit);

struct MapCheck {
    std::vector<core::MapProblem> problems; ///< at most `maxProblems`
    std::uint64_t problemCount = 0;
    std::array<std::uint64_t, 23> tiles{}; ///< by zoom
    std::uint64_t tileBytes = 0;           ///< as they are kept
    std::uint64_t points = 0;              ///< of all vector tiles
    std::array<std::uint64_t, core::mapClasses> features{};
    std::uint64_t roadNodes = 0;
    std::uint64_t roadSegments = 0;
    std::uint64_t roadBans = 0;
    std::uint64_t places = 0;
    bool isHashChecked = false; ///< a pack: MBTiles have none

    static constexpr std::size_t maxProblems = 100;
};

/// Reads all of the map: SQLite's own check, the hash, every tile, the roads. False from `goOn` ends it
/// early.
MapCheck checkMap(MapFile const& map, std::function<bool()> const& goOn);

} // namespace ob::store
