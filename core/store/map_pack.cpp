// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/map_pack.h"

#include "core/store/connection.h"

#include <algorithm>
#include <array>
#include <map>

namespace ob::store {
namespace {

struct Part {
    std::string_view name;
    std::string_view sql;
};

// Numbers of kinds and classes are those of core/map; coordinates are int32 in 1e-7 degree, WGS 84.
constexpr auto parts = std::to_array<Part>({
    {"metadata", "CREATE TABLE metadata(name TEXT NOT NULL, value TEXT NOT NULL)"},
    {"metadata_name", "CREATE UNIQUE INDEX metadata_name ON metadata(name)"},
    {"tiles", "CREATE TABLE tiles(zoom_level INTEGER NOT NULL, tile_column INTEGER NOT NULL, "
              "tile_row INTEGER NOT NULL, tile_data BLOB NOT NULL)"},
    {"tile_index", "CREATE UNIQUE INDEX tile_index ON tiles(zoom_level, tile_column, tile_row)"},
    // Nodes are numbered from 0 without gaps.
    {"road_node", "CREATE TABLE road_node(id INTEGER PRIMARY KEY, latitude INTEGER NOT NULL, "
                  "longitude INTEGER NOT NULL)"},
    {"road_name",
     "CREATE TABLE road_name(id INTEGER PRIMARY KEY, local TEXT NOT NULL, chinese TEXT NOT NULL, "
     "english TEXT NOT NULL, reference TEXT NOT NULL)"},
    // A stretch of road between two nodes; flags say which ways it may be driven. shape: what lies between,
    // as zigzag varints of differences, latitude first.
    {"road_segment",
     "CREATE TABLE road_segment(id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, "
     "centimetres INTEGER NOT NULL, class INTEGER NOT NULL, flags INTEGER NOT NULL, "
     "limit_kmh INTEGER NOT NULL, name INTEGER NOT NULL, shape BLOB NOT NULL)"},
    // Who comes by from_segment may not leave the node by to_segment.
    {"road_ban", "CREATE TABLE road_ban(from_segment INTEGER NOT NULL, node INTEGER NOT NULL, "
                 "to_segment INTEGER NOT NULL, flags INTEGER NOT NULL)"},
    // In the order of importance.
    {"place",
     "CREATE TABLE place(id INTEGER PRIMARY KEY, kind INTEGER NOT NULL, latitude INTEGER NOT NULL, "
     "longitude INTEGER NOT NULL, local TEXT NOT NULL, chinese TEXT NOT NULL, english TEXT NOT NULL, "
     "context TEXT NOT NULL)"},
    {"place_search", "CREATE VIRTUAL TABLE place_search USING fts5(tokens, content='', columnsize=0, "
                     "tokenize='ascii')"},
});

/// What FTS5 makes for itself. Its statements differ between versions of SQLite, its names do not.
constexpr auto shadows =
    std::to_array<std::string_view>({"place_search_data", "place_search_idx", "place_search_config"});

} // namespace

void createPack(Connection& connection) {
    for (Part const& part : parts)
        connection.run(part.sql);
    connection.run("PRAGMA application_id = " + std::to_string(packApplicationId)
                   + "; PRAGMA user_version = " + std::to_string(packVersion));
}

std::string strangePart(Connection& connection) {
    std::map<std::string_view, std::string_view> missing;
    for (Part const& part : parts)
        missing.emplace(part.name, part.sql);
    std::size_t shadowsFound = 0;
    Statement schema = connection.prepare("SELECT name, type, rootpage, sql FROM sqlite_schema");
    while (schema.step()) {
        std::string_view const name = schema.text(0);
        bool const isStored = schema.integer(2) > 0;
        if (std::ranges::find(shadows, name) != shadows.end()) {
            if (schema.text(1) != "table" || !isStored) return std::string(name);
            ++shadowsFound;
            continue;
        }
        auto const part = missing.find(name);
        if (part == missing.end() || part->second != schema.text(3)) return std::string(name);
        missing.erase(part);
    }
    if (!missing.empty()) return std::string(missing.begin()->first);
    return shadowsFound == shadows.size() ? std::string() : std::string(shadows[0]);
}

} // namespace ob::store
