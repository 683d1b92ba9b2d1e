// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/map_file.h"

#include "core/map/gunzip.h"
#include "core/map/vector_tile.h"
#include "core/store/connection.h"
#include "core/store/map_head.h"
#include "core/store/sql_error.h"

namespace ob::store {
namespace {

// A pack is data, also one that somebody sent: nothing in it may run.
constexpr std::string_view settings = "PRAGMA trusted_schema = OFF;"
                                      "PRAGMA cell_size_check = ON;"
                                      "PRAGMA query_only = ON;"
                                      "PRAGMA temp_store = MEMORY;"
                                      "PRAGMA cache_size = -2048;";

std::unique_ptr<Connection> connectTo(std::filesystem::path const& file) {
    auto connection = std::make_unique<Connection>(
        Connection::Target{.file = file.string(), .vfs = {}, .readOnly = true, .isImmutable = true});
    connection->run(settings);
    return connection;
}

class SqliteTileReader final : public core::TileReader {
  public:
    SqliteTileReader(std::unique_ptr<Connection> connection, MapHead const& head)
        : m_connection(std::move(connection)), m_isVector(head.source.format == core::TileFormat::Vector),
          m_find(m_connection->prepare(tileQuery(head.layout))) {}

    std::optional<core::Bytes> tile(core::TileId id) override {
        std::int64_t const side = std::int64_t{1} << std::min<unsigned>(id.zoom, 31);
        if (id.column >= side || id.row >= side) return std::nullopt;
        m_find.bind(1, std::int64_t{id.zoom}).bind(2, std::int64_t{id.column});
        m_find.bind(3, side - 1 - id.row).bind(4, std::int64_t{core::TileLimits::bytes});
        Rows rows(m_find);
        if (!rows.next()) return std::nullopt;
        if (m_find.isNull(0)) fail(id, "is longer than a tile may be");
        core::ByteView const stored = m_find.blob(0);
        if (!m_isVector || !isCompressed(stored)) return core::Bytes(stored.begin(), stored.end());
        auto plain = core::gunzip(stored, core::TileLimits::bytes);
        if (!plain) fail(id, "cannot be decompressed");
        return plain;
    }

  private:
    /// A vector tile itself begins with the tag of its first layer.
    static bool isCompressed(core::ByteView bytes) {
        return core::isGzip(bytes) || (bytes.size() >= 2 && bytes[0] == 0x78);
    }
    [[noreturn]] static void fail(core::TileId id, std::string const& what) {
        throw core::StoreError("tile " + std::to_string(id.zoom) + "/" + std::to_string(id.column) + "/"
                               + std::to_string(id.row) + " " + what);
    }

    std::unique_ptr<Connection> m_connection;
    bool m_isVector;
    Statement m_find;
};

} // namespace

MapFile::MapFile(std::filesystem::path file, MapHead head)
    : m_file(std::move(file)), m_head(std::move(head)) {}

tl::expected<std::shared_ptr<MapFile>, core::MapProblem> MapFile::load(std::filesystem::path const& file) {
    if (auto const sound = checkDatabaseFile(file); !sound) return tl::make_unexpected(sound.error());
    try {
        auto const connection = connectTo(file);
        auto head = readMapHead(*connection);
        if (!head) return tl::make_unexpected(head.error());
        return std::shared_ptr<MapFile>(new MapFile(file, *std::move(head)));
    } catch (core::StoreError const& error) {
        return tl::make_unexpected(core::MapProblem{core::MapFault::Damaged, error.what()});
    }
}

std::unique_ptr<core::TileReader> MapFile::open() {
    return std::make_unique<SqliteTileReader>(connect(), m_head);
}

std::unique_ptr<Connection> MapFile::connect() const { return connectTo(m_file); }

} // namespace ob::store
