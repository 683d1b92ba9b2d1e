// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/gazetteer.h"

#include <optional>
#include <string_view>

namespace ob::core {

/// Where an address is that the map knows by just this name, in any of its languages. What stands behind the
/// number of a house (57号3楼, 5 Main Street, 3rd floor) counts for nothing, and 57 is 57号. Nothing for any
/// other, and nothing where places that lie apart have that name: it is never guessed. Throws as the
/// gazetteer does.
std::optional<GazetteerPlace> placeOfAddress(GazetteerReader& gazetteer, std::string_view address);

} // namespace ob::core
