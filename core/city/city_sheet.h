// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city.h"
#include "core/map/tile_sheet.h"

namespace ob::core {

/// The city as it is drawn, in the classes of the OpenMapTiles schema that the style knows.
std::vector<SheetFeature> drawnCity(City const& city);
/// The island and the sea around it: south-west and north-east corner.
std::pair<GeoPoint, GeoPoint> boundsOfCity();

// The parts of `drawnCity`, bottom to top.
void drawGround(City const& city, std::vector<SheetFeature>& features);
void drawWays(City const& city, std::vector<SheetFeature>& features);
void drawNames(City const& city, std::vector<SheetFeature>& features);

/// On the map of the world.
WorldSpot worldOf(Spot spot);
std::vector<WorldSpot> worldOf(std::span<Spot const> spots);

} // namespace ob::core
