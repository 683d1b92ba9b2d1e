// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"
#include "core/map/vector_tile.h"

#include <cstdint>
#include <filesystem>

namespace ob::app {

struct DemoMapReport {
    core::MapName name;
    std::uint64_t seed = 0;
    std::uint64_t tiles = 0;
    std::uint64_t buildings = 0;
    std::uint64_t roadSegments = 0;
    std::uint64_t turnBans = 0;
    std::uint64_t places = 0;
    core::Hash hash{};
    std::uintmax_t bytes = 0;
};

/// Makes the demo city as a map pack, which replaces an older one when it is complete. Throws FileError,
/// core::StoreError.
DemoMapReport makeDemoMap(std::uint64_t seed, std::filesystem::path const& out);

} // namespace ob::app
