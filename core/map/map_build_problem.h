// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ob::core {

/// Why no map pack could be built. Words: ui/text/map_text.h.
enum class MapBuildFault : std::uint8_t {
    InputMissing,   ///< subject: file
    ProgramMissing, ///< subject: program, detail: package that has it
    ProgramFailed,  ///< subject: program, detail: its last words
    HasHistory,     ///< several versions of one object
    Empty,          ///< nothing on the map
    BadDate,        ///< subject
    BadTiles,       ///< what tilemaker made cannot be read; detail: why
    Stopped,
};

/// As programs read it; stable.
std::string_view nameOf(MapBuildFault fault);

struct MapBuildProblem {
    MapBuildFault fault = MapBuildFault::Stopped;
    std::string subject{};
    std::string detail{};
};

} // namespace ob::core
