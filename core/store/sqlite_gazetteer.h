// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/gazetteer.h"
#include "core/store/map_file.h"

#include <memory>

namespace ob::store {

/// The gazetteer of a map pack, for the calling thread; null when the map is MBTiles, which has none. Throws
/// core::StoreError when the file is gone.
std::unique_ptr<core::GazetteerReader> openGazetteer(MapFile const& map);

} // namespace ob::store
