// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/map_pack_writer.h"

#include "core/ensure.h"
#include "core/journal/journal_port.h"
#include "core/map/road_shape.h"
#include "core/store/connection.h"
#include "core/store/file_sync.h"
#include "core/store/map_pack.h"
#include "core/store/map_pack_hash.h"
#include "core/store/search_tokens.h"

namespace ob::store {
namespace {

// A file that is not finished is thrown away, so nothing has to be taken back.
constexpr std::string_view settings = "PRAGMA page_size = 4096; PRAGMA journal_mode = OFF;"
                                      "PRAGMA synchronous = OFF; PRAGMA temp_store = MEMORY;"
                                      "PRAGMA cache_size = -16384;";

} // namespace

struct MapPackWriter::Statements {
    explicit Statements(Connection& connection)
        : tile(connection.prepare("INSERT INTO tiles VALUES (?1, ?2, ?3, ?4)")),
          node(connection.prepare("INSERT INTO road_node VALUES (?1, ?2, ?3)")),
          name(connection.prepare("INSERT INTO road_name VALUES (?1, ?2, ?3, ?4, ?5)")),
          segment(connection.prepare("INSERT INTO road_segment VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")),
          ban(connection.prepare("INSERT INTO road_ban VALUES (?1, ?2, ?3, ?4)")),
          place(connection.prepare("INSERT INTO place VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")),
          search(connection.prepare("INSERT INTO place_search(rowid, tokens) VALUES (?1, ?2)")),
          metadata(connection.prepare("INSERT INTO metadata VALUES (?1, ?2)")) {}

    Statement tile, node, name, segment, ban, place, search, metadata;
};

MapPackWriter::MapPackWriter(std::filesystem::path const& file) : m_file(file) {
    if (std::filesystem::exists(file))
        throw core::StoreError(file.string() + " is already there: choose another name");
    m_connection = std::make_unique<Connection>(Connection::Target{.file = file.string()});
    m_connection->run(settings);
    createPack(*m_connection);
    m_statements = std::make_unique<Statements>(*m_connection);
    m_connection->run("BEGIN");
}

MapPackWriter::~MapPackWriter() = default;

void MapPackWriter::addTile(core::TileId id, core::ByteView bytes) {
    std::int64_t const side = std::int64_t{1} << id.zoom;
    OB_ENSURE(id.column < side && id.row < side);
    m_statements->tile.bind(1, std::int64_t{id.zoom})
        .bind(2, std::int64_t{id.column})
        .bind(3, side - 1 - id.row)
        .bind(4, bytes)
        .run();
}

void MapPackWriter::addRoadNode(core::GeoPoint point) {
    m_statements->node.bind(1, m_nodes++)
        .bind(2, std::int64_t{point.latitudeE7()})
        .bind(3, std::int64_t{point.longitudeE7()})
        .run();
}

void MapPackWriter::addRoadName(core::MapName const& name) {
    m_statements->name.bind(1, ++m_names)
        .bind(2, std::string_view(name.local))
        .bind(3, std::string_view(name.chinese))
        .bind(4, std::string_view(name.english))
        .bind(5, std::string_view(name.reference))
        .run();
}

void MapPackWriter::addRoadSegment(core::RoadSegment const& segment) {
    core::Bytes const shape = core::packedShape(segment.shape);
    m_statements->segment.bind(1, m_segments++)
        .bind(2, std::int64_t{segment.a})
        .bind(3, std::int64_t{segment.b})
        .bind(4, std::int64_t{segment.centimetres})
        .bind(5, std::int64_t{static_cast<std::uint8_t>(segment.roadClass)})
        .bind(6, std::int64_t{segment.flags})
        .bind(7, std::int64_t{segment.limitKmh})
        .bind(8, std::int64_t{segment.name})
        .bind(9, core::ByteView(shape))
        .run();
}

void MapPackWriter::addRoadBan(core::RoadBan const& ban) {
    m_statements->ban.bind(1, std::int64_t{ban.from})
        .bind(2, std::int64_t{ban.node})
        .bind(3, std::int64_t{ban.to})
        .bind(4, std::int64_t{ban.flags})
        .run();
}

void MapPackWriter::addPlace(core::GazetteerPlace const& place, std::string_view tokens) {
    m_statements->place.bind(1, ++m_places)
        .bind(2, std::int64_t{static_cast<std::uint8_t>(place.kind)})
        .bind(3, std::int64_t{place.point.latitudeE7()})
        .bind(4, std::int64_t{place.point.longitudeE7()})
        .bind(5, std::string_view(place.name.local))
        .bind(6, std::string_view(place.name.chinese))
        .bind(7, std::string_view(place.name.english))
        .bind(8, std::string_view(place.context))
        .run();
    std::string text = place.name.local;
    for (std::string_view const more :
         {std::string_view(place.name.chinese), std::string_view(place.name.english),
          std::string_view(place.name.reference), tokens})
        if (!more.empty()) (text += ' ') += more;
    std::string const indexed = indexTokens(text);
    m_statements->search.bind(1, m_places).bind(2, std::string_view(indexed)).run();
}

void MapPackWriter::setMetadata(std::string_view name, std::string_view value) {
    m_statements->metadata.bind(1, name).bind(2, value).run();
}

core::Hash MapPackWriter::finish() {
    m_connection->run("INSERT INTO place_search(place_search) VALUES ('optimize')");
    m_connection->run("COMMIT");
    core::Hash const hash = packHash(*m_connection);
    setMetadata(packHashName, core::toHex(hash));
    m_statements.reset();
    m_connection.reset();
    syncFile(m_file);
    return hash;
}

} // namespace ob::store
