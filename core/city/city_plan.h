// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city_shape.h"

#include <vector>

namespace ob::core {

/// What a line of the plan is there for; names follow from it.
enum class CourseRole : std::uint8_t {
    Grid,
    RiverRoad,
    InnerRing,
    OuterRing,
    Expressway,
    CoastRoad,
    Country,
    Town,
    Village,
    Rail,
    Water,
};

/// A line of the plan from end to end, as it was drawn before anything crossed it.
struct Course {
    Border border = Border::Primary;
    CourseRole role = CourseRole::Grid;
    SpotLine line;
    bool bridges = false;   ///< goes on over water
    bool isEastWest = true; ///< on paper: along the river
    bool mayEnd = false;    ///< may end where nothing is
};

struct Town {
    Spot middle;
    double radius = 0;
};

/// The great lines, from which all else follows.
struct CityPlan {
    std::vector<Course> courses;
    std::vector<Town> towns;
    std::size_t expressway = 0; ///< index of the course
    std::size_t rail = 0;
    std::vector<std::size_t> metro; ///< courses below which a line runs
    Spot station;                   ///< the main one, on the railway
    Spot centre;                    ///< where all is nearest
    Spot oldTown;
    Spot port;
    Spot works; ///< chemical
};

CityPlan planCity(CityShape const& shape, std::uint64_t seed);

} // namespace ob::core
