// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/aside_table.h"

#include "core/ensure.h"
#include "core/store/columns.h"
#include "core/store/connection.h"
#include "core/store/row_id.h"
#include "core/store/sql_error.h"

#include <sqlite3.h>

#include <algorithm>

namespace ob::store {
namespace {

// An entry holds sections of every class, so all of it is sealed as the strictest one is. Its row id is
// small, unlike that of any section.
constexpr auto sealedAs = core::SectionClass::Sealed;

core::AsideEvent entryAt(Statement const& row, SectionSealer const& sealer) {
    std::int64_t const id = row.integer(0);
    auto entry = core::decodeAside(sealer.plain(id, sealedAs, row.blob(1)));
    if (!entry) throw SqlError(SQLITE_CORRUPT, "row " + std::to_string(id) + " of set_aside is no entry");
    return *std::move(entry);
}

void runBetween(Connection& connection, std::string_view sql, std::int64_t first, std::int64_t last) {
    connection.prepare(sql).bind(1, first).bind(2, last).run();
}

} // namespace

void cutLog(Connection& connection, StoredLog& log, std::uint64_t size) {
    OB_ENSURE(size < log.size);
    std::int64_t const first = eventRow(log.row, size);
    std::int64_t const last = lastRowOf(log.row);
    if (size > 0) {
        Statement before = connection.prepare(
            "SELECT id, level FROM event WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC LIMIT 1");
        before.bind(1, firstRowOf(log.row)).bind(2, first - 1);
        bool const isWhole =
            before.step() && before.integer(0) + (std::int64_t{1} << (before.integer(1) & 63)) == first;
        OB_ENSURE(isWhole);
    }
    runBetween(connection,
               "DELETE FROM snapshot WHERE id IN (SELECT stream FROM arrival WHERE event BETWEEN ?1 AND ?2)",
               first, last);
    runBetween(connection, "DELETE FROM arrival WHERE event BETWEEN ?1 AND ?2", first, last);
    runBetween(connection, "DELETE FROM event WHERE id BETWEEN ?1 AND ?2", first, last);
    for (std::string_view const sql : {"DELETE FROM attachment WHERE section BETWEEN ?1 AND ?2",
                                       "DELETE FROM section WHERE id BETWEEN ?1 AND ?2",
                                       "DELETE FROM late_section WHERE id BETWEEN ?1 AND ?2",
                                       "DELETE FROM shredded_section WHERE id BETWEEN ?1 AND ?2"})
        runBetween(connection, sql, firstSectionOf(first), lastSectionOf(last));
    runBetween(connection, "DELETE FROM head WHERE id BETWEEN ?1 AND ?2", first + 1, last);
    log.size = size;
    readHeads(connection, log);
}

void writeAside(Connection& connection, StreamTable& streams, SectionSealer const& sealer,
                core::AsideEvent const& aside, core::Instant at) {
    OB_ENSURE(!aside.event.isStub());
    Statement known = connection.prepare("SELECT id FROM set_aside WHERE leaf = ?1");
    known.bind(1, aside.event.leaf.bytes());
    std::int64_t const row =
        known.step() ? known.integer(0) : connection.integer("SELECT ifnull(max(id), 0) + 1 FROM set_aside");
    known.reset();
    std::int64_t const stream = streams.rowOf(aside.event.stream);
    if (aside.event.creates) streams.noteKind(stream, aside.event.streamKind);
    core::Bytes const sealed = sealer.stored(row, sealedAs, core::encodeAside(aside));
    connection
        .prepare("INSERT INTO set_aside(id, stream, leaf, at, entry) VALUES (?1, ?2, ?3, ?4, ?5) "
                 "ON CONFLICT(id) DO UPDATE SET entry = excluded.entry")
        .bind(1, row)
        .bind(2, stream)
        .bind(3, aside.event.leaf.bytes())
        .bind(4, at.milliseconds())
        .bind(5, sealed)
        .run();
}

std::vector<core::AsideEvent> asideOf(Connection& connection, SectionSealer const& sealer,
                                      std::int64_t streamRow) {
    std::vector<core::AsideEvent> found;
    if (!sealer.canRead(sealedAs)) return found;
    Statement entries = connection.prepare("SELECT id, entry FROM set_aside WHERE stream = ?1 ORDER BY id");
    entries.bind(1, streamRow);
    while (entries.step())
        found.push_back(entryAt(entries, sealer));
    return found;
}

void visitAside(Connection& connection, SectionSealer const& sealer,
                std::function<void(core::AsideEvent const&)> const& visit) {
    if (!sealer.canRead(sealedAs)) return;
    Statement entries = connection.prepare("SELECT id, entry FROM set_aside ORDER BY id");
    while (entries.step())
        visit(entryAt(entries, sealer));
}

void readAside(Connection& connection, SectionSealer const& sealer,
               std::function<void(std::optional<core::AsideEvent> const&)> const& take) {
    if (!sealer.canRead(sealedAs)) return;
    Statement rows = connection.prepare("SELECT set_aside.id, entry, leaf, stream_id FROM set_aside "
                                        "LEFT JOIN stream ON stream.id = stream ORDER BY set_aside.id");
    while (rows.step()) {
        auto entry = core::decodeAside(sealer.plain(rows.integer(0), sealedAs, rows.blob(1)));
        bool const isInItsPlace = entry && std::ranges::equal(rows.blob(2), entry->event.leaf.bytes())
                                  && std::ranges::equal(rows.blob(3), entry->event.stream.bytes());
        if (!isInItsPlace) entry.reset();
        take(entry);
    }
}

} // namespace ob::store
