// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/premise/premise_reading.h"
#include "core/rules/hazard_book.h"

#include <string>
#include <string_view>

namespace ob::app {

/// All of a file of places; `-` is standard input of the caller. Throws FileError when it cannot be read or
/// is larger than core::maxPremiseFileBytes.
std::string premiseFileText(std::string const& file);

/// GeoJSON when it begins with a brace, else a table.
core::PremiseReading readPremises(std::string_view text, core::HazardBook const& hazards,
                                  core::PremiseReadingOptions const& options);

} // namespace ob::app
