// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace ob::core {

/// Why a file is not taken as a map. Words: ui/text/map_text.h.
enum class MapFault : std::uint8_t {
    Missing,     ///< no such file
    Unreadable,  ///< subject: what the system says
    NotAMap,     ///< neither a map pack nor MBTiles
    CutShort,    ///< smaller than it says of itself
    NewerFormat, ///< subject: its version
    WrongTables, ///< subject: a table, view or trigger that is missing, changed or too many
    NoTiles,
    UnknownFormat, ///< subject: format of its tiles
    UnknownDatum,  ///< subject
    BadBounds,     ///< subject
    BadZoom,       ///< subject
    BadTile,       ///< subject: zoom/column/row
    WrongHash,     ///< the content is not what the hash was made of
    Damaged,       ///< subject: SQLite's words
};

/// As programs read it; stable.
std::string_view nameOf(MapFault fault);

struct MapProblem {
    MapFault fault = MapFault::NotAMap;
    std::string subject;
    friend bool operator==(MapProblem const&, MapProblem const&) = default;
};

} // namespace ob::core
