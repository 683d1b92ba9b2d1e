// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <optional>

namespace ob::core {

/// Whether the bytes begin as gzip does (RFC 1952).
bool isGzip(ByteView bytes);

/// What was compressed with gzip or zlib. Nothing when it is broken or cut short, when bytes follow it, or
/// when it would be longer than `limit`.
std::optional<Bytes> gunzip(ByteView bytes, std::size_t limit);

/// As gzip, the same bytes for the same input at any time.
Bytes gzip(ByteView bytes);

} // namespace ob::core
