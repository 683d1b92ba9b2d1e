// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace ob::core {

/// Place of an agency in the roster of the realm file. Never reused; 0 is the first agency.
struct AgencyIndex {
    std::uint16_t value = 0;
    friend auto operator<=>(AgencyIndex, AgencyIndex) = default;
};

constexpr std::size_t maxAgencies = 256;

} // namespace ob::core

template<>
struct std::hash<ob::core::AgencyIndex> {
    std::size_t operator()(ob::core::AgencyIndex agency) const noexcept { return agency.value; }
};
