// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/event_writer.h"

#include "core/ensure.h"
#include "core/store/columns.h"
#include "core/store/row_id.h"

namespace ob::store {

EventWriter::EventWriter(Connection& connection, StreamTable& streams, SectionSealer const& sealer)
    : m_streams(streams), m_sealer(sealer),
      m_lastPosition(connection.integer("SELECT max(position) FROM arrival")),
      m_insert(connection.prepare("INSERT INTO event(id, level, leaf, header) VALUES (?1, ?2, ?3, ?4)")),
      m_held(connection.prepare("SELECT level, leaf, header IS NULL FROM event WHERE id = ?1")),
      m_addHeader(connection.prepare("UPDATE event SET header = ?2 WHERE id = ?1")),
      m_arrival(
          connection.prepare("INSERT INTO arrival(event, position, at, stream) VALUES (?1, ?2, ?3, ?4)")),
      m_section(connection.prepare("INSERT INTO section(id, class, body) VALUES (?1, ?2, ?3)")),
      m_hasSection(connection.prepare("SELECT 1 FROM section WHERE id = ?1 UNION ALL "
                                      "SELECT 1 FROM shredded_section WHERE id = ?1")),
      m_late(connection.prepare("INSERT INTO late_section(id, at) VALUES (?1, ?2)")),
      m_dropSection(connection.prepare("DELETE FROM section WHERE id = ?1")),
      m_noteShredded(connection.prepare("INSERT OR IGNORE INTO shredded_section(id) VALUES (?1)")),
      m_around(connection.prepare(
          "SELECT id, level FROM event WHERE id BETWEEN ?1 AND ?2 ORDER BY id DESC LIMIT 1")),
      m_delete(connection.prepare("DELETE FROM event WHERE id = ?1")),
      m_within(connection.prepare("SELECT id, level FROM event WHERE id >= ?1 AND id < ?2 ORDER BY id")),
      m_attachments(connection) {}

void EventWriter::insert(std::int64_t row, std::int64_t level, core::ByteView leaf, core::ByteView header) {
    m_insert.bind(1, row).bind(2, level).bind(3, leaf);
    if (header.empty())
        m_insert.bindNull(4);
    else
        m_insert.bind(4, header);
    m_insert.run();
}

void EventWriter::writeSection(std::int64_t row, core::EncodedSection const& section) {
    m_attachments.note(row, section);
    m_section.bind(1, row).bind(2, static_cast<std::int64_t>(section.sectionClass));
    if (!SectionSealer::isSealed(section.sectionClass)) {
        m_section.bind(3, section.bytes).run();
        return;
    }
    core::Bytes const sealed = m_sealer.stored(row, section.sectionClass, section.bytes);
    m_section.bind(3, sealed).run();
}

void EventWriter::arrive(std::int64_t row, core::EncodedEvent const& event, core::Instant at) {
    std::int64_t const stream = m_streams.rowOf(event.stream);
    if (event.creates) m_streams.noteKind(stream, event.streamKind);
    m_arrival.bind(1, row).bind(2, ++m_lastPosition).bind(3, at.milliseconds()).bind(4, stream).run();
    for (core::EncodedSection const& section : event.sections)
        writeSection(sectionRow(row, section.index), section);
}

void EventWriter::write(StoredLog& log, core::EncodedEvent const& event, core::Instant at) {
    OB_ENSURE(event.sequence <= log.size && event.sequence < maxLogSize);
    OB_ENSURE(event.isStub() || !event.stream.isNil());
    std::int64_t const row = eventRow(log.row, event.sequence);
    if (event.sequence < log.size) {
        m_held.bind(1, row);
        Rows rows(m_held);
        if (rows.next() && m_held.integer(0) == 0) {
            complete(row, event, at);
            return;
        }
        openRunAround(row);
    } else {
        ++log.size;
    }
    insert(row, 0, event.leaf.bytes(), event.header);
    if (!event.isStub()) arrive(row, event, at);
}

void EventWriter::complete(std::int64_t row, core::EncodedEvent const& event, core::Instant at) {
    // Both were checked against signed heads, so a difference means that the file is not what was written.
    if (hashOf(m_held.blob(1)) != event.leaf.hash())
        throw SqlError(SQLITE_CORRUPT, "event row " + std::to_string(row) + " holds another leaf hash");
    bool const isStub = m_held.integer(2) != 0;
    m_held.reset();
    if (event.isStub()) return;
    if (isStub) {
        m_addHeader.bind(1, row).bind(2, event.header).run();
        arrive(row, event, at);
        return;
    }
    for (core::EncodedSection const& section : event.sections)
        writeLate(row, section, at);
}

void EventWriter::writeLate(std::int64_t eventRow, core::EncodedSection const& section, core::Instant at) {
    std::int64_t const row = sectionRow(eventRow, section.index);
    m_hasSection.bind(1, row);
    bool const isHeldOrShredded = Rows(m_hasSection).next();
    if (isHeldOrShredded) return;
    writeSection(row, section);
    m_late.bind(1, row).bind(2, at.milliseconds()).run();
}

void EventWriter::disclose(StoredLog const& log, core::DisclosedSection const& disclosed, core::Instant at) {
    OB_ENSURE(disclosed.sequence < log.size);
    writeLate(eventRow(log.row, disclosed.sequence), disclosed.section, at);
}

void EventWriter::shred(StoredLog const& log, std::uint64_t sequence, std::uint8_t index) {
    std::int64_t const row = sectionRow(eventRow(log.row, sequence), index);
    m_dropSection.bind(1, row).run();
    m_noteShredded.bind(1, row).run();
    m_attachments.drop(row);
}

void EventWriter::write(StoredLog& log, core::StubRun const& run) {
    OB_ENSURE(run.level < sequenceBits && run.begin <= log.size);
    std::uint64_t const length = std::uint64_t{1} << run.level;
    OB_ENSURE(run.begin % length == 0 && run.begin + length <= maxLogSize);
    std::int64_t const row = eventRow(log.row, run.begin);
    if (run.begin == log.size) {
        log.size += length;
    } else {
        OB_ENSURE(run.begin + length <= log.size);
        m_within.bind(1, row).bind(2, row + static_cast<std::int64_t>(length));
        {
            Rows rows(m_within);
            // What is held in more detail stays; a larger run around it begins here or before.
            if (rows.next() && m_within.integer(1) <= run.level) return;
        }
        openRunAround(row);
    }
    insert(row, run.level, run.hash, {});
}

void EventWriter::openRunAround(std::int64_t row) {
    m_around.bind(1, firstRowOf(logOf(row))).bind(2, row);
    Rows rows(m_around);
    if (!rows.next()) return;
    Run const run{.row = m_around.integer(0), .level = m_around.integer(1) & 63};
    if (run.level == 0 || run.end() <= row) return;
    m_around.reset();
    m_delete.bind(1, run.row).run();
    m_opened.push_back(run);
}

void EventWriter::finish() {
    for (Run const& run : m_opened) {
        std::int64_t next = run.row;
        m_within.bind(1, run.row).bind(2, run.end());
        Rows rows(m_within);
        while (rows.next() && m_within.integer(0) == next)
            next += std::int64_t{1} << (m_within.integer(1) & 63);
        OB_ENSURE(next == run.end());
    }
    m_opened.clear();
}

} // namespace ob::store
