// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/premise/premise.h"

#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// A record as one line of JSON, as a desk keeps it: {"key", "name", "address", "at": [latitude, longitude],
/// "area": rings, "reach", "hazards": [[code, detail]], "text", "until": yyyymmdd, "source", "checked",
/// "contact": true}; places in units of 1e-7 degree, what is empty is left out. The person to call is not in
/// it.
std::string premiseJson(Premise const& premise);
/// Nothing for anything that is not sound. Keys that it does not know are passed over.
std::optional<Premise> premiseOfJson(std::string_view text);

} // namespace ob::core
