// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/map_problem.h"

namespace ob::core {

std::string_view nameOf(MapFault fault) {
    switch (fault) {
    case MapFault::Missing: return "missing";
    case MapFault::Unreadable: return "unreadable";
    case MapFault::NotAMap: return "notAMap";
    case MapFault::CutShort: return "cutShort";
    case MapFault::NewerFormat: return "newerFormat";
    case MapFault::WrongTables: return "wrongTables";
    case MapFault::NoTiles: return "noTiles";
    case MapFault::UnknownFormat: return "unknownFormat";
    case MapFault::UnknownDatum: return "unknownDatum";
    case MapFault::BadBounds: return "badBounds";
    case MapFault::BadZoom: return "badZoom";
    case MapFault::BadTile: return "badTile";
    case MapFault::WrongHash: return "wrongHash";
    case MapFault::Damaged: return "damaged";
    }
    return {};
}

} // namespace ob::core
