// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"
#include "core/states.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ob::core {

// Words that measure something; anything else gives nothing.

/// `2h`, `90m`, `1h30m`, `2小时`, `90分`; from a minute to 30 days.
std::optional<Duration> lengthOf(std::string_view word);
/// `6人`, `6c`: 1 to 99.
std::optional<std::uint32_t> crewOf(std::string_view word);
/// `p1` … `p4`.
std::optional<Priority> priorityOf(std::string_view word);

} // namespace ob::core
