// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ob::core {

/// What a column of a table, or a property of a feature, can mean.
enum class PremiseColumn : std::uint8_t {
    Key,
    Name,
    Address,
    Latitude,
    Longitude,
    Reach,
    Hazards,
    Text,
    Contact,
    Phone,
    ValidUntil,
    Source,
    CheckedOn,
};
inline constexpr std::size_t premiseColumns = 13;

/// By its header, in Chinese or English, whatever width, case and blanks it is written with; what stands in
/// brackets behind it does not count: 半径（米）. Nothing for another word.
std::optional<PremiseColumn> premiseColumnNamed(std::string_view header);
/// How it is called in English, for whoever has to write it.
std::string_view nameOf(PremiseColumn column);

/// The texts of one row.
using PremiseCells = std::array<std::string, premiseColumns>;

} // namespace ob::core
