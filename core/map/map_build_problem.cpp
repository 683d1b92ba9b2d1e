// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/map_build_problem.h"

namespace ob::core {

std::string_view nameOf(MapBuildFault fault) {
    switch (fault) {
    case MapBuildFault::InputMissing: return "inputMissing";
    case MapBuildFault::ProgramMissing: return "programMissing";
    case MapBuildFault::ProgramFailed: return "programFailed";
    case MapBuildFault::HasHistory: return "hasHistory";
    case MapBuildFault::Empty: return "empty";
    case MapBuildFault::BadDate: return "badDate";
    case MapBuildFault::BadTiles: return "badTiles";
    case MapBuildFault::Stopped: return "stopped";
    }
    return {};
}

} // namespace ob::core
