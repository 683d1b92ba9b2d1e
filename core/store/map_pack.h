// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ob::store {

class Connection;

// A map pack (.obmap) is one SQLite file that any MBTiles reader can show too: tables `tiles` and `metadata`
// as in MBTiles 1.3, and our own for roads and places. All tables are made by `createPack`, no more and no
// less: whatever else is in the schema makes the file not a map pack.

/// "OBMP"
inline constexpr std::int64_t packApplicationId = 0x4F424D50;
inline constexpr std::int64_t packVersion = 1;

/// Makes the empty tables in an empty file.
void createPack(Connection& connection);

/// Name of the first table, view, index or trigger that is not as `createPack` makes it; empty when all are.
std::string strangePart(Connection& connection);

} // namespace ob::store
