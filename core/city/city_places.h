// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city.h"
#include "core/map/gazetteer.h"

#include <functional>
#include <string_view>

namespace ob::core {

/// All that people name in the city, the most important first, with the words by which it is found: the city,
/// its districts, towns, villages and estates, what stands there, roads, crossings, addresses.
void eachPlace(City const& city, RoadNetwork::Parts const& roads,
               std::function<void(GazetteerPlace const&, std::string_view tokens)> const& sink);

} // namespace ob::core
