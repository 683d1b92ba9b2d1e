// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_journal.h"

#include "core/ensure.h"
#include "core/journal/event_sections.h"
#include "core/store/database.h"
#include "core/store/journal_session.h"
#include "core/store/row_id.h"
#include "core/store/sql_error.h"
#include "core/store/sqlite_memory.h"
#include "core/store/writer_thread.h"

#include <algorithm>
#include <iterator>
#include <sqlite3.h>

namespace ob::store {
namespace {

// 16 MB: rarely enough that a page written often is moved once, seldom enough to be slow at the next start.
// While little comes, 4 MB: who writes then waits for the end of it.
constexpr int checkpointPages = 4096;
constexpr int checkpointPagesAtEase = 1024;

} // namespace

SqliteJournal::SqliteJournal(Database& database, std::optional<core::SealingKey> key)
    : m_database(database), m_sealer(std::make_unique<SectionSealer>(std::move(key))) {
    openSession();
    if (!database.isReadOnly()) indexAttachments(database.connection());
    if (database.isReadOnly()) {
        m_fault = StorageFault::ReadOnly;
        m_faultReason = "opened for reading";
    }
}

SqliteJournal::~SqliteJournal() {
    // The job at hand uses what ends here.
    if (m_database.writer() != nullptr) m_database.writer()->wait();
}

void SqliteJournal::openSession() {
    m_view.reset();
    m_session.reset();
    m_session = std::make_unique<JournalSession>(m_database.connection(), *m_sealer);
    m_view = std::make_unique<JournalView>(m_database.reading(), *m_sealer);
    Statement ended = m_session->connection.prepare(
        "SELECT CAST(CAST(value AS TEXT) AS INTEGER) FROM meta WHERE key = 'own_logs_ended'");
    if (ended.step()) m_endedLogRow = ended.integer(0);
}

void SqliteJournal::commitInThread(std::function<void()> wake) {
    m_database.writeInThread(std::move(wake));
    m_view.reset();
    m_view = std::make_unique<JournalView>(m_database.reading(), *m_sealer);
}

void SqliteJournal::writeEndedLogRow() {
    std::string const row = std::to_string(m_endedLogRow);
    SqliteMemory(m_database).set("own_logs_ended", core::viewOf(row));
}

JournalSession& SqliteJournal::session() {
    if (!m_session) throw core::StoreError("the journal cannot be read: " + m_faultReason);
    return *m_session;
}

JournalView& SqliteJournal::view() {
    if (!m_view) throw core::StoreError("the journal cannot be read: " + m_faultReason);
    return *m_view;
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

bool SqliteJournal::isCommitting() const {
    return m_database.writer() != nullptr && !m_database.writer()->isIdle();
}

bool SqliteJournal::flush() {
    if (isCommitting()) return false;
    settle();
    // Who was told may have given the thread something else to write.
    if (m_work == Work::None && !isCommitting()) beginNext();
    if (isCommitting()) return false;
    settle();
    return !m_waiting.empty();
}

void SqliteJournal::flushBehind() {
    while (!m_waiting.empty()) {
        if (m_database.writer() != nullptr) m_database.writer()->wait();
        flush();
    }
}

void SqliteJournal::flushAll() {
    do {
        flushBehind();
        if (m_database.writer() != nullptr) m_database.writer()->wait();
        settle();
    } while (m_work != Work::None || !m_waiting.empty());
}

void SqliteJournal::begin(Work work, std::function<Outcome()> job) {
    m_work = work;
    if (m_database.writer() == nullptr) {
        m_outcome = job();
        return;
    }
    // What is being committed is not to be seen before it is told. No snapshot while the log is moved into
    // the file: it would be in the way.
    try {
        if (work == Work::Commit) m_snapshot.emplace(m_database);
    } catch (SqlError const& error) {
        m_outcome = {.code = error.code(), .reason = error.what()};
        return;
    }
    m_database.writer()->start([this, job = std::move(job)] { m_outcome = job(); });
}

void SqliteJournal::beginNext() {
    if (m_fault != StorageFault::None) {
        std::vector<Waiting> group;
        std::ranges::move(m_waiting, std::back_inserter(group));
        m_waiting.clear();
        return failAll(group);
    }
    if (std::exchange(m_mayCheckpoint, false) && isCheckpointDue())
        return begin(Work::Checkpoint, [this] { return checkpoint(); });
    m_group = nextGroup();
    if (!m_group.empty()) begin(Work::Commit, [this] { return commit(); });
}

void SqliteJournal::settle() {
    Work const done = std::exchange(m_work, Work::None);
    Outcome const outcome = std::exchange(m_outcome, {});
    m_snapshot.reset();
    switch (done) {
    case Work::None: return;
    case Work::Commit: return settleCommit(std::exchange(m_group, {}), outcome);
    case Work::Checkpoint: return noteCheckpoint(outcome);
    }
}

void SqliteJournal::settleCommit(std::vector<Waiting> group, Outcome const& outcome) {
    if (outcome.code == SQLITE_OK) {
        for (Waiting const& waiting : group)
            view().note(waiting.batch, session());
        bool const isBeside = m_database.writer() != nullptr;
        // Telling takes as long as writing: the thread need not wait for it.
        m_mayCheckpoint = isBeside;
        if (isBeside && !m_waiting.empty()) beginNext();
        for (Waiting const& waiting : group)
            if (m_callbacks.committed) m_callbacks.committed(waiting.token);
        if (!isBeside) checkpointIfDue();
        return;
    }
    noteFault(outcome.code, outcome.reason);
    try {
        // What is remembered beside the file counts the rolled back batches.
        openSession();
    } catch (core::StoreError const&) {
        m_view.reset();
        m_session.reset();
    }
    std::ranges::move(m_waiting, std::back_inserter(group));
    m_waiting.clear();
    failAll(group);
}

SqliteJournal::Outcome SqliteJournal::commit() {
    try {
        Transaction transaction(m_session->connection);
        for (Waiting const& waiting : m_group)
            m_session->write(waiting.batch);
        transaction.commit();
        return {};
    } catch (SqlError const& error) {
        return {.code = error.code(), .reason = error.what()};
    }
}

void SqliteJournal::failAll(std::vector<Waiting> const& group) {
    for (Waiting const& waiting : group)
        if (m_callbacks.failed) m_callbacks.failed(waiting.token, m_faultReason);
}

bool SqliteJournal::ownLogsEnded() const {
    if (m_isDiskUnsure || m_endedLogRow == 0 || !m_view) return m_isDiskUnsure || m_endedLogRow != 0;
    return m_view->newestOwnLogRow() <= m_endedLogRow;
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

bool SqliteJournal::isCheckpointDue() {
    int const pages = m_waiting.empty() ? checkpointPagesAtEase : checkpointPages;
    return m_wipeIsDue || session().connection.walPages() >= pages;
}

SqliteJournal::Outcome SqliteJournal::checkpoint() {
    try {
        if (m_session->connection.checkpoint(m_wipeIsDue)) m_wipeIsDue = false;
        return {};
    } catch (SqlError const& error) {
        return {.code = error.code(), .reason = error.what()};
    }
}

/// Inside of what the desk thread does itself.
void SqliteJournal::checkpointIfDue() {
    if (isCheckpointDue()) noteCheckpoint(checkpoint());
}

void SqliteJournal::noteCheckpoint(Outcome const& outcome) {
    // A full disk stops the next commit soon enough; until then the log beside the file keeps growing.
    if (outcome.code != SQLITE_OK && (outcome.code & 0xff) != SQLITE_FULL)
        noteFault(outcome.code, outcome.reason);
}

bool SqliteJournal::tryRecover() {
    if (m_fault == StorageFault::None) return true;
    if (m_database.isReadOnly()) return false;
    flushAll();
    try {
        m_view.reset();
        m_session.reset();
        m_database.reopen();
        openSession();
        if (m_fault == StorageFault::Corrupt && !m_database.check().empty()) return false;
        // What the disk kept of the failed commit has become visible: none of these logs goes on.
        if (m_isDiskUnsure) m_endedLogRow = view().newestOwnLogRow();
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
    for (StoredLog const& log : view().logs.all())
        extents.push_back({.record = log.record, .size = log.size, .newestHead = log.newestHead});
    return extents;
}

std::vector<core::EncodedEvent> SqliteJournal::stream(core::StreamId id,
                                                      std::optional<core::Instant> arrivedUntil) {
    auto const row = view().streams.find(id);
    if (!row) return {};
    return view().reader.stream(*row, arrivedUntil);
}

std::vector<core::AsideEvent> SqliteJournal::aside(core::StreamId id) { return view().aside(id); }

std::vector<core::EncodedEvent> SqliteJournal::range(core::LogId log, std::uint64_t begin,
                                                     std::uint64_t end) {
    StoredLog const* const stored = view().logs.find(log);
    if (stored == nullptr) return {};
    return view().reader.range(*stored, begin, std::min(end, stored->size));
}

std::vector<core::StubRun> SqliteJournal::stubs(core::LogId log) {
    StoredLog const* const stored = view().logs.find(log);
    if (stored == nullptr) return {};
    return view().reader.stubs(*stored);
}

void SqliteJournal::visitBoard(std::function<void(core::StreamSnapshot const&)> const& visit) {
    view().streams.visitBoard(visit);
}

void SqliteJournal::visitStreams(std::function<void(core::StreamId, core::StreamKind, bool)> const& visit) {
    view().streams.visitAll(visit);
}

void SqliteJournal::visitLeaves(core::LogId log, std::function<void(core::StubRun const&)> const& visit) {
    if (StoredLog const* const stored = view().logs.find(log)) view().reader.visitLeaves(*stored, visit);
}

std::optional<core::EncodedHead> SqliteJournal::headFrom(core::LogId log, std::uint64_t size) {
    StoredLog const* const stored = view().logs.find(log);
    if (stored == nullptr || !stored->newestHead || stored->newestHead->size < size) return std::nullopt;
    return view().reader.headFrom(*stored, size);
}

std::vector<core::EncodedEvent> SqliteJournal::naming(core::Hash const& attachment) {
    std::vector<core::EncodedEvent> events;
    for (std::int64_t const section : view().attachments().naming(attachment)) {
        StoredLog const* const log = view().logs.findRow(logOf(eventOf(section)));
        std::uint64_t const sequence = sequenceOf(eventOf(section));
        if (log == nullptr) continue;
        for (auto& event : view().reader.range(*log, sequence, sequence + 1))
            events.push_back(std::move(event));
    }
    return events;
}

void SqliteJournal::visitAttachments(
    std::function<void(core::Hash const&, std::uint64_t bytes)> const& visit) {
    view().attachments().visit(visit);
    view().visitAside([&](core::AsideEvent const& aside) {
        for (auto const& section : aside.event.sections)
            for (auto const& named : core::attachmentsIn(section))
                visit(named.hash, named.bytes);
    });
}

void SqliteJournal::shred(core::LogId log, std::uint64_t sequence, std::uint8_t sectionIndex) {
    if (m_fault != StorageFault::None) throw core::StoreError("nothing can be shredded: " + m_faultReason);
    OB_ENSURE(m_work != Work::Commit);
    Connection& connection = m_database.connection();
    StoredLog const& stored = session().log(log);
    Transaction transaction(connection);
    session().events.shred(stored, sequence, sectionIndex);
    if (auto const stream = view().reader.streamOf(stored, sequence)) session().search.remove(*stream);
    SqliteMemory(m_database).set(scrubIsDue, core::viewOf("1"));
    transaction.commit();
    m_scrubHasBegun = false;
    // The write-ahead log still holds pages with the words in them.
    m_wipeIsDue = true;
    checkpointIfDue();
}

bool SqliteJournal::scrub() {
    if (m_fault != StorageFault::None) return false;
    if (m_work == Work::Commit) return true;
    SqliteMemory memory(m_database);
    if (memory.get(scrubIsDue).value_or(core::Bytes()).empty()) return false;
    Transaction transaction(m_database.connection());
    bool const isLeft = session().search.scrub(!m_scrubHasBegun);
    m_scrubHasBegun = true;
    if (!isLeft) memory.set(scrubIsDue, {});
    transaction.commit();
    m_wipeIsDue = m_wipeIsDue || !isLeft;
    checkpointIfDue();
    return isLeft;
}

} // namespace ob::store
