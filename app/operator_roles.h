// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decide.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ob::app {

// Roles by the names of options and files: `call-taker`, `supervisor` … A stable interface.

inline constexpr std::uint8_t allRoles = 0xff;

std::optional<core::Role> roleNamed(std::string_view name);
/// Of Role bits, in the order of the bits.
std::vector<std::string_view> namesOfRoles(std::uint8_t roles);
/// Whoever has one of them may look after the operators: supervisor or admin.
bool areInCharge(std::uint8_t roles);

} // namespace ob::app
