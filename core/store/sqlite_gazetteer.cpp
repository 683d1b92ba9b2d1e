// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_gazetteer.h"

#include "core/store/connection.h"
#include "core/store/search_tokens.h"
#include "core/store/sql_error.h"
#include "core/text.h"

#include <algorithm>
#include <sqlite3.h>

namespace ob::store {
namespace {

/// So many that begin so are looked through for the one that is called just so: number 9 comes after 90 to 99
/// and 900 to 999 in the order of importance.
constexpr std::size_t looked = 128;

std::string textOf(std::string_view text) {
    return core::isValidUtf8(text) ? std::string(text) : std::string();
}

/// A row that no builder wrote is damage.
core::GazetteerPlace placeOf(Statement& row) {
    auto const point = core::GeoPoint::ofE7(row.integer(2), row.integer(3));
    std::int64_t const kind = row.integer(1);
    if (!point || kind < 0 || kind >= core::placeKinds)
        throw SqlError(SQLITE_CORRUPT, "place " + std::to_string(row.integer(0)) + " of the map is no place");
    return {.kind = static_cast<core::PlaceKind>(kind),
            .point = *point,
            .name = {.local = textOf(row.text(4)),
                     .chinese = textOf(row.text(5)),
                     .english = textOf(row.text(6)),
                     .reference = {}},
            .context = textOf(row.text(7))};
}

class SqliteGazetteer final : public core::GazetteerReader {
  public:
    explicit SqliteGazetteer(std::unique_ptr<Connection> connection)
        : m_connection(std::move(connection)),
          m_find(
              m_connection->prepare("SELECT id, kind, latitude, longitude, local, chinese, english, context "
                                    "FROM place_search JOIN place ON place.id = place_search.rowid "
                                    "WHERE place_search MATCH ?1 ORDER BY place_search.rowid LIMIT ?2")) {}

    std::vector<core::GazetteerPlace> find(std::string_view text, std::size_t limit) override {
        auto const query = indexQuery(text);
        if (!query || limit == 0) return {};
        m_found.clear();
        m_ids.clear();
        // "^" asks for what begins so; only the first word can stand there.
        read("^" + *query, std::max(limit, looked));
        std::string const asked = core::normalise(text);
        std::ranges::stable_partition(m_found, [&](core::GazetteerPlace const& place) {
            auto const& name = place.name;
            return core::normalise(name.local) == asked || core::normalise(name.chinese) == asked
                   || core::normalise(name.english) == asked;
        });
        if (m_found.size() < limit) read(*query, limit);
        m_found.erase(m_found.begin() + std::ptrdiff_t(std::min(limit, m_found.size())), m_found.end());
        return std::move(m_found);
    }

  private:
    void read(std::string const& query, std::size_t limit) {
        // As many again as are known already, which come again.
        m_find.bind(1, std::string_view(query)).bind(2, static_cast<std::int64_t>(limit + m_ids.size()));
        Rows rows(m_find);
        while (m_found.size() < limit && rows.next()) {
            if (std::ranges::find(m_ids, m_find.integer(0)) != m_ids.end()) continue;
            m_ids.push_back(m_find.integer(0));
            m_found.push_back(placeOf(m_find));
        }
    }

    std::unique_ptr<Connection> m_connection;
    Statement m_find;
    std::vector<core::GazetteerPlace> m_found;
    std::vector<std::int64_t> m_ids;
};

} // namespace

std::unique_ptr<core::GazetteerReader> openGazetteer(MapFile const& map) {
    if (!map.isPack()) return nullptr;
    return std::make_unique<SqliteGazetteer>(map.connect());
}

} // namespace ob::store
