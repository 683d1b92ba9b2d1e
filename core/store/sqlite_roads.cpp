// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_roads.h"

#include "core/map/road_shape.h"
#include "core/store/connection.h"
#include "core/store/sql_error.h"
#include "core/text.h"

#include <algorithm>
#include <sqlite3.h>

namespace ob::store {
namespace {

/// A stretch of road has no more corners than that.
constexpr std::size_t mostCorners = 100'000;

[[noreturn]] void fail(char const* what, std::int64_t id) {
    throw SqlError(SQLITE_CORRUPT,
                   std::string(what) + " " + std::to_string(id) + " of the map does not hold together");
}

/// A number that is below the limit.
std::uint32_t below(Statement const& row, int column, std::uint64_t limit, char const* what) {
    std::int64_t const value = row.integer(column);
    if (value < 0 || static_cast<std::uint64_t>(value) >= limit) fail(what, row.integer(0));
    return static_cast<std::uint32_t>(value);
}

std::string textOf(Statement const& row, int column) {
    std::string_view const text = row.text(column);
    return core::isValidUtf8(text) ? std::string(text) : std::string();
}

class RoadReader {
  public:
    explicit RoadReader(Connection& connection) : m_connection(connection) {}

    core::RoadNetwork read() {
        readNodes();
        readNames();
        readSegments();
        readBans();
        return core::RoadNetwork(std::move(m_parts));
    }

  private:
    void readNodes() {
        Statement rows = m_connection.prepare("SELECT id, latitude, longitude FROM road_node ORDER BY id");
        while (rows.step()) {
            auto const point = core::GeoPoint::ofE7(rows.integer(1), rows.integer(2));
            if (!point || rows.integer(0) != static_cast<std::int64_t>(m_parts.nodes.size()))
                fail("road node", rows.integer(0));
            m_parts.nodes.push_back(*point);
        }
    }

    void readNames() {
        Statement rows =
            m_connection.prepare("SELECT id, local, chinese, english, reference FROM road_name ORDER BY id");
        while (rows.step()) {
            m_parts.names.push_back({.local = textOf(rows, 1),
                                     .chinese = textOf(rows, 2),
                                     .english = textOf(rows, 3),
                                     .reference = textOf(rows, 4)});
            if (rows.integer(0) != static_cast<std::int64_t>(m_parts.names.size()))
                fail("road name", rows.integer(0));
        }
    }

    void readSegments() {
        constexpr char const* what = "road segment";
        Statement rows =
            m_connection.prepare("SELECT id, a, b, centimetres, class, flags, limit_kmh, name, shape "
                                 "FROM road_segment ORDER BY id");
        while (rows.step()) {
            if (rows.integer(0) != static_cast<std::int64_t>(m_parts.segments.size()))
                fail(what, rows.integer(0));
            auto shape = core::unpackedShape(rows.blob(8), mostCorners);
            if (!shape) fail(what, rows.integer(0));
            m_parts.segments.push_back(
                {.a = below(rows, 1, m_parts.nodes.size(), what),
                 .b = below(rows, 2, m_parts.nodes.size(), what),
                 .centimetres = below(rows, 3, UINT32_MAX, what),
                 .roadClass = static_cast<core::RoadClass>(below(rows, 4, core::roadClasses, what)),
                 .flags = below(rows, 5, core::RoadFlag::all + 1, what),
                 .limitKmh = static_cast<std::uint8_t>(below(rows, 6, 256, what)),
                 .name = below(rows, 7, m_parts.names.size() + 1, what),
                 .shape = *std::move(shape)});
        }
    }

    void readBans() {
        constexpr char const* what = "turn ban from";
        std::uint64_t const segments = m_parts.segments.size();
        Statement rows = m_connection.prepare("SELECT from_segment, node, to_segment, flags FROM road_ban "
                                              "ORDER BY from_segment, node, to_segment");
        while (rows.step())
            m_parts.bans.push_back({.from = below(rows, 0, segments, what),
                                    .node = below(rows, 1, m_parts.nodes.size(), what),
                                    .to = below(rows, 2, segments, what),
                                    .flags = below(rows, 3, 2, what)});
    }

    Connection& m_connection;
    core::RoadNetwork::Parts m_parts;
};

} // namespace

core::RoadNetwork readRoads(MapFile const& map) {
    if (!map.isPack()) return core::RoadNetwork({});
    auto const connection = map.connect();
    return RoadReader(*connection).read();
}

} // namespace ob::store
