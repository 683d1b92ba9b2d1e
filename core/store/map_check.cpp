// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/map_check.h"

#include "core/journal/journal_port.h"
#include "core/map/gunzip.h"
#include "core/map/road.h"
#include "core/map/road_shape.h"
#include "core/store/connection.h"
#include "core/store/map_head.h"
#include "core/store/map_pack_hash.h"

#include <cstring>

namespace ob::store {
namespace {

using core::MapFault;

std::string addressOf(core::TileId id) {
    return std::to_string(id.zoom) + "/" + std::to_string(id.column) + "/" + std::to_string(id.row);
}

class Check {
  public:
    Check(MapFile const& map, std::function<bool()> const& goOn)
        : m_map(map), m_goOn(goOn), m_connection(map.connect()) {}

    MapCheck run() {
        guarded([this] { checkFile(); });
        guarded([this] { checkTiles(); });
        if (m_map.isPack()) guarded([this] { checkRoads(); });
        return std::move(m_result);
    }

  private:
    template<class Work>
    void guarded(Work work) {
        try {
            work();
        } catch (core::StoreError const& error) {
            add(MapFault::Damaged, error.what());
        }
    }

    void add(MapFault fault, std::string subject = {}) {
        if (++m_result.problemCount <= MapCheck::maxProblems)
            m_result.problems.push_back({fault, std::move(subject)});
    }

    void checkFile() {
        std::string const answer = m_connection->text("PRAGMA quick_check(1)");
        if (answer != "ok") add(MapFault::Damaged, answer);
        if (!m_map.isPack()) return;
        auto const stated = m_map.head().metadata.find(packHashName);
        m_result.isHashChecked = true;
        if (stated == m_map.head().metadata.end() || stated->second != core::toHex(packHash(*m_connection)))
            add(MapFault::WrongHash);
    }

    void checkTiles() {
        eachStoredTile(m_map, [this](core::TileId id, core::ByteView bytes) {
            if (!m_goOn()) throw core::StoreError("stopped");
            ++m_result.tiles[id.zoom];
            m_result.tileBytes += bytes.size();
            if (m_map.source().format == core::TileFormat::Vector) checkVector(id, bytes);
        });
    }

    void checkVector(core::TileId id, core::ByteView bytes) {
        std::optional<core::Bytes> plain(std::in_place, bytes.begin(), bytes.end());
        if (core::isGzip(bytes)) plain = core::gunzip(bytes, core::TileLimits::bytes);
        auto const tile = plain ? core::decodeVectorTile(*plain) : std::nullopt;
        if (!tile) {
            add(MapFault::BadTile, addressOf(id));
            return;
        }
        m_result.points += tile->points.size();
        for (core::TileFeature const& feature : tile->features)
            ++m_result.features[static_cast<std::size_t>(feature.mapClass)];
    }

    void checkRoads() {
        auto const count = [this](char const* table) {
            return static_cast<std::uint64_t>(
                m_connection->integer(std::string("SELECT count(*) FROM ") + table));
        };
        m_result.roadNodes = count("road_node");
        m_result.roadSegments = count("road_segment");
        m_result.roadBans = count("road_ban");
        m_result.places = count("place");
        // Ends, names and segments that are not there; numbers with gaps.
        constexpr std::string_view broken =
            "SELECT (SELECT count(*) FROM road_segment WHERE a NOT IN (SELECT id FROM road_node) "
            "         OR b NOT IN (SELECT id FROM road_node) OR class < 0 OR class > ?1 OR centimetres < 0 "
            "         OR (name <> 0 AND name NOT IN (SELECT id FROM road_name)))"
            "     + (SELECT count(*) FROM road_ban WHERE node NOT IN (SELECT id FROM road_node) "
            "         OR from_segment NOT IN (SELECT id FROM road_segment) "
            "         OR to_segment NOT IN (SELECT id FROM road_segment))"
            "     + (SELECT count(*) > 0 AND (min(id) <> 0 OR max(id) <> count(*) - 1) FROM road_node)"
            "     + (SELECT count(*) > 0 AND (min(id) <> 0 OR max(id) <> count(*) - 1) FROM road_segment)";
        Statement statement = m_connection->prepare(broken);
        statement.bind(1, std::int64_t{core::roadClasses - 1});
        if (statement.step() && statement.integer(0) != 0)
            add(MapFault::Damaged, std::to_string(statement.integer(0)) + " roads");
        Statement shapes = m_connection->prepare("SELECT shape FROM road_segment WHERE length(shape) > 0");
        while (shapes.step())
            if (!core::unpackedShape(shapes.blob(0), 1'000'000)) add(MapFault::Damaged, "road_segment.shape");
    }

    MapFile const& m_map;
    std::function<bool()> const& m_goOn;
    std::unique_ptr<Connection> m_connection;
    MapCheck m_result;
};

} // namespace

void eachStoredTile(MapFile const& map, std::function<void(core::TileId, core::ByteView)> const& visit) {
    auto const connection = map.connect();
    Statement address = connection->prepare(addressQuery(map.head().layout));
    Statement tile = connection->prepare(tileQuery(map.head().layout));
    while (address.step()) {
        std::int64_t const zoom = address.integer(0);
        std::int64_t const side = zoom >= 0 && zoom <= 22 ? std::int64_t{1} << zoom : 0;
        std::int64_t const column = address.integer(1);
        std::int64_t const row = address.integer(2);
        if (column < 0 || row < 0 || column >= side || row >= side)
            throw core::StoreError("a tile at " + std::to_string(zoom) + "/" + std::to_string(column) + "/"
                                   + std::to_string(row) + ", where there can be none");
        core::TileId const id{.zoom = static_cast<std::uint8_t>(zoom),
                              .column = static_cast<std::uint32_t>(column),
                              .row = static_cast<std::uint32_t>(side - 1 - row)};
        tile.bind(1, zoom).bind(2, column).bind(3, row).bind(4, std::int64_t{core::TileLimits::bytes});
        Rows rows(tile);
        if (rows.next()) visit(id, tile.blob(0));
    }
}

MapCheck checkMap(MapFile const& map, std::function<bool()> const& goOn) { return Check(map, goOn).run(); }

} // namespace ob::store
