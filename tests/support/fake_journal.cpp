// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/fake_journal.h"

#include "core/journal/event_sections.h"

#include <algorithm>
#include <set>
#include <stdexcept>

namespace ob::core {
namespace {

void demand(bool condition, char const* what) {
    if (!condition) throw std::logic_error(what);
}

} // namespace

JournalToken FakeJournal::append(JournalBatch batch) {
    m_waiting.emplace_back(++m_lastToken, std::move(batch));
    JournalToken const token = m_lastToken;
    if (m_storage == Storage::CommitsAtOnce) commitAll();
    if (m_storage == Storage::FailsAtOnce) fail("disk full");
    return token;
}

bool FakeJournal::commitNext() {
    if (m_waiting.empty()) return false;
    auto const [token, batch] = std::move(m_waiting.front());
    m_waiting.pop_front();
    store(batch);
    m_callbacks.committed(token);
    return true;
}

void FakeJournal::commitAll() {
    while (commitNext()) {
    }
}

void FakeJournal::fail(std::string const& reason) {
    auto const lost = std::exchange(m_waiting, {});
    for (auto const& [token, batch] : lost)
        m_callbacks.failed(token, reason);
}

void FakeJournal::crash() {
    m_waiting.clear();
    m_callbacks = {};
}

FakeJournal::Stream& FakeJournal::streamOf(StreamId id) {
    auto const [found, isNew] = m_streams.try_emplace(id);
    if (isNew) m_streamOrder.push_back(id);
    return found->second;
}

/// The next of its log, or the words of one that was a stub.
void FakeJournal::storeEvent(EncodedEvent const& event, Instant arrivedAt) {
    Log& log = m_logs.at(event.log);
    bool const isNext = event.sequence == log.events.size();
    demand(event.sequence <= log.events.size(), "an event is not the next of its log");
    if (isNext) {
        log.range.append(event.leaf.hash());
        log.events.push_back(event);
        log.arrivals.push_back(arrivedAt);
    } else {
        EncodedEvent& held = log.events[event.sequence];
        demand(held.leaf == event.leaf, "an upgrade has another leaf");
        demand(held.isStub() && !event.isStub(), "an event is written twice");
        held = event;
        log.arrivals[event.sequence] = arrivedAt;
    }
    if (event.isStub()) return;
    Stream& stream = streamOf(event.stream);
    if (event.creates && !stream.kind) stream.kind = event.streamKind;
    stream.arrived.emplace_back(event.log, event.sequence);
}

void FakeJournal::cut(LogCut const& cut) {
    Log& log = m_logs.at(cut.log);
    demand(cut.size < log.events.size(), "nothing is cut");
    log.events.resize(cut.size);
    log.arrivals.resize(cut.size);
    log.range = {};
    for (auto const& event : log.events)
        log.range.append(event.leaf.hash());
    log.heads.erase(log.heads.upper_bound(cut.size), log.heads.end());
    log.shredded.erase(log.shredded.lower_bound({cut.size, 0}), log.shredded.end());
    for (auto& [id, stream] : m_streams) {
        auto const gone = std::erase_if(stream.arrived, [&](auto const& each) {
            return each.first == cut.log && each.second >= cut.size;
        });
        if (gone > 0) stream.state.clear();
    }
}

void FakeJournal::store(JournalBatch const& batch) {
    for (auto const& each : batch.cuts)
        cut(each);
    for (auto const& each : batch.aside)
        m_aside[each.event.leaf] = each;
    for (auto const& record : batch.logs)
        m_logs.try_emplace(record.id, Log{.record = record});
    std::set<LogId> grown;
    for (auto const& event : batch.events) {
        if (event.sequence == m_logs.at(event.log).events.size()) grown.insert(event.log);
        storeEvent(event, batch.arrivedAt);
    }
    for (auto const& head : batch.heads) {
        Log& log = m_logs.at(head.log);
        demand(head.size <= log.range.size(), "a head is beyond its log");
        demand(head.size < log.range.size() || head.root == log.range.root(), "a head is not of its log");
        log.heads[head.size] = head;
        if (head.size == log.range.size()) grown.erase(head.log);
    }
    demand(grown.empty(), "a log grew without a head");
    for (auto const& [log, sequence, section] : batch.disclosed) {
        if (m_logs.at(log).shredded.contains({sequence, section.index})) continue;
        auto& sections = m_logs.at(log).events.at(sequence).sections;
        auto const at = std::find_if(sections.begin(), sections.end(),
                                     [&](auto const& held) { return held.index >= section.index; });
        if (at == sections.end() || at->index != section.index) sections.insert(at, section);
    }
    for (auto const& snapshot : batch.snapshots) {
        Stream& stream = streamOf(snapshot.stream);
        stream.kind = snapshot.kind;
        stream.onBoard = snapshot.onBoard;
        stream.state = snapshot.state;
    }
    m_search.insert(m_search.end(), batch.search.begin(), batch.search.end());
    for (auto const& entry : batch.sources)
        m_sources.insert_or_assign(entry.key, entry);
    for (IncidentNumber const number : batch.importedNumbers) {
        auto& last = m_importedDays[number.day()];
        last = std::max(last, number.serial());
    }
}

std::vector<StubRun> FakeJournal::stubs(LogId log) {
    std::vector<StubRun> found;
    if (!m_logs.contains(log)) return found;
    for (auto const& event : m_logs.at(log).events)
        if (event.isStub())
            found.push_back({.log = log, .begin = event.sequence, .level = 0, .hash = event.leaf.hash()});
    return found;
}

void FakeJournal::visitLeaves(LogId log, std::function<void(StubRun const&)> const& visit) {
    if (!m_logs.contains(log)) return;
    for (auto const& event : m_logs.at(log).events)
        visit({.log = log, .begin = event.sequence, .level = 0, .hash = event.leaf.hash()});
}

std::optional<EncodedHead> FakeJournal::headFrom(LogId log, std::uint64_t size) {
    if (!m_logs.contains(log)) return std::nullopt;
    auto const& heads = m_logs.at(log).heads;
    auto const found = heads.lower_bound(size);
    return found == heads.end() ? std::nullopt : std::optional(found->second);
}

std::uint32_t FakeJournal::lastImported(std::int32_t day) const {
    auto const found = m_importedDays.find(day);
    return found == m_importedDays.end() ? 0 : found->second;
}

std::vector<LogExtent> FakeJournal::logs() {
    std::vector<LogExtent> extents;
    for (auto const& [id, log] : m_logs)
        extents.push_back(
            {.record = log.record,
             .size = log.events.size(),
             .newestHead = log.heads.empty() ? std::nullopt : std::optional(log.heads.rbegin()->second)});
    return extents;
}

std::vector<EncodedEvent> FakeJournal::stream(StreamId id, std::optional<Instant> arrivedUntil) {
    std::vector<EncodedEvent> events;
    auto const found = m_streams.find(id);
    if (found == m_streams.end()) return events;
    for (auto const& [logId, sequence] : found->second.arrived) {
        Log const& log = m_logs.at(logId);
        if (!arrivedUntil || log.arrivals[sequence] <= *arrivedUntil) events.push_back(log.events[sequence]);
    }
    return events;
}

std::vector<AsideEvent> FakeJournal::aside(StreamId id) {
    std::vector<AsideEvent> found;
    for (auto const& [leaf, aside] : m_aside)
        if (aside.event.stream == id) found.push_back(aside);
    return found;
}

std::vector<EncodedEvent> FakeJournal::range(LogId log, std::uint64_t begin, std::uint64_t end) {
    if (!m_logs.contains(log)) return {};
    auto const& events = m_logs.at(log).events;
    auto const at = [&](std::uint64_t index) {
        return events.begin() + static_cast<std::ptrdiff_t>(std::min<std::uint64_t>(index, events.size()));
    };
    return begin < end ? std::vector<EncodedEvent>(at(begin), at(end)) : std::vector<EncodedEvent>();
}

void FakeJournal::visitBoard(std::function<void(StreamSnapshot const&)> const& visit) {
    for (StreamId const id : m_streamOrder) {
        Stream const& stream = m_streams.at(id);
        if (!stream.kind || !stream.onBoard) continue;
        visit({.stream = id,
               .kind = *stream.kind,
               .onBoard = true,
               .state = stream.state,
               .held = stream.arrived.size()});
    }
}

void FakeJournal::visitStreams(std::function<void(StreamId, StreamKind, bool)> const& visit) {
    for (StreamId const id : m_streamOrder)
        if (Stream const& stream = m_streams.at(id); stream.kind) visit(id, *stream.kind, stream.onBoard);
}

std::vector<EncodedEvent> FakeJournal::naming(Hash const& attachment) {
    std::vector<std::pair<Instant, EncodedEvent>> found;
    for (auto const& [id, log] : m_logs)
        for (std::size_t at = 0; at < log.events.size(); ++at)
            for (auto const& section : log.events[at].sections)
                for (auto const& named : attachmentsIn(section))
                    if (named.hash == attachment) found.emplace_back(log.arrivals[at], log.events[at]);
    std::stable_sort(found.begin(), found.end(),
                     [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<EncodedEvent> events;
    for (auto& [at, event] : found)
        events.push_back(std::move(event));
    return events;
}

void FakeJournal::visitAttachments(std::function<void(Hash const&, std::uint64_t bytes)> const& visit) {
    for (auto const& [id, log] : m_logs)
        for (auto const& event : log.events)
            for (auto const& section : event.sections)
                for (auto const& named : attachmentsIn(section))
                    visit(named.hash, named.bytes);
}

void FakeJournal::shred(LogId log, std::uint64_t sequence, std::uint8_t sectionIndex) {
    m_logs.at(log).shredded.emplace(sequence, sectionIndex);
    std::erase_if(m_logs.at(log).events.at(sequence).sections,
                  [&](auto const& section) { return section.index == sectionIndex; });
}

bool FakeJournal::holds(EventId event) const {
    return std::any_of(m_logs.begin(), m_logs.end(), [&](auto const& each) {
        auto const& events = each.second.events;
        return std::any_of(events.begin(), events.end(),
                           [&](auto const& held) { return held.leaf == event; });
    });
}

std::unordered_set<EventId> FakeJournal::leaves() const {
    std::unordered_set<EventId> leaves;
    for (auto const& [id, log] : m_logs)
        for (auto const& event : log.events)
            leaves.insert(event.leaf);
    return leaves;
}

std::vector<SearchEntry> FakeJournal::searchEntries(StreamId stream) const {
    std::vector<SearchEntry> found;
    std::copy_if(m_search.begin(), m_search.end(), std::back_inserter(found),
                 [&](auto const& entry) { return entry.stream == stream; });
    return found;
}

void FakeJournal::replaceEverySnapshot(std::function<Bytes(Bytes const&)> const& change) {
    for (auto& [id, stream] : m_streams)
        stream.state = change(stream.state);
}

} // namespace ob::core
