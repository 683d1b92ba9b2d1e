// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city.h"

namespace ob::core {

// The steps of makeCity, in their order.

/// Which district each piece of ground belongs to; borders follow great streets and the river.
void layDistricts(City& city, CityNames& names);
/// Villages along the country roads: lanes, which join the cuts, and houses.
void layVillages(City& city, CityNames& names, Junctions& junctions);
/// What each block is for.
std::vector<BlockUse> chooseUses(City const& city);
/// Numbers for houses on streets that have names.
std::vector<HouseNumber> numberHouses(City const& city);
/// Stations of every agency and what else people look for.
std::vector<Facility> placeFacilities(City const& city, CityNames& names);

} // namespace ob::core
