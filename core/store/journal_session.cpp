// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/journal_session.h"

#include "core/ensure.h"
#include "core/store/aside_table.h"
#include "core/store/row_id.h"

#include <algorithm>
#include <utility>

namespace ob::store {
namespace {

LogTable loaded(Connection& connection) {
    LogTable table;
    table.load(connection);
    return table;
}

} // namespace

JournalSession::JournalSession(Connection& connectionOfFile, SectionSealer const& sealer)
    : connection(connectionOfFile), logs(loaded(connectionOfFile)), streams(connection),
      events(connection, streams, sealer), heads(connection, logs), search(connection), sources(connection),
      m_sealer(sealer) {}

StoredLog& JournalSession::log(core::LogId id) {
    StoredLog* const found = logs.find(id);
    OB_ENSURE(found != nullptr);
    return *found;
}

void JournalSession::write(core::JournalBatch const& batch) {
    for (core::LogCut const& cut : batch.cuts)
        cutLog(connection, log(cut.log), cut.size);
    for (core::AsideEvent const& aside : batch.aside)
        writeAside(connection, streams, m_sealer, aside, batch.arrivedAt);
    for (core::LogRecord const& record : batch.logs)
        heads.write(record);
    writeLeaves(batch);
    for (core::EncodedHead const& head : batch.heads)
        heads.write(log(head.log), head);
    for (core::DisclosedSection const& disclosed : batch.disclosed)
        events.disclose(log(disclosed.log), disclosed, batch.arrivedAt);
    for (core::StreamSnapshot const& snapshot : batch.snapshots)
        streams.write(snapshot);
    writeSearch(batch.search);
    for (core::SourceEntry const& entry : batch.sources)
        sources.write(entry, streams.rowOf(entry.stream));
    for (core::IncidentNumber const number : batch.importedNumbers)
        sources.write(number);
}

void JournalSession::writeSearch(std::vector<core::SearchEntry> const& entries) {
    std::vector<std::pair<std::int64_t, core::SearchEntry const*>> ordered;
    ordered.reserve(entries.size());
    for (core::SearchEntry const& entry : entries)
        ordered.emplace_back(streams.rowOf(entry.stream), &entry);
    // FTS5 writes a part of the index each time the row ids of one transaction go down.
    std::ranges::stable_sort(ordered, {}, &std::pair<std::int64_t, core::SearchEntry const*>::first);
    for (auto const& [row, entry] : ordered)
        search.write(row, *entry);
}

void JournalSession::writeLeaves(core::JournalBatch const& batch) {
    std::vector<core::StubRun> runs = batch.stubs;
    std::ranges::stable_sort(runs, {},
                             [](core::StubRun const& run) { return std::pair(run.log, run.begin); });
    std::vector<bool> isWritten(runs.size());
    auto const writeRunsUpTo = [&](core::LogId id, std::uint64_t sequence) {
        auto const of = std::ranges::equal_range(runs, id, {}, &core::StubRun::log);
        for (auto run = of.begin(); run != of.end() && run->begin <= sequence; ++run) {
            auto const place = static_cast<std::size_t>(run - runs.begin());
            if (!isWritten[place]) events.write(log(id), *run);
            isWritten[place] = true;
        }
    };
    for (core::EncodedEvent const& event : batch.events) {
        if (!runs.empty()) writeRunsUpTo(event.log, event.sequence);
        events.write(log(event.log), event, batch.arrivedAt);
    }
    for (core::StubRun const& run : runs)
        writeRunsUpTo(run.log, maxLogSize);
    events.finish();
}

JournalView::JournalView(Connection& connection, SectionSealer const& sealer)
    : logs(loaded(connection)), streams(connection), reader(connection, logs, sealer),
      m_connection(connection), m_sealer(sealer) {}

std::vector<core::AsideEvent> JournalView::aside(core::StreamId stream) {
    auto const row = streams.find(stream);
    return row ? asideOf(m_connection, m_sealer, *row) : std::vector<core::AsideEvent>();
}

void JournalView::visitAside(std::function<void(core::AsideEvent const&)> const& visit) {
    store::visitAside(m_connection, m_sealer, visit);
}

AttachmentReader& JournalView::attachments() {
    if (!m_attachments) m_attachments.emplace(m_connection);
    return *m_attachments;
}

std::int64_t JournalView::newestOwnLogRow() const {
    std::int64_t row = 0;
    for (StoredLog const& log : logs.all())
        if (log.record.own) row = log.row;
    return row;
}

void JournalView::note(core::JournalBatch const& batch, JournalSession& written) {
    std::optional<core::LogId> last; // events of one log stand together
    auto const refresh = [&](core::LogId id) {
        if (last != id) logs.put(written.log(id));
        last = id;
    };
    for (core::LogCut const& cut : batch.cuts)
        refresh(cut.log);
    for (core::LogRecord const& record : batch.logs)
        refresh(record.id);
    for (core::EncodedEvent const& event : batch.events)
        refresh(event.log);
    for (core::StubRun const& run : batch.stubs)
        refresh(run.log);
    for (core::EncodedHead const& head : batch.heads)
        refresh(head.log);
}

} // namespace ob::store
