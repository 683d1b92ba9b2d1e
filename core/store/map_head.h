// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/store/map_file.h"

namespace ob::store {

/// Whether the file is one of SQLite's and as long as it says. Opens it as plain bytes.
tl::expected<void, core::MapProblem> checkDatabaseFile(std::filesystem::path const& file);

/// Reads and checks what the map says of itself. Throws core::StoreError when SQLite finds damage.
tl::expected<MapHead, core::MapProblem> readMapHead(Connection& connection);

/// SELECT of one tile's bytes by ?1 zoom, ?2 column, ?3 row counted from the south; one row at most, NULL
/// when longer than ?4 bytes.
std::string tileQuery(TileLayout layout);

/// SELECT of all addresses: zoom, column, row counted from the south; in this order.
std::string addressQuery(TileLayout layout);

} // namespace ob::store
