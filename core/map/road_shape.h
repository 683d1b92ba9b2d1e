// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/geo.h"

#include <optional>
#include <span>
#include <vector>

namespace ob::core {

/// Points as zigzag varints of differences in 1e-7 degree, latitude first, the first from (0, 0).
Bytes packedShape(std::span<GeoPoint const> points);
/// Nothing when the bytes are not such points, or more than `limit`.
std::optional<std::vector<GeoPoint>> unpackedShape(ByteView bytes, std::size_t limit);

} // namespace ob::core
