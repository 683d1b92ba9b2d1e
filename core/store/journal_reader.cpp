// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/journal_reader.h"

#include "core/store/columns.h"
#include "core/store/row_id.h"

#include <sqlite3.h>

namespace ob::store {
namespace {

bool isClass(std::int64_t value) {
    return value >= 0 && value <= static_cast<std::int64_t>(core::SectionClass::Sealed);
}

core::SectionClass classOf(std::int64_t value) {
    if (!isClass(value))
        throw SqlError(SQLITE_CORRUPT, "section of class " + std::to_string(value) + " in the file");
    return static_cast<core::SectionClass>(value);
}

core::StubRun runAt(StoredLog const& log, Statement const& row) {
    return {.log = log.record.id,
            .begin = sequenceOf(row.integer(0)),
            .level = static_cast<std::uint8_t>(row.integer(1)),
            .hash = hashOf(row.blob(2))};
}

} // namespace

JournalReader::JournalReader(Connection& connection, LogTable& logs, SectionSealer const& sealer,
                             OddSections oddSections)
    : m_logs(logs), m_sealer(sealer), m_oddSections(oddSections),
      m_stream(connection.prepare(
          "SELECT event.id, leaf, header, stream_id, kind FROM arrival JOIN event ON event.id = event "
          "JOIN stream ON stream.id = stream WHERE stream = ?1 AND at <= ?2 ORDER BY position")),
      m_range(connection.prepare(
          "SELECT event.id, leaf, header, stream_id, kind FROM event LEFT JOIN arrival ON event = event.id "
          "LEFT JOIN stream ON stream.id = stream WHERE event.id >= ?1 AND event.id < ?2 AND level = 0 "
          "ORDER BY event.id")),
      m_sections(connection.prepare(
          "SELECT section.id, class, body, at FROM section LEFT JOIN late_section USING (id) "
          "WHERE section.id BETWEEN ?1 AND ?2 ORDER BY section.id")),
      m_sectionRange(
          connection.prepare("SELECT id, class, body FROM section WHERE id BETWEEN ?1 AND ?2 ORDER BY id")),
      m_stubs(connection.prepare("SELECT id, level, leaf FROM event INDEXED BY event_stub "
                                 "WHERE header IS NULL AND id BETWEEN ?1 AND ?2 ORDER BY id")),
      m_leaves(
          connection.prepare("SELECT id, level, leaf FROM event WHERE id BETWEEN ?1 AND ?2 ORDER BY id")),
      m_streamOf(connection.prepare("SELECT stream FROM arrival WHERE event = ?1")),
      m_head(connection.prepare(
          "SELECT id, root, hlc, note FROM head WHERE id BETWEEN ?1 AND ?2 ORDER BY id LIMIT 1")) {}

core::EncodedEvent JournalReader::eventAt(Statement const& row, std::optional<core::Instant> arrivedUntil) {
    core::EncodedEvent event = bareEventAt(row);
    readSections(event, row.integer(0), arrivedUntil);
    return event;
}

core::EncodedEvent JournalReader::bareEventAt(Statement const& row) {
    core::EncodedEvent event;
    std::int64_t const logRow = logOf(row.integer(0));
    StoredLog const* const log = m_logs.findRow(logRow);
    if (log == nullptr)
        throw SqlError(SQLITE_CORRUPT, "event of log row " + std::to_string(logRow) + ", which is missing");
    event.log = log->record.id;
    event.sequence = sequenceOf(row.integer(0));
    event.leaf = core::EventId(hashOf(row.blob(1)));
    event.header = bytesOf(row.blob(2));
    if (row.isNull(3)) return event;
    event.stream = core::StreamId(hashOf(row.blob(3)));
    event.creates = event.stream.hash() == event.leaf.hash();
    if (event.creates) event.streamKind = static_cast<core::StreamKind>(row.integer(4));
    return event;
}

void JournalReader::readSections(core::EncodedEvent& event, std::int64_t row,
                                 std::optional<core::Instant> arrivedUntil) {
    m_sections.bind(1, firstSectionOf(row)).bind(2, lastSectionOf(row));
    Rows rows(m_sections);
    while (rows.next()) {
        bool const isLate =
            arrivedUntil && !m_sections.isNull(3) && m_sections.integer(3) > arrivedUntil->milliseconds();
        if (!isLate) appendSection(event, m_sections);
    }
}

void JournalReader::appendSection(core::EncodedEvent& event, Statement const& row) {
    if (m_oddSections == OddSections::LeftOut && !isClass(row.integer(1))) return;
    auto const sectionClass = classOf(row.integer(1));
    if (!m_sealer.canRead(sectionClass)) return;
    std::int64_t const section = row.integer(0);
    event.sections.push_back({.index = indexOf(section),
                              .sectionClass = sectionClass,
                              .bytes = m_sealer.plain(section, sectionClass, row.blob(2))});
}

namespace {

/// What `read` appends, until it is false. Damage is told with the place where reading stopped.
template<class Read>
std::vector<core::EncodedEvent> collected(Read read) {
    std::vector<core::EncodedEvent> events;
    try {
        while (read(events)) {
        }
    } catch (SqlError const& error) {
        if (events.empty()) throw;
        throw SqlError(error.code(), "after log " + events.back().log.hex().substr(0, 16) + " sequence "
                                         + std::to_string(events.back().sequence) + ": " + error.what());
    }
    return events;
}

} // namespace

std::vector<core::EncodedEvent> JournalReader::stream(std::int64_t row,
                                                      std::optional<core::Instant> arrivedUntil) {
    core::Instant const until = arrivedUntil.value_or(*core::Instant::ofMilliseconds(core::Instant::max));
    m_stream.bind(1, row).bind(2, until.milliseconds());
    Rows rows(m_stream);
    return collected([&](auto& events) {
        bool const isThere = rows.next();
        if (isThere) events.push_back(eventAt(m_stream, arrivedUntil));
        return isThere;
    });
}

/// Events and sections lie in the same order: both are walked through once.
std::vector<core::EncodedEvent> JournalReader::range(StoredLog const& log, std::uint64_t begin,
                                                     std::uint64_t end) {
    if (begin >= end) return {};
    std::int64_t const first = eventRow(log.row, begin);
    std::int64_t const beyond = eventRow(log.row, std::min(end, maxLogSize));
    m_range.bind(1, first).bind(2, beyond);
    m_sectionRange.bind(1, firstSectionOf(first)).bind(2, lastSectionOf(beyond - 1));
    Rows rows(m_range);
    Rows sections(m_sectionRange);
    bool hasSection = sections.next();
    return collected([&](auto& events) {
        if (!rows.next()) return false;
        std::int64_t const row = m_range.integer(0);
        auto event = bareEventAt(m_range);
        while (hasSection && eventOf(m_sectionRange.integer(0)) < row)
            hasSection = sections.next();
        for (; hasSection && eventOf(m_sectionRange.integer(0)) == row; hasSection = sections.next())
            appendSection(event, m_sectionRange);
        events.push_back(std::move(event));
        return true;
    });
}

std::optional<std::int64_t> JournalReader::streamOf(StoredLog const& log, std::uint64_t sequence) {
    m_streamOf.bind(1, eventRow(log.row, sequence));
    Rows rows(m_streamOf);
    if (!rows.next()) return std::nullopt;
    return m_streamOf.integer(0);
}

std::vector<core::StubRun> JournalReader::stubs(StoredLog const& log) {
    std::vector<core::StubRun> found;
    m_stubs.bind(1, firstRowOf(log.row)).bind(2, lastRowOf(log.row));
    Rows rows(m_stubs);
    while (rows.next())
        found.push_back(runAt(log, m_stubs));
    return found;
}

std::optional<core::EncodedHead> JournalReader::headFrom(StoredLog const& log, std::uint64_t size) {
    m_head.bind(1, eventRow(log.row, size)).bind(2, lastRowOf(log.row));
    Rows rows(m_head);
    if (!rows.next()) return std::nullopt;
    return headAt(m_head, log.record.id);
}

void JournalReader::visitLeaves(StoredLog const& log,
                                std::function<void(core::StubRun const&)> const& visit) {
    m_leaves.bind(1, firstRowOf(log.row)).bind(2, lastRowOf(log.row));
    Rows rows(m_leaves);
    while (rows.next())
        visit(runAt(log, m_leaves));
}

} // namespace ob::store
