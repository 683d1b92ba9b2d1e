// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city_names.h"
#include "core/city/expressway.h"
#include "core/city/subdivision.h"

namespace ob::core {

/// A straight piece of road between two places where something meets or bends.
struct NetEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    Border border = Border::Minor;
    CourseRole role = CourseRole::Grid;
    std::uint32_t stroke = 0; ///< pieces of one road, from end to end
    bool isBridge = false;
    bool isRamp = false;
    bool isOneway = false;  ///< from a to b
    std::uint32_t name = 0; ///< number, from 1; 0: none
};

/// A road from end to end, whatever crosses it.
struct Stroke {
    std::vector<std::uint32_t> edges;
    double metres = 0;
    bool isCut = false;
    std::uint32_t course = 0; ///< of the plan, unless it is a cut
};

/// All that can be driven.
struct StreetNet {
    std::vector<Spot> nodes;
    std::vector<NetEdge> edges;
    std::vector<Stroke> strokes;
    std::vector<std::vector<std::uint32_t>> edgesAt; ///< by node
};

struct NetSources {
    CityPlan const& plan;
    Arrangement const& ground;
    Expressway const& expressway;
    std::vector<Cut> const& cuts;
    Junctions const& junctions;
};
StreetNet joinStreets(NetSources const& sources);

/// Names of the edges; the first has the number 1.
std::vector<MapName> nameStreets(StreetNet& net, CityPlan const& plan, CityNames& names);

} // namespace ob::core
