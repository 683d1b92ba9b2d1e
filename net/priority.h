// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ob::net {

/// What is written first when several frames wait for one link.
enum class Priority : std::uint8_t { Control, Live, Positions, CatchUp, Bulk };

} // namespace ob::net
