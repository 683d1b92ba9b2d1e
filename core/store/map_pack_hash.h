// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"

namespace ob::store {

class Connection;

/// Metadata that holds the hash, in hexadecimal.
inline constexpr char packHashName[] = "sha256";

/// SHA-256 over every row of a map pack in the order of its keys, the hash itself excepted. It depends on
/// what the pack says, not on how SQLite laid it out; of the search index it takes the stored blocks.
core::Hash packHash(Connection& connection);

} // namespace ob::store
