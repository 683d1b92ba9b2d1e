// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk.h"

#include "core/ensure.h"
#include "core/event_body.h"
#include "core/import/source_key.h"
#include "core/restricted_parts.h"

#include <algorithm>
#include <unordered_set>

namespace ob::core {
namespace {

/// What a stream is whose creating event was not understood when it came: it was filed as a desk's.
std::optional<StreamKind> newlyKnownKind(std::vector<EncodedEvent> const& events) {
    for (auto const& encoded : events) {
        auto const header = encoded.creates ? decodeHeader(encoded.header) : tl::unexpected(EventFault{});
        if (!header) continue;
        auto const kind = streamCreatedBy(header->kind);
        if (kind != StreamKind::Desk) return kind;
    }
    return std::nullopt;
}

bool isHeld(RestrictedParts const& parts, SectionClass sectionClass) {
    switch (sectionClass) {
    case SectionClass::Open: return true;
    case SectionClass::Joint: return parts.joint.has_value();
    case SectionClass::Own: return parts.own.has_value();
    case SectionClass::Personal: return parts.personal.has_value();
    case SectionClass::Sealed: return parts.sealed.has_value();
    }
    return false;
}

/// What others have opened out of a system that this desk may import from, too.
std::optional<SourceEntry> sourceOf(Event const& event) {
    if (!event.creates() || !event.isUnderstood()) return std::nullopt;
    auto const* const opened = std::get_if<IncidentOpened>(&event.body().fact);
    if (opened == nullptr || opened->sourceId.isEmpty()) return std::nullopt;
    return SourceEntry{.key = sourceHash(othersSourceKey(opened->sourceId.text())),
                       .stream = event.stream(),
                       .digest = {},
                       .incident = {}};
}

} // namespace

Desk::Desk(DeskProfile profile, Surroundings surroundings, LogAuthor live, LogAuthor bulk)
    : m_profile(std::move(profile)), m_around(std::move(surroundings)),
      m_own{OwnLog(std::move(live)), OwnLog(std::move(bulk))},
      m_live([this](StreamId stream) { return loaded(stream); }),
      m_mint(m_profile.numberFirst, m_profile.numberLast) {
    m_around.journal.listen(
        {.committed = [this](JournalToken token) { onCommitted(token); },
         .failed = [this](JournalToken token, std::string const& reason) { onFailed(token, reason); }});
    start();
}

void Desk::start() {
    auto const logs = m_around.journal.logs();
    std::unordered_set<StreamId> voided;
    for (auto const& extent : logs) {
        m_authors[extent.record.id] = extent.record.agency;
        m_around.admissions.addLog(extent.record.id, {extent.record.deskKey}, extent.record.agency);
        for (StreamId const stream : voidedStreams(extent.record.id))
            voided.insert(stream);
    }
    auto const opening = m_around.journal.range(m_own.front().author.id(), 0, 1);
    OB_ENSURE(!opening.empty());
    m_ownStream = opening.front().stream;
    std::unordered_map<LogId, std::uint64_t> remembered;
    std::vector<StreamId> filedAsDesk;
    m_around.journal.visitBoard([&](StreamSnapshot const& snapshot) {
        if (snapshot.kind == StreamKind::Desk && snapshot.stream != m_ownStream)
            filedAsDesk.push_back(snapshot.stream);
        if (snapshot.kind != StreamKind::Desk) {
            // What was remembered may be from before the revocation.
            bool const isOld = voided.contains(snapshot.stream);
            m_live.restore(snapshot.stream, isOld ? ByteView{} : ByteView(snapshot.state), snapshot.held);
        } else if (auto const state = DeskState::decode(snapshot.state)) {
            for (IncidentNumber const number : state->lastNumbers)
                m_mint.take(number);
            for (auto const& [log, range] : state->frontiers)
                remembered[log] = std::max(remembered[log], range.size());
            m_shreddings = state->shreddings;
        }
    });
    for (auto const& extent : logs)
        if (extent.record.own) takeUp(extent.record.id, remembered[extent.record.id], extent.size);
    for (StreamId const stream : filedAsDesk)
        if (auto const kind = newlyKnownKind(m_around.journal.stream(stream, {}))) {
            m_live.reload(stream);
            m_pending.snapshots.push_back({.stream = stream, .kind = *kind, .onBoard = true, .state = {}});
        }
    shredForgotten(); // before anything is folded: a crash may have come in between
    // They grew since they were remembered: perhaps just before a crash.
    for (StreamId const stream : m_live.stale())
        m_unindexed.try_emplace(stream);
    m_live.settle();
    auto const waiting = m_live.waiting();
    m_forgottenAhead.insert(waiting.begin(), waiting.end());
    for (auto const& [id, incident] : m_live.board().incidents())
        m_mint.take(incident->number);
}

/// What came after the remembered state, or all when there is none: numbers of incidents that may have left
/// the board, words that may not be shredded yet.
void Desk::takeUp(LogId log, std::uint64_t begin, std::uint64_t end) {
    constexpr std::uint64_t block = 4096;
    for (; begin < end; begin += block)
        for (auto const& encoded : m_around.journal.range(log, begin, std::min(begin + block, end))) {
            auto const header = decodeHeader(encoded.header);
            bool const matters =
                header && (header->kind == IncidentOpened::kind || header->kind == SectionForgotten::kind);
            if (!matters) continue;
            Event const event = decoded(encoded);
            if (!event.isUnderstood()) continue;
            if (auto const* const opened = std::get_if<IncidentOpened>(&event.body().fact))
                m_mint.take(opened->number);
            noteForgotten(event);
        }
}

Event Desk::decoded(EncodedEvent const& encoded) const {
    auto const admission = m_around.admissions.admissionOf(encoded.log, encoded.sequence);
    if (encoded.decoded && admission == encoded.decoded->admission()) return *encoded.decoded;
    return decodedAs(encoded, admission);
}

Event Desk::decodedAs(EncodedEvent const& encoded, Admission admission) const {
    auto const author = m_authors.find(encoded.log);
    OB_ENSURE(author != m_authors.end());
    auto event = decodeEvent(encoded, author->second, admission);
    if (!event)
        throw StoreError("event " + encoded.leaf.hex() + " in the journal is damaged ("
                         + std::string(nameOf(event.error())) + "): run oneboardctl verify");
    return *std::move(event);
}

std::vector<Event> Desk::events(StreamId stream, std::optional<Instant> arrivedUntil) const {
    std::vector<Event> all;
    for (auto const& encoded : m_around.journal.stream(stream, arrivedUntil))
        if (!encoded.isStub()) all.push_back(decoded(encoded));
    if (arrivedUntil) return all;
    if (auto const waiting = m_uncommitted.find(stream); waiting != m_uncommitted.end())
        all.insert(all.end(), waiting->second.begin(), waiting->second.end());
    // Without effect, unless its log holds it again: another history was settled since.
    for (auto const& [encoded, head, path] : m_around.journal.aside(stream))
        if (std::ranges::find(all, encoded.leaf, &Event::id) == all.end())
            all.push_back(decodedAs(encoded, Admission::Voided));
    return all;
}

bool Desk::hasWaiting(StreamId stream) const {
    auto const* const fold = m_live.fold(stream);
    return fold != nullptr && !fold->waiting().empty();
}

bool Desk::recall(IncidentId incident) {
    if (m_live.board().incident(incident)) return true;
    m_live.reload(incident);
    m_pending.changes.add(m_live.settle({incident}));
    if (!m_live.board().incident(incident)) return false;
    // Without a state it is folded from its events at the next start.
    m_pending.snapshots.push_back(
        {.stream = incident, .kind = StreamKind::Incident, .onBoard = true, .state = {}});
    return true;
}

Context Desk::context(OperatorSession const& session) {
    Context context;
    context.now = m_around.clock.now();
    context.localDay = m_around.zone.localDay(context.now);
    context.agency = m_profile.agency;
    context.operatorName = session.operatorName;
    context.position = session.position;
    context.roles = session.roles;
    context.drill = m_profile.drill;
    context.nextNumber = m_mint.next(context.localDay);
    context.agencyCodes = m_profile.agencyCodes;
    for (std::size_t index = 0; index < m_profile.agencyCodes.size(); ++index)
        context.allAgencies.push_back({static_cast<std::uint16_t>(index)});
    context.rules = &m_around.rules;
    return context;
}

void Desk::submit(Command const& command, OperatorSession const& session, Reply reply, Lane lane) {
    if (m_readOnly) return reply(tl::unexpected(Refusal{RefusalCode::StorageReadOnly, {m_readOnlyReason}}));
    if (hasEnded()) return reply(tl::unexpected(Refusal{RefusalCode::DeskRevoked, {}}));
    auto drafts = decide(m_live.board(), command, context(session));
    while (drafts && settleFor(*drafts))
        drafts = decide(m_live.board(), command, context(session));
    if (!drafts) return reply(tl::unexpected(drafts.error()));
    Receipt receipt;
    write(*drafts, lane, receipt);
    m_pending.changes.add(m_live.settle(receipt.streams));
    m_pending.replies.emplace_back(std::move(reply), std::move(receipt));
}

/// What is written has all that is held as its ancestors, so all of it has a say in whether it may be. True
/// when the board is another one now.
bool Desk::settleFor(Drafts const& drafts) {
    std::vector<StreamId> stale;
    for (Draft const& draft : drafts)
        if (!isSettled(draft.stream)) stale.push_back(draft.stream);
    if (stale.empty()) return false;
    m_pending.changes.add(m_live.settle(stale));
    return true;
}

void Desk::write(Drafts const& drafts, Lane lane, Receipt& receipt) {
    LogAuthor& author = m_own[static_cast<std::size_t>(lane)].author;
    auto written = author.write(
        drafts, [this](StreamId stream) { return m_live.heads(stream); }, m_around.clock.now(),
        m_around.salt);
    for (auto& encoded : written) {
        Event const event = decoded(encoded);
        if (auto const* const opened = std::get_if<IncidentOpened>(&event.body().fact))
            m_mint.take(opened->number);
        noteLookups(event);
        noteForgotten(event);
        noteUncommitted(event);
        m_live.takeOwn(event);
        if (event.admission() == Admission::Admissible)
            encoded.decoded = std::make_shared<Event const>(event);
        receipt.events.push_back(encoded.leaf);
        receipt.streams.push_back(encoded.stream);
        m_pending.events.push_back(std::move(encoded));
    }
}

void Desk::take(JournalBatch remote, Stored stored) {
    if (m_readOnly) return stored(false);
    if (!remote.cuts.empty()) flush(); // what is pending may be about what is cut
    if (auto const streams = streamsSetAside(remote); !streams.empty())
        stored = [this, streams, stored](bool isDurable) {
            for (StreamId const stream : streams)
                if (isDurable) m_live.reload(stream);
            if (isDurable) m_pending.changes.add(m_live.settle(streams));
            stored(isDurable);
        };
    for (auto const& record : remote.logs) {
        m_authors[record.id] = record.agency;
        m_around.admissions.addLog(record.id, {record.deskKey}, record.agency);
    }
    std::vector<StreamId> revived;
    for (auto& encoded : remote.events) {
        if (!encoded.isStub()) {
            Event const event = decoded(encoded);
            // Perhaps one that this desk gave before its database was restored.
            if (event.isUnderstood())
                if (auto const* const opened = std::get_if<IncidentOpened>(&event.body().fact))
                    m_mint.take(opened->number);
            noteUncommitted(event);
            noteLookups(event);
            noteForgotten(event);
            if (m_forgottenAhead.erase(event.stream()) > 0) loaded(event.stream());
            if (auto source = sourceOf(event)) m_pending.sources.push_back(*std::move(source));
            if (!event.creates() && m_live.fold(event.stream()) == nullptr) revived.push_back(event.stream());
            m_live.take(event);
            // It may be aside, and back in its log now.
            if (m_around.admissions.keptOf(encoded.log)) m_live.reload(event.stream());
        }
        m_pending.events.push_back(std::move(encoded));
    }
    // While much comes most of the work is for what comes next: what was folded anew would be soon again.
    std::size_t const many = m_around.foldsAtOnce / 16;
    m_pending.changes.add(
        m_live.settle(remote.events.size() < many ? m_around.foldsAtOnce : remote.events.size()));
    // Without a state they are folded from their events at the next start.
    for (StreamId const stream : revived)
        if (m_live.board().incident(stream))
            m_pending.snapshots.push_back(
                {.stream = stream, .kind = StreamKind::Incident, .onBoard = true, .state = {}});
    auto const append = [](auto& to, auto& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    append(m_pending.remote.cuts, remote.cuts);
    append(m_pending.remote.aside, remote.aside);
    append(m_pending.remote.logs, remote.logs);
    append(m_pending.remote.stubs, remote.stubs);
    append(m_pending.remote.heads, remote.heads);
    append(m_pending.remote.disclosed, remote.disclosed);
    m_pending.stored.push_back(std::move(stored));
    // Ready before the commit at hand has ended, so that the disk does not wait for this thread.
    constexpr std::size_t enough = 2048;
    if (m_pending.events.size() >= enough) flush();
}

void Desk::noteLookups(Event const& event) {
    auto const& personal = event.restricted().personal;
    if (!m_around.lookupKey || !personal || !personal->callerPhone) return;
    m_pending.lookups.emplace_back(event.stream(), m_around.lookupKey(*personal->callerPhone));
}

void Desk::noteForgotten(Event const& event, Forgotten which) {
    if (!event.isUnderstood()) return;
    auto const* const fact = std::get_if<SectionForgotten>(&event.body().fact);
    if (!fact) return;
    bool isHere = false;
    for (Event const& each : events(event.stream())) {
        if (each.id() != fact->event) continue;
        isHere = true;
        if (each.author() != event.author()) continue;
        if (fact->index >= each.header().commitments.size()
            || each.header().commitments[fact->index].sectionClass != fact->sectionClass)
            continue;
        if (which == Forgotten::Held && !isHeld(each.restricted(), fact->sectionClass)) continue;
        if (forgetAside(each, fact->index)) continue;
        m_shreddings.push_back({.log = each.header().log,
                                .sequence = each.header().sequence,
                                .section = fact->index,
                                .stream = event.stream()});
    }
    if (!isHere) m_forgottenAhead.insert(event.stream());
}

std::vector<Event> Desk::loaded(StreamId stream) {
    auto all = events(stream);
    for (Event const& event : all)
        if (event.header().kind == SectionForgotten::kind) noteForgotten(event, Forgotten::Held);
    return all;
}

} // namespace ob::core
