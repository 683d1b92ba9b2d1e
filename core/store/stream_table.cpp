// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/stream_table.h"

#include "core/store/columns.h"

namespace ob::store {
namespace {

constexpr std::size_t maxRemembered = 100'000;

core::StreamKind kindOf(std::int64_t value) {
    if (value < 0 || value > static_cast<std::int64_t>(core::StreamKind::Policy))
        throw SqlError(SQLITE_CORRUPT, "stream of kind " + std::to_string(value) + " in the file");
    return static_cast<core::StreamKind>(value);
}

} // namespace

StreamTable::StreamTable(Connection& connection)
    : m_find(connection.prepare("SELECT id FROM stream WHERE stream_id = ?1")),
      m_insert(connection.prepare("INSERT INTO stream(stream_id, on_board) VALUES (?1, 1) RETURNING id")),
      m_noteKind(connection.prepare("UPDATE stream SET kind = ?2 WHERE id = ?1 AND kind IS NULL")),
      m_describe(connection.prepare("UPDATE stream SET kind = ?2, on_board = ?3 WHERE id = ?1")),
      m_saveState(connection.prepare("INSERT OR REPLACE INTO snapshot(id, state) VALUES (?1, ?2)")),
      m_dropState(connection.prepare("DELETE FROM snapshot WHERE id = ?1")),
      m_board(connection.prepare(
          "SELECT stream_id, kind, state, (SELECT count(*) FROM arrival WHERE arrival.stream = stream.id) "
          "FROM stream LEFT JOIN snapshot USING (id) WHERE on_board = 1 AND kind IS NOT NULL ORDER BY "
          "stream.id")),
      m_all(connection.prepare("SELECT stream_id, kind, on_board FROM stream WHERE kind IS NOT NULL "
                               "ORDER BY id")) {}

void StreamTable::remember(core::StreamId id, std::int64_t row) {
    if (m_rows.size() >= maxRemembered) m_rows.clear();
    m_rows.emplace(id, row);
}

std::optional<std::int64_t> StreamTable::find(core::StreamId id) {
    if (auto const known = m_rows.find(id); known != m_rows.end()) return known->second;
    m_find.bind(1, id.bytes());
    Rows rows(m_find);
    if (!rows.next()) return std::nullopt;
    std::int64_t const row = m_find.integer(0);
    remember(id, row);
    return row;
}

std::int64_t StreamTable::rowOf(core::StreamId id) {
    if (auto const row = find(id)) return *row;
    m_insert.bind(1, id.bytes());
    Rows rows(m_insert);
    rows.next();
    std::int64_t const row = m_insert.integer(0);
    remember(id, row);
    return row;
}

void StreamTable::noteKind(std::int64_t row, core::StreamKind kind) {
    m_noteKind.bind(1, row).bind(2, static_cast<std::int64_t>(kind)).run();
}

void StreamTable::write(core::StreamSnapshot const& snapshot) {
    std::int64_t const row = rowOf(snapshot.stream);
    m_describe.bind(1, row).bind(2, static_cast<std::int64_t>(snapshot.kind)).bind(3, snapshot.onBoard).run();
    if (snapshot.state.empty())
        m_dropState.bind(1, row).run();
    else
        m_saveState.bind(1, row).bind(2, snapshot.state).run();
}

void StreamTable::visitBoard(std::function<void(core::StreamSnapshot const&)> const& visit) {
    Rows rows(m_board);
    while (rows.next())
        visit({.stream = core::StreamId(hashOf(m_board.blob(0))),
               .kind = kindOf(m_board.integer(1)),
               .onBoard = true,
               .state = bytesOf(m_board.blob(2)),
               .held = static_cast<std::uint64_t>(m_board.integer(3))});
}

void StreamTable::visitAll(std::function<void(core::StreamId, core::StreamKind, bool)> const& visit) {
    Rows rows(m_all);
    while (rows.next())
        visit(core::StreamId(hashOf(m_all.blob(0))), kindOf(m_all.integer(1)), m_all.integer(2) != 0);
}

} // namespace ob::store
