// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/road_network.h"
#include "core/store/map_file.h"

namespace ob::store {

/// All roads of a map pack; none for MBTiles. Takes about a second for a million segments. Throws
/// core::StoreError when they cannot be read or do not hold together.
core::RoadNetwork readRoads(MapFile const& map);

} // namespace ob::store
