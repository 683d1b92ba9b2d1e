// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/map_head.h"

#include "core/map/map_bounds.h"
#include "core/store/connection.h"
#include "core/store/map_pack.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <fstream>
#include <optional>
#include <system_error>

namespace ob::store {
namespace {

using core::MapFault;
using core::MapProblem;

constexpr std::int64_t deepestZoom = 22;
constexpr std::size_t textLimit = 4000;

tl::unexpected<MapProblem> problem(MapFault fault, std::string subject = {}) {
    return tl::make_unexpected(MapProblem{fault, std::move(subject)});
}

std::uint32_t bigEndian(std::array<unsigned char, 100> const& bytes, std::size_t at, std::size_t count) {
    std::uint32_t value = 0;
    for (std::size_t index = at; index < at + count; ++index)
        value = value << 8U | bytes[index];
    return value;
}

/// A stored table, no view and nothing virtual, with these columns, none of them computed.
bool isTable(Connection& connection, std::string_view name, std::initializer_list<std::string_view> columns) {
    Statement table =
        connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name = ?1");
    table.bind(1, name);
    if (!table.step()) return false;
    Statement column =
        connection.prepare("SELECT 1 FROM pragma_table_xinfo(?1) WHERE name = ?2 AND hidden = 0");
    for (std::string_view const wanted : columns) {
        column.bind(1, name).bind(2, wanted);
        bool const exists = column.step();
        column.reset();
        if (!exists) return false;
    }
    return true;
}

std::optional<TileLayout> layoutOf(Connection& connection) {
    if (isTable(connection, "tiles", {"zoom_level", "tile_column", "tile_row", "tile_data"}))
        return TileLayout::Plain;
    if (isTable(connection, "map", {"zoom_level", "tile_column", "tile_row", "tile_id"})
        && isTable(connection, "images", {"tile_id", "tile_data"}))
        return TileLayout::MapImages;
    if (isTable(connection, "tiles_shallow", {"zoom_level", "tile_column", "tile_row", "tile_data_id"})
        && isTable(connection, "tiles_data", {"tile_data_id", "tile_data"}))
        return TileLayout::ShallowAndData;
    return std::nullopt;
}

std::map<std::string, std::string> metadataOf(Connection& connection) {
    std::map<std::string, std::string> metadata;
    Statement rows =
        connection.prepare("SELECT CAST(name AS TEXT), substr(CAST(value AS TEXT), 1, ?1) FROM metadata "
                           "WHERE length(name) <= 100 LIMIT 1000");
    rows.bind(1, static_cast<std::int64_t>(textLimit));
    while (rows.step()) {
        std::string_view const value = rows.text(1);
        if (core::isValidUtf8(rows.text(0)) && core::isValidUtf8(value))
            metadata.emplace(rows.text(0), value);
    }
    return metadata;
}

std::string valueOf(MapHead const& head, std::string const& name) {
    auto const at = head.metadata.find(name);
    return at == head.metadata.end() ? std::string() : at->second;
}

/// What the first tile begins with, for files that do not say.
std::string sniffed(Connection& connection, TileLayout layout) {
    Statement address = connection.prepare(addressQuery(layout) + " LIMIT 1");
    if (!address.step()) return {};
    Statement tile = connection.prepare(tileQuery(layout));
    tile.bind(1, address.integer(0)).bind(2, address.integer(1)).bind(3, address.integer(2));
    tile.bind(4, std::int64_t{1} << 24);
    if (!tile.step()) return {};
    core::ByteView const bytes = tile.blob(0);
    auto const begins = [&](std::string_view magic) {
        return bytes.size() >= magic.size() && std::memcmp(bytes.data(), magic.data(), magic.size()) == 0;
    };
    if (begins("\x89PNG")) return "png";
    if (begins("\xff\xd8")) return "jpg";
    if (begins("RIFF")) return "webp";
    return begins("\x1f\x8b") || begins("\x1a") ? "pbf" : std::string();
}

std::optional<core::TileFormat> formatOf(std::string_view name) {
    if (name == "pbf" || name == "mvt") return core::TileFormat::Vector;
    constexpr auto pictures = std::to_array<std::string_view>({"png", "jpg", "jpeg", "webp"});
    if (std::ranges::find(pictures, name) != pictures.end()) return core::TileFormat::Raster;
    return std::nullopt;
}

tl::expected<void, MapProblem> readZooms(Connection& connection, MapHead& head) {
    std::string const table = head.layout == TileLayout::Plain       ? "tiles"
                              : head.layout == TileLayout::MapImages ? "map"
                                                                     : "tiles_shallow";
    // What is there counts, not what the file says of itself.
    Statement zooms = connection.prepare("SELECT (SELECT min(zoom_level) FROM " + table
                                         + "), (SELECT max(zoom_level) FROM " + table + ")");
    zooms.step();
    if (zooms.isNull(0)) return problem(MapFault::NoTiles);
    std::int64_t const lowest = zooms.integer(0);
    std::int64_t const highest = zooms.integer(1);
    if (lowest < 0 || highest > deepestZoom)
        return problem(MapFault::BadZoom, std::to_string(lowest) + "–" + std::to_string(highest));
    head.source.minZoom = static_cast<std::uint8_t>(lowest);
    head.source.maxZoom = static_cast<std::uint8_t>(highest);
    return {};
}

tl::expected<void, MapProblem> readSource(Connection& connection, MapHead& head) {
    core::TileSource& source = head.source;
    std::string name = valueOf(head, "format");
    if (name.empty()) name = sniffed(connection, head.layout);
    auto const format = formatOf(name);
    if (!format) return problem(MapFault::UnknownFormat, name);
    source.format = *format;
    auto const datum = core::datumOf(valueOf(head, "datum"));
    if (!datum) return problem(MapFault::UnknownDatum, valueOf(head, "datum"));
    source.datum = *datum;
    std::string const bounds = valueOf(head, "bounds");
    if (!bounds.empty() && !core::readBounds(bounds, source)) return problem(MapFault::BadBounds, bounds);
    source.name = valueOf(head, "name");
    source.attribution = core::plainAttribution(valueOf(head, "attribution"));
    return {};
}

} // namespace

tl::expected<void, MapProblem> checkDatabaseFile(std::filesystem::path const& file) {
    std::error_code failure;
    auto const status = std::filesystem::status(file, failure);
    if (!std::filesystem::exists(status)) return problem(MapFault::Missing);
    if (!std::filesystem::is_regular_file(status)) return problem(MapFault::NotAMap);
    std::uintmax_t const size = std::filesystem::file_size(file, failure);
    std::ifstream stream(file, std::ios::binary);
    if (!stream) return problem(MapFault::Unreadable, std::generic_category().message(errno));
    std::array<unsigned char, 100> header{};
    stream.read(reinterpret_cast<char*>(header.data()), header.size());
    constexpr std::string_view magic("SQLite format 3\0", 16);
    if (std::memcmp(header.data(), magic.data(), magic.size()) != 0) return problem(MapFault::NotAMap);
    if (stream.gcount() != static_cast<std::streamsize>(header.size())) return problem(MapFault::CutShort);
    std::uintmax_t const stated = bigEndian(header, 16, 2);
    std::uintmax_t const pageSize = stated == 1 ? 65536 : stated;
    if (pageSize < 512 || (pageSize & (pageSize - 1)) != 0) return problem(MapFault::NotAMap);
    // Old writers of SQLite leave the count alone; then it does not count.
    bool const isCounted = bigEndian(header, 24, 4) == bigEndian(header, 92, 4);
    std::uintmax_t const pages = isCounted ? bigEndian(header, 28, 4) : 0;
    if (size % pageSize != 0 || size < pages * pageSize) return problem(MapFault::CutShort);
    return {};
}

tl::expected<MapHead, MapProblem> readMapHead(Connection& connection) {
    MapHead head;
    head.isPack = connection.integer("PRAGMA application_id") == packApplicationId;
    if (head.isPack) {
        std::int64_t const version = connection.integer("PRAGMA user_version");
        if (version != packVersion) return problem(MapFault::NewerFormat, std::to_string(version));
        std::string const strange = strangePart(connection);
        if (!strange.empty()) return problem(MapFault::WrongTables, strange);
    }
    auto const layout = layoutOf(connection);
    if (!layout || !isTable(connection, "metadata", {"name", "value"}))
        return problem(MapFault::WrongTables, layout ? "metadata" : "tiles");
    head.layout = *layout;
    head.metadata = metadataOf(connection);
    if (auto const zooms = readZooms(connection, head); !zooms) return tl::make_unexpected(zooms.error());
    if (auto const source = readSource(connection, head); !source) return tl::make_unexpected(source.error());
    return head;
}

std::string tileQuery(TileLayout layout) {
    std::string const bytes = "SELECT CASE WHEN length(tile_data) <= ?4 THEN tile_data END FROM ";
    std::string const address = " WHERE zoom_level = ?1 AND tile_column = ?2 AND tile_row = ?3 LIMIT 1";
    switch (layout) {
    case TileLayout::Plain: return bytes + "tiles" + address;
    case TileLayout::MapImages: return bytes + "map JOIN images USING (tile_id)" + address;
    case TileLayout::ShallowAndData:
        return bytes + "tiles_shallow JOIN tiles_data USING (tile_data_id)" + address;
    }
    return {};
}

std::string addressQuery(TileLayout layout) {
    std::string const addresses = "SELECT zoom_level, tile_column, tile_row FROM ";
    std::string const order = " ORDER BY zoom_level, tile_column, tile_row";
    switch (layout) {
    case TileLayout::Plain: return addresses + "tiles" + order;
    case TileLayout::MapImages: return addresses + "map" + order;
    case TileLayout::ShallowAndData: return addresses + "tiles_shallow" + order;
    }
    return {};
}

} // namespace ob::store
