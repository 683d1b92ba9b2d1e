// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_sources.h"

#include "core/store/columns.h"
#include "core/store/connection.h"
#include "core/store/prepared.h"

#include <algorithm>

namespace ob::store {
namespace {

core::ShortHash shortHashOf(core::ByteView bytes) {
    core::ShortHash hash{};
    if (bytes.size() != hash.size()) throw core::StoreError("the table of imported rows is damaged");
    std::ranges::copy(bytes, hash.begin());
    return hash;
}

} // namespace

struct SqliteSources::Statements {
    explicit Statements(Connection& connection)
        : entry(connection.prepare("SELECT stream_id, digest, incident FROM source_entry JOIN stream "
                                   "ON stream.id = source_entry.stream WHERE key = ?1")),
          day(connection.prepare("SELECT last FROM imported_day WHERE id = ?1")) {}

    Statement entry, day;
};

SqliteSources::SqliteSources(Database& database)
    : m_statements(std::make_unique<Prepared<Statements>>(database, Use::Reading)) {}

SqliteSources::~SqliteSources() = default;

std::optional<core::SourceEntry> SqliteSources::find(core::ShortHash const& key) {
    Statement& found = (*m_statements)->entry;
    found.bind(1, core::ByteView(key));
    Rows rows(found);
    if (!rows.next()) return std::nullopt;
    return core::SourceEntry{.key = key,
                             .stream = core::StreamId(hashOf(found.blob(0))),
                             .digest = shortHashOf(found.blob(1)),
                             .incident = shortHashOf(found.blob(2))};
}

std::uint32_t SqliteSources::lastImported(std::int32_t day) {
    Statement& found = (*m_statements)->day;
    found.bind(1, day);
    Rows rows(found);
    return rows.next() ? static_cast<std::uint32_t>(found.integer(0)) : 0;
}

} // namespace ob::store
