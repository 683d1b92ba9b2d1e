// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/map_pack_hash.h"

#include "core/crypto/sha256.h"
#include "core/store/connection.h"

#include <array>
#include <string_view>

namespace ob::store {
namespace {

/// Columns: i whole number, t text, b bytes.
struct Part {
    std::string_view name;
    std::string_view columns;
    std::string_view query;
};

constexpr auto parts = std::to_array<Part>({
    {"metadata", "tt", "SELECT name, value FROM metadata WHERE name <> 'sha256' ORDER BY name"},
    {"tiles", "iiib",
     "SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles ORDER BY zoom_level, tile_column, "
     "tile_row"},
    {"road_node", "iii", "SELECT id, latitude, longitude FROM road_node ORDER BY id"},
    {"road_name", "itttt", "SELECT id, local, chinese, english, reference FROM road_name ORDER BY id"},
    {"road_segment", "iiiiiiiib",
     "SELECT id, a, b, centimetres, class, flags, limit_kmh, name, shape FROM road_segment ORDER BY id"},
    {"road_ban", "iiii", "SELECT from_segment, node, to_segment, flags FROM road_ban ORDER BY 1, 2, 3, 4"},
    {"place", "iiiitttt",
     "SELECT id, kind, latitude, longitude, local, chinese, english, context FROM place ORDER BY id"},
    {"place_search_data", "ib", "SELECT id, block FROM place_search_data ORDER BY id"},
    {"place_search_idx", "ibi", "SELECT segid, term, pgno FROM place_search_idx ORDER BY segid, term"},
});

std::array<std::uint8_t, 8> eightBytes(std::uint64_t value) {
    std::array<std::uint8_t, 8> bytes{};
    for (std::size_t index = 0; index < bytes.size(); ++index)
        bytes[index] = static_cast<std::uint8_t>(value >> (56 - 8 * index));
    return bytes;
}

void add(core::Sha256& hash, core::ByteView bytes) {
    hash.add(eightBytes(bytes.size()));
    hash.add(bytes);
}

} // namespace

core::Hash packHash(Connection& connection) {
    core::Sha256 hash;
    for (Part const& part : parts) {
        hash.add('T');
        add(hash, core::viewOf(part.name));
        Statement rows = connection.prepare(part.query);
        while (rows.step()) {
            hash.add('R');
            for (std::size_t index = 0; index < part.columns.size(); ++index) {
                int const column = static_cast<int>(index);
                if (part.columns[index] == 'i')
                    hash.add(eightBytes(static_cast<std::uint64_t>(rows.integer(column))));
                else
                    add(hash,
                        part.columns[index] == 't' ? core::viewOf(rows.text(column)) : rows.blob(column));
            }
        }
    }
    return hash.finish();
}

} // namespace ob::store
