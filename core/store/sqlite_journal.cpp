// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_journal.h"

#include "core/store/database.h"
#include "core/store/journal_session.h"
#include "core/store/sql_error.h"
#include "core/store/sqlite_memory.h"

#include <algorithm>
#include <iterator>
#include <sqlite3.h>

namespace ob::store {
namespace {

// 16 MB: rarely enough that a page written often is moved once, seldom enough to be slow at the next start.
constexpr int checkpointPages = 4096;

} // namespace

SqliteJournal::SqliteJournal(Database& database, std::optional<core::SealingKey> key)
    : m_database(database), m_sealer(std::make_unique<SectionSealer>(std::move(key))) {
    openSession();
    if (database.isReadOnly()) {
        m_fault = StorageFault::ReadOnly;
        m_faultReason = "opened for reading";
    }
}

SqliteJournal::~SqliteJournal() = default;

void SqliteJournal::openSession() {
    m_session.reset();
    m_session = std::make_unique<JournalSession>(m_database.connection(), *m_sealer);
    Statement ended = m_session->connection.prepare(
        "SELECT CAST(CAST(value AS TEXT) AS INTEGER) FROM meta WHERE key = 'own_logs_ended'");
    if (ended.step()) m_endedLogRow = ended.integer(0);
}

void SqliteJournal::writeEndedLogRow() {
    std::string const row = std::to_string(m_endedLogRow);
    SqliteMemory(m_database).set("own_logs_ended", core::viewOf(row));
}

JournalSession& SqliteJournal::session() {
    if (!m_session) throw core::StoreError("the journal cannot be read: " + m_faultReason);
    return *m_session;
}

core::JournalToken SqliteJournal::append(core::JournalBatch batch) {
    m_waiting.push_back({.token = ++m_lastToken, .batch = std::move(batch)});
    return m_lastToken;
}

void SqliteJournal::listen(Callbacks callbacks) { m_callbacks = std::move(callbacks); }

std::vector<SqliteJournal::Waiting> SqliteJournal::nextGroup() {
    std::vector<Waiting> group;
    std::size_t events = 0;
    while (!m_waiting.empty() && group.size() < maxCommitBatches) {
        events += m_waiting.front().batch.events.size();
        if (!group.empty() && events > maxCommitEvents) break;
        group.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    return group;
}

bool SqliteJournal::flush() {
    std::vector<Waiting> group = nextGroup();
    if (group.empty()) return false;
    if (m_fault != StorageFault::None || !commit(group)) {
        std::ranges::move(m_waiting, std::back_inserter(group));
        m_waiting.clear();
        failAll(group);
        return false;
    }
    for (Waiting const& waiting : group)
        if (m_callbacks.committed) m_callbacks.committed(waiting.token);
    checkpointIfDue();
    return !m_waiting.empty();
}

bool SqliteJournal::commit(std::vector<Waiting> const& group) {
    try {
        Transaction transaction(session().connection);
        for (Waiting const& waiting : group)
            session().write(waiting.batch);
        transaction.commit();
        return true;
    } catch (SqlError const& error) {
        noteFault(error.code(), error.what());
    }
    try {
        // What is remembered beside the file counts the rolled back batches.
        openSession();
    } catch (core::StoreError const&) {
        m_session.reset();
    }
    return false;
}

void SqliteJournal::failAll(std::vector<Waiting> const& group) {
    for (Waiting const& waiting : group)
        if (m_callbacks.failed) m_callbacks.failed(waiting.token, m_faultReason);
}

bool SqliteJournal::ownLogsEnded() const {
    if (m_isDiskUnsure || m_endedLogRow == 0 || !m_session) return m_isDiskUnsure || m_endedLogRow != 0;
    return m_session->newestOwnLogRow() <= m_endedLogRow;
}

void SqliteJournal::noteFault(int sqliteCode, std::string const& reason) {
    switch (sqliteCode & 0xff) {
    case SQLITE_FULL: m_fault = StorageFault::Full; break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
    case SQLITE_NOMEM: m_fault = StorageFault::Busy; break;
    case SQLITE_READONLY:
    case SQLITE_PERM: m_fault = StorageFault::ReadOnly; break;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: m_fault = StorageFault::Corrupt; break;
    case SQLITE_IOERR:
    case SQLITE_CANTOPEN:
        m_fault = StorageFault::Io;
        m_isDiskUnsure = true;
        break;
    default: // any other code of SQLite means that this file or program is not what it should be
        m_fault = StorageFault::Corrupt;
        break;
    }
    m_faultReason = reason;
}

void SqliteJournal::checkpointIfDue() {
    if (!m_wipeIsDue && session().connection.walPages() < checkpointPages) return;
    try {
        bool const isComplete = session().connection.checkpoint(m_wipeIsDue);
        if (isComplete) m_wipeIsDue = false;
    } catch (SqlError const& error) {
        // A full disk stops the next commit soon enough; until then the log beside the file keeps growing.
        if (error.primaryCode() != SQLITE_FULL) noteFault(error.code(), error.what());
    }
}

bool SqliteJournal::tryRecover() {
    if (m_fault == StorageFault::None) return true;
    if (m_database.isReadOnly()) return false;
    try {
        m_session.reset();
        m_database.reopen();
        openSession();
        if (m_fault == StorageFault::Corrupt && !m_database.check().empty()) return false;
        // What the disk kept of the failed commit has become visible: none of these logs goes on.
        if (m_isDiskUnsure) m_endedLogRow = session().newestOwnLogRow();
        writeEndedLogRow();
    } catch (SqlError const& error) {
        noteFault(error.code(), error.what());
        return false;
    } catch (core::StoreError const& error) {
        m_faultReason = error.what();
        return false;
    }
    m_isDiskUnsure = false;
    m_fault = StorageFault::None;
    m_faultReason.clear();
    return true;
}

std::vector<core::LogExtent> SqliteJournal::logs() {
    std::vector<core::LogExtent> extents;
    for (StoredLog const& log : session().logs.all())
        extents.push_back({.record = log.record, .size = log.size, .newestHead = log.newestHead});
    return extents;
}

std::vector<core::EncodedEvent> SqliteJournal::stream(core::StreamId id,
                                                      std::optional<core::Instant> arrivedUntil) {
    auto const row = session().streams.find(id);
    if (!row) return {};
    return session().reader.stream(*row, arrivedUntil);
}

std::vector<core::EncodedEvent> SqliteJournal::range(core::LogId log, std::uint64_t begin,
                                                     std::uint64_t end) {
    StoredLog const* const stored = session().logs.find(log);
    if (stored == nullptr) return {};
    return session().reader.range(*stored, begin, std::min(end, stored->size));
}

std::vector<core::StubRun> SqliteJournal::stubs(core::LogId log) {
    StoredLog const* const stored = session().logs.find(log);
    if (stored == nullptr) return {};
    return session().reader.stubs(*stored);
}

void SqliteJournal::visitBoard(std::function<void(core::StreamSnapshot const&)> const& visit) {
    session().streams.visitBoard(visit);
}

void SqliteJournal::visitStreams(std::function<void(core::StreamId, core::StreamKind, bool)> const& visit) {
    session().streams.visitAll(visit);
}

void SqliteJournal::visitLeaves(core::LogId log, std::function<void(core::StubRun const&)> const& visit) {
    if (StoredLog const* const stored = session().logs.find(log))
        session().reader.visitLeaves(*stored, visit);
}

std::optional<core::EncodedHead> SqliteJournal::headFrom(core::LogId log, std::uint64_t size) {
    StoredLog const* const stored = session().logs.find(log);
    if (stored == nullptr || !stored->newestHead || stored->newestHead->size < size) return std::nullopt;
    return session().reader.headFrom(*stored, size);
}

void SqliteJournal::shred(core::LogId log, std::uint64_t sequence, std::uint8_t sectionIndex) {
    if (m_fault != StorageFault::None) throw core::StoreError("nothing can be shredded: " + m_faultReason);
    StoredLog const& stored = session().log(log);
    Transaction transaction(session().connection);
    session().events.shred(stored, sequence, sectionIndex);
    if (auto const stream = session().reader.streamOf(stored, sequence)) session().search.remove(*stream);
    SqliteMemory(m_database).set(scrubIsDue, core::viewOf("1"));
    transaction.commit();
    m_scrubHasBegun = false;
    // The write-ahead log still holds pages with the words in them.
    m_wipeIsDue = true;
    checkpointIfDue();
}

bool SqliteJournal::scrub() {
    if (m_fault != StorageFault::None) return false;
    SqliteMemory memory(m_database);
    if (memory.get(scrubIsDue).value_or(core::Bytes()).empty()) return false;
    Transaction transaction(session().connection);
    bool const isLeft = session().search.scrub(!m_scrubHasBegun);
    m_scrubHasBegun = true;
    if (!isLeft) memory.set(scrubIsDue, {});
    transaction.commit();
    m_wipeIsDue = m_wipeIsDue || !isLeft;
    checkpointIfDue();
    return isLeft;
}

} // namespace ob::store
