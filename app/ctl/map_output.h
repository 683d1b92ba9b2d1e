// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo_map.h"
#include "app/map_build.h"
#include "core/map/gazetteer.h"
#include "core/map/map_problem.h"
#include "core/store/map_check.h"
#include "core/store/map_file.h"

namespace ob::app {

// What `map` says, as words or as JSON with stable keys.

void printBuilt(MapBuildReport const& report, bool json);
void printDemo(DemoMapReport const& report, bool json);
/// On standard output with `json`, else on standard error.
void printMapBuildProblem(core::MapBuildProblem const& problem, bool json);
void printMapProblem(core::MapProblem const& problem, bool json);
void printMapHead(store::MapFile const& map, bool json);
void printPlaces(std::vector<core::GazetteerPlace> const& places, bool json);
void printMapCheck(store::MapCheck const& check, bool json);

} // namespace ob::app
