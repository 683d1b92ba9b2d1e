// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_tracks.h"

#include "core/store/columns.h"
#include "core/store/connection.h"
#include "core/store/prepared.h"
#include "core/store/writer_thread.h"

#include <algorithm>
#include <limits>

namespace ob::store {
namespace {

std::optional<std::uint16_t> smallNumber(Statement const& row, int column) {
    if (row.isNull(column)) return std::nullopt;
    return static_cast<std::uint16_t>(row.integer(column));
}

void bind(Statement& statement, int place, std::optional<std::uint16_t> value) {
    if (value)
        statement.bind(place, *value);
    else
        statement.bindNull(place);
}

} // namespace

struct SqliteTracks::Statements {
    explicit Statements(Connection& connection)
        : findUnit(connection.prepare("SELECT id FROM tracked_unit WHERE unit = ?1")),
          addUnit(connection.prepare("INSERT INTO tracked_unit(unit) VALUES (?1) RETURNING id")),
          insert(connection.prepare("INSERT INTO track(unit, at, latitude, longitude, speed, heading, grid) "
                                    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")),
          select(connection.prepare("SELECT at, latitude, longitude, speed, heading, grid FROM track "
                                    "WHERE unit = ?1 AND at BETWEEN ?2 AND ?3 ORDER BY at DESC LIMIT ?4")),
          prune(connection.prepare("DELETE FROM track WHERE at < ?1")) {}

    std::optional<std::int64_t> find(core::UnitId unit) {
        findUnit.bind(1, unit.bytes());
        Rows rows(findUnit);
        if (!rows.next()) return std::nullopt;
        return findUnit.integer(0);
    }
    std::int64_t rowOf(core::UnitId unit) {
        if (auto const row = find(unit)) return *row;
        addUnit.bind(1, unit.bytes());
        Rows rows(addUnit);
        rows.next();
        return addUnit.integer(0);
    }

    Statement findUnit, addUnit, insert, select, prune;
};

SqliteTracks::SqliteTracks(Database& database)
    : m_database(database), m_statements(std::make_unique<Prepared<Statements>>(database, Use::Writing)) {}

SqliteTracks::~SqliteTracks() {
    try {
        flush();
    } catch (core::StoreError const&) {
        // Said in the header.
    }
    if (m_database.writer() != nullptr) m_database.writer()->wait();
}

void SqliteTracks::append(core::UnitId unit, core::Fix const& fix) {
    auto const last = m_lastKept.find(unit);
    if (last != m_lastKept.end()) {
        core::Fix const& kept = last->second;
        if (fix.fixedAt <= kept.fixedAt) return;
        if (fix.fixedAt - kept.fixedAt < minInterval
            && core::distanceMetres(kept.place, fix.place) < minMetres)
            return;
    }
    m_lastKept.insert_or_assign(unit, fix);
    m_waiting.push_back({.unit = unit, .fix = fix});
    auto const* const writer = m_database.writer();
    if (m_waiting.size() >= maxWaiting)
        flush();
    else if (m_waiting.size() >= enough && writer != nullptr && writer->isIdle())
        writeBehind();
}

void SqliteTracks::write(Connection& connection, Statements& statements, std::vector<Waiting> const& fixes) {
    Transaction transaction(connection);
    for (Waiting const& one : fixes) {
        Statement& insert = statements.insert;
        insert.bind(1, statements.rowOf(one.unit))
            .bind(2, one.fix.fixedAt.milliseconds())
            .bind(3, one.fix.place.latitudeE7())
            .bind(4, one.fix.place.longitudeE7());
        bind(insert, 5, one.fix.speedCentimetresPerSecond);
        bind(insert, 6, one.fix.headingCentidegrees);
        insert.bind(7, one.fix.gridMetres);
        insert.run();
    }
    transaction.commit();
}

/// Not on the desk's own thread: commits of the journal come before, and nobody waits for the disk.
void SqliteTracks::writeBehind() {
    tellFailure();
    m_database.writer()->start([this, &connection = m_database.connection(), &statements = **m_statements,
                                fixes = std::exchange(m_waiting, {})] {
        try {
            write(connection, statements, fixes);
        } catch (core::StoreError const& error) {
            m_failure = error.what();
        }
    });
}

/// Only while the writing thread is idle.
void SqliteTracks::tellFailure() {
    if (!m_failure.empty()) throw core::StoreError(std::exchange(m_failure, {}));
}

void SqliteTracks::flush() {
    if (m_waiting.empty()) return;
    auto const waiting = std::exchange(m_waiting, {});
    write(m_database.connection(), **m_statements, waiting);
    tellFailure();
}

std::vector<core::Fix> SqliteTracks::track(core::UnitId unit, core::Instant from, core::Instant to,
                                           std::size_t limit) {
    // Hundreds of units may be looked up while others move.
    if (std::ranges::find(m_waiting, unit, &Waiting::unit) != m_waiting.end()) flush();
    std::vector<core::Fix> fixes;
    auto const row = (*m_statements)->find(unit);
    if (!row) return fixes;
    constexpr auto most = static_cast<std::size_t>(std::numeric_limits<std::int64_t>::max());
    Statement& select = (*m_statements)->select;
    select.bind(1, *row)
        .bind(2, from.milliseconds())
        .bind(3, to.milliseconds())
        .bind(4, static_cast<std::int64_t>(std::min(limit, most)));
    Rows rows(select);
    while (rows.next()) {
        auto const at = core::Instant::ofMilliseconds(select.integer(0));
        auto const place = core::GeoPoint::ofE7(select.integer(1), select.integer(2));
        if (!at || !place) throw SqlError(SQLITE_CORRUPT, "a fix outside the world in table track");
        fixes.push_back({.place = *place,
                         .fixedAt = *at,
                         .speedCentimetresPerSecond = smallNumber(select, 3),
                         .headingCentidegrees = smallNumber(select, 4),
                         .gridMetres = static_cast<std::uint32_t>(
                             std::clamp<std::int64_t>(select.integer(5), 0, 0xffff'ffff))});
    }
    std::ranges::reverse(fixes);
    return fixes;
}

void SqliteTracks::prune(core::Instant before) {
    Transaction transaction(m_database.connection());
    (*m_statements)->prune.bind(1, before.milliseconds()).run();
    transaction.commit();
}

} // namespace ob::store
