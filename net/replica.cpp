// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/replica.h"

#include "core/journal/event_codec.h"

#include <algorithm>

namespace ob::net {
namespace {

/// Null for a stub, and for what no desk can read.
std::shared_ptr<core::Event const> decoded(core::EncodedEvent const& encoded, core::AgencyIndex author) {
    if (encoded.decoded || encoded.isStub()) return encoded.decoded;
    auto event = core::decodeEvent(encoded, author);
    return event ? std::make_shared<core::Event const>(*std::move(event)) : nullptr;
}

} // namespace

Replica::Replica(LocalDesk desk, ReplicaOutput out)
    : m_state{.desk = desk,
              .out = std::move(out),
              .sharing = core::Sharing({.events = desk.events,
                                        .agencyOfUnit = desk.agencyOfUnit,
                                        .coordinators = desk.realm.coordinators,
                                        .own = desk.agency}),
              .logs = {},
              .peers = {},
              .ticks = {}},
      m_intake(m_state), m_serving(m_state), m_forks(m_state), m_settling(m_state, m_intake, m_serving),
      m_cosigner(m_state), m_positions(m_state), m_blobServing(m_state),
      m_blobFetching(m_state, [this](core::Hash const& hash) { m_blobServing.noteHeld(hash); }) {
    for (auto& extent : m_state.desk.journal.logs()) {
        auto const id = extent.record.id;
        ReplicaLog& log = m_state.logs[id];
        log.record = std::move(extent.record);
        log.size = log.taken = extent.size;
        lookForHashes(log);
        log.head = std::move(extent.newestHead);
        if (log.head) log.takenHead = log.head->note;
        log.isWriting = std::find(m_state.desk.writing.begin(), m_state.desk.writing.end(), id)
                        != m_state.desk.writing.end();
        if (log.isWriting) log.ways.best = 0;
    }
    m_state.desk.journal.visitStreams([&](core::StreamId stream, core::StreamKind, bool onBoard) {
        if (onBoard) m_unsearched.push_back(stream);
    });
    m_state.isLookedThrough = m_unsearched.empty();
}

void Replica::connect(PeerId id, PeerDesk desk, core::Instant ticks) {
    m_state.ticks = ticks;
    Peer peer;
    peer.reader = {.agency = desk.agency, .clearance = desk.clearance};
    peer.desk = std::move(desk);
    m_state.peers.insert_or_assign(id, std::move(peer));
    m_waysChanged = true;
    m_state.desk.noteSent(ownSizes());
    std::vector<core::LogId> all;
    for (auto const& [log, known] : m_state.logs)
        all.push_back(log);
    sendHave(id, all);
    m_forks.tell(id);
    m_cosigner.tell(id);
    if (m_state.desk.statements)
        for (auto const& statement : m_state.desk.statements())
            m_state.out.send(id, FrameType::Statement, encode(statement), Priority::Control);
    for (auto const& [logId, log] : m_state.logs)
        askForBodies(id, log);
    m_blobFetching.connect(id);
    if (m_state.peers.at(id).desk.agency == m_state.desk.agency) m_newcomers[id] = {};
    for (auto* const streams : {&m_waiting, &m_lacking})
        for (auto& [stream, known] : *streams)
            known = asking();
}

void Replica::disconnect(PeerId id, core::Instant ticks) {
    m_state.ticks = ticks;
    m_blobServing.disconnect(id);
    m_blobFetching.disconnect(id);
    if (auto const* const peer = m_state.peer(id);
        peer != nullptr && isClearedAsItsAgency(peer->desk.clearance))
        for (auto const& [log, have] : peer->have) {
            auto& held = m_heldAtEnd[{peer->desk.agency, log}];
            held = std::max(held, have.complete);
        }
    m_state.peers.erase(id);
    m_newcomers.erase(id);
    m_waysChanged = true;
    std::erase_if(m_bodies, [&](auto const& each) { return each.first.first == id; });
    std::erase_if(m_given, [&](auto const& each) { return each.first.first == id; });
    m_settling.disconnect(id);
    m_intake.forget(id);
}

core::LogSizes Replica::ownSizes() const {
    core::LogSizes sizes;
    for (auto const& [id, log] : m_state.logs)
        if (log.record.own) sizes[id] = log.size;
    return sizes;
}

void Replica::badFrame(PeerId from, char const* what) {
    m_state.out.drop(from, {RefuseReason::BadFrame, std::string("not a ") + what});
}

void Replica::receive(PeerId from, FrameType type, core::ByteView payload, core::Instant ticks) {
    m_state.ticks = ticks;
    Peer* const peer = m_state.peer(from);
    if (peer == nullptr) return;
    switch (type) {
    case FrameType::Have: {
        auto const entries = decodeHave(payload);
        return entries ? takeHave(from, *entries) : badFrame(from, "list of logs");
    }
    case FrameType::Want: {
        auto const want = decodeWant(payload);
        return want ? m_serving.want(from, *want) : badFrame(from, "want");
    }
    case FrameType::Unwant: {
        auto const log = decodeUnwant(payload);
        return log ? m_serving.unwant(from, *log) : badFrame(from, "log id");
    }
    case FrameType::Batch: {
        auto batch = decodeBatch(payload, [this](core::LogId id) -> std::optional<core::AgencyIndex> {
            ReplicaLog const* const log = m_state.log(id);
            return log != nullptr && log->isKnown() ? std::optional(log->record.agency) : std::nullopt;
        });
        if (!batch) return badFrame(from, "batch");
        if (m_settling.receive(from, *batch, payload.size())) return;
        return m_intake.receive(from, *std::move(batch), payload.size());
    }
    case FrameType::Credit: {
        auto const credit = decodeCredit(payload);
        if (!credit) return badFrame(from, "credit");
        peer->credit = std::min<std::uint64_t>(peer->credit + *credit, maxCredit);
        return m_serving.pump(from);
    }
    case FrameType::WantStreams: {
        auto const streams = decodeWantStreams(payload);
        return streams ? m_serving.wantStreams(from, *streams) : badFrame(from, "list of streams");
    }
    case FrameType::WantBodies: {
        auto const wanted = decodeWantBodies(payload);
        return wanted ? m_serving.wantBodies(from, *wanted) : badFrame(from, "list of ranges");
    }
    case FrameType::BodiesGiven: {
        auto const given = decodeBodiesGiven(payload);
        return given ? takeGiven(from, *given) : badFrame(from, "answer to a want of bodies");
    }
    case FrameType::Upgrade: {
        auto const upgrade = decodeUpgrade(payload);
        return upgrade ? m_intake.receive(from, *upgrade, payload.size()) : badFrame(from, "list of events");
    }
    case FrameType::ForkQuestion: {
        auto const question = decodeForkQuestion(payload);
        if (!question) return badFrame(from, "question");
        m_forks.answer(from, *question);
        if (m_state.log(question->log) != nullptr && m_forks.isProven(question->log))
            m_intake.stop(question->log);
        return;
    }
    case FrameType::ForkProof:
        if (auto const log = m_forks.receive(from, payload)) m_intake.stop(*log);
        return;
    case FrameType::Statement:
        if (auto const statement = decodeStatement(payload)) return takeStatement(from, *statement);
        return badFrame(from, "statement");
    case FrameType::Positions:
        return m_positions.receive(from, payload) ? void()
                                                  : badFrame(from, "list of positions for this desk");
    case FrameType::PositionsTaken: {
        auto const bytes = decodePositionsTaken(payload);
        return bytes ? m_positions.taken(from, *bytes) : badFrame(from, "number of bytes");
    }
    case FrameType::BlobWant: {
        auto const want = decodeBlobWant(payload);
        return want ? m_blobServing.want(from, *want) : badFrame(from, "want of an attachment");
    }
    case FrameType::BlobChunk: {
        auto chunk = decodeBlobChunk(payload);
        return chunk ? m_blobFetching.chunk(from, *std::move(chunk))
                     : badFrame(from, "chunk of an attachment");
    }
    case FrameType::BlobNone: {
        auto const hash = decodeBlobNone(payload);
        return hash ? m_blobFetching.none(from, *hash) : badFrame(from, "hash of an attachment");
    }
    case FrameType::BlobHave: {
        auto const hashes = decodeBlobHave(payload);
        return hashes ? m_blobFetching.have(from, *hashes) : badFrame(from, "list of attachments");
    }
    case FrameType::SetAside: {
        auto aside = core::decodeAside(payload);
        bool const isSound = aside && m_settling.receive(*std::move(aside));
        return isSound ? void() : badFrame(from, "event of another history");
    }
    case FrameType::Hello:
    case FrameType::Refuse:
    case FrameType::Ping:
    case FrameType::Pong: break;
    }
    badFrame(from, "frame that may come now");
}

void Replica::takeStatement(PeerId from, Statement const& statement) {
    if (statement.kind > StatementKind::Bodies) return; // of a newer version
    if (statement.kind == StatementKind::Cosignature || statement.kind == StatementKind::Bodies) {
        if (!m_cosigner.receive(from, statement)) badFrame(from, "statement of a witness");
        return;
    }
    if (!m_state.desk.takeStatement) return;
    switch (m_state.desk.takeStatement(statement)) {
    case LocalDesk::Standing::Invalid:
        return m_state.out.drop(from, {RefuseReason::BadFrame, "a statement that its agency has not signed"});
    case LocalDesk::Standing::Known: return;
    case LocalDesk::Standing::News: return publish(statement, from);
    }
}

void Replica::publish(Statement const& statement, PeerId except) {
    m_state.sharing.noteStanding();
    for (auto const& [id, peer] : m_state.peers)
        if (id != except) m_state.out.send(id, FrameType::Statement, encode(statement), Priority::Control);
}

void Replica::restoreForkProof(core::LogId log, core::Bytes proof) {
    m_forks.restore(log, std::move(proof));
    if (m_state.log(log) != nullptr) m_intake.stop(log);
}

HaveEntry Replica::haveOf(ReplicaLog const& log, PeerId to) const {
    return {.log = log.record.id,
            .size = log.size,
            .complete = m_state.completeOf(log),
            .root = log.head ? log.head->root : core::Hash{},
            .hops = log.ways.without(to)};
}

void Replica::tellWays() {
    if (!std::exchange(m_waysChanged, false)) return;
    for (auto& [id, log] : m_state.logs)
        log.ways = m_intake.waysOf(log);
    for (auto const& [id, peer] : m_state.peers) {
        std::vector<core::LogId> changed;
        for (auto const& [logId, log] : m_state.logs) {
            auto const told = peer.toldHops.find(logId);
            if (log.size > 0 && (told == peer.toldHops.end() || told->second != log.ways.without(id)))
                changed.push_back(logId);
        }
        sendHave(id, changed);
    }
}

void Replica::sendHave(PeerId to, std::vector<core::LogId> const& logs) {
    std::vector<HaveEntry> entries;
    Peer& peer = m_state.peers.at(to);
    for (auto const& id : logs) {
        ReplicaLog const& log = m_state.logs.at(id);
        if (log.size > 0) {
            entries.push_back(haveOf(log, to));
            peer.toldHops[id] = entries.back().hops;
        }
        if (entries.size() == maxHaveEntries)
            m_state.out.send(to, FrameType::Have, encodeHave(std::exchange(entries, {})), Priority::Control);
    }
    if (!entries.empty()) m_state.out.send(to, FrameType::Have, encodeHave(entries), Priority::Control);
}

void Replica::takeHave(PeerId from, std::vector<HaveEntry> const& entries) {
    Peer& peer = m_state.peers.at(from);
    for (auto const& entry : entries) {
        auto& known = peer.have[entry.log];
        if (entry.hops != known.hops) m_waysChanged = true;
        known = entry; // it may have become shorter: another history of it was settled
        auto found = m_state.logs.find(entry.log);
        if (found == m_state.logs.end()) {
            if (m_state.logs.size() >= maxKnownLogs)
                return m_state.out.drop(from, {RefuseReason::TooMany, "more logs than a desk keeps"});
            found = m_state.logs.emplace(entry.log, ReplicaLog{}).first;
            found->second.record.id = entry.log;
        }
        ReplicaLog const& log = found->second;
        if (log.isWriting && entry.size > log.size)
            m_state.out.news(
                {.kind = ReplicaNews::Kind::OwnLogIsLonger, .log = entry.log, .peer = from, .proof = {}});
        if (log.head && entry.size == log.size && entry.root != log.head->root) m_forks.suspect(from, log);
        m_intake.choose(entry.log);
        if (m_state.peer(from) == nullptr) return;
    }
}

/// Of a stream that has begun and is here whole, so that it need not be read again when somebody asks for it.
void Replica::noteBegun(std::vector<core::EncodedEvent> const& events) {
    std::map<core::StreamId, std::vector<core::Event>> begun;
    for (auto const& encoded : events)
        if (encoded.creates && encoded.decoded) begun[encoded.stream];
    if (begun.empty()) return;
    for (auto const& encoded : events)
        if (auto const stream = begun.find(encoded.stream); stream != begun.end() && encoded.decoded)
            stream->second.push_back(*encoded.decoded);
    for (auto const& [stream, all] : begun) {
        auto const* const fold = m_state.desk.fold(stream);
        if (m_state.desk.isSettled(stream) && fold != nullptr && fold->order().size() == all.size()
            && fold->waiting().empty())
            m_state.sharing.noteWhole(stream, all, *fold);
    }
}

void Replica::noteEvent(core::EncodedEvent const& encoded) {
    auto const author = m_state.logs.at(encoded.log).record.agency;
    auto const event = decoded(encoded, author);
    if (!event) return;
    auto const& header = event->header();
    auto const stream = encoded.stream;
    m_state.sharing.noteNew(*event);
    m_serving.noteArrived(stream);
    // An ancestor may have been what an event that gives a role was waiting for.
    bool const mayGiveRole = core::Sharing::changesRoles(header.kind) || m_waiting.contains(stream);
    noteJoint(encoded);
    if (!isSure(stream)) m_state.unsure.note(stream, encoded.log, encoded.sequence);
    if (mayLack(encoded, header, author)) m_lacking.insert_or_assign(stream, asking());
    if (!m_state.desk.isSettled(stream)) {
        bool const isPart = encoded.sections.size() < header.commitments.size();
        m_unsettled[stream] |= mayGiveRole || isPart;
        return;
    }
    noteSettled(stream, mayGiveRole);
}

void Replica::noteCommitted(core::Desk::Commit const& commit, core::Instant ticks) {
    m_state.ticks = ticks;
    std::set<core::LogId> changed;
    bool hasOwn = false;
    core::LogSizes sizesBefore;
    for (auto const& head : commit.heads)
        if (ReplicaLog* const log = m_state.log(head.log); log != nullptr && log->cutting) {
            log->size = *std::exchange(log->cutting, std::nullopt);
            for (auto* const leaves : {&log->whole, &log->sure, &log->complete})
                *leaves = std::min(*leaves, log->size);
            log->given.clear();
        }
    for (auto const& event : commit.events)
        if (ReplicaLog const* const log = m_state.log(event.log)) sizesBefore.emplace(event.log, log->size);
    for (auto const& head : commit.heads) {
        auto found = m_state.logs.find(head.log);
        if (found == m_state.logs.end() || !found->second.isKnown()) {
            for (auto& extent : m_state.desk.journal.logs())
                if (extent.record.id == head.log) m_state.logs[head.log].record = std::move(extent.record);
            found = m_state.logs.find(head.log);
        }
        ReplicaLog& log = found->second;
        auto const before = log.size;
        log.size = std::max(log.size, head.size);
        log.taken = std::max(log.taken, log.size);
        log.head = head;
        for (auto* const leaves : {&log.whole, &log.complete})
            if (*leaves == before) *leaves = log.size;
        noteGiven(log);
        if (log.isWriting) {
            log.takenHead = head.note;
            hasOwn = true;
        }
        changed.insert(head.log);
    }
    std::set<core::StreamId> completed;
    for (auto const& event : commit.events) {
        ReplicaLog& log = m_state.logs.at(event.log);
        if (event.isStub()) {
            log.whole = std::min(log.whole, event.sequence);
            if (event.sequence >= log.sure) log.complete = std::min(log.complete, event.sequence);
            continue;
        }
        bool const isUpgrade = event.sequence < sizesBefore[event.log];
        if (isUpgrade) completed.insert(event.stream);
        if (!isUpgrade || (event.sequence != log.complete && event.sequence != log.whole)) continue;
        lookForHashes(log);
        changed.insert(event.log);
    }
    noteBegun(commit.events);
    for (auto const& event : commit.events)
        noteEvent(event);
    for (auto const& [log, sequence, section] : commit.disclosed)
        for (auto const& event : m_state.desk.journal.range(log, sequence, sequence + 1)) {
            completed.insert(event.stream);
            noteJoint(event);
        }
    for (auto const stream : completed)
        m_serving.noteCompleted(stream);
    changed.merge(releaseSure());
    if (hasOwn && !m_state.peers.empty()) m_state.desk.noteSent(ownSizes());
    std::vector<core::LogId> const list(changed.begin(), changed.end());
    for (auto const& [id, peer] : m_state.peers)
        sendHave(id, list);
    m_intake.retryUpgrades();
    m_serving.pumpAll();
    m_blobServing.noteCommitted();
    m_blobFetching.noteCommitted(commit);
}

void Replica::tick(core::Instant ticks) {
    m_state.ticks = ticks;
    for (core::LogId const log : m_forks.receiveEarly())
        m_intake.stop(log);
    tellWays();
    noteSettled();
    tellGiven();
    if (m_settling.tick())
        for (auto& [stream, known] : m_waiting)
            known = asking();
    m_intake.chooseAll();
    m_cosigner.tick();
    lookForLacking();
    shareWithNewcomers();
    askForStreams();
    askAgainForBodies();
    m_serving.pumpAll();
    m_positions.tidy();
    m_positions.flush();
    m_positions.pumpAll();
    m_blobServing.pumpAll();
    m_blobFetching.tick();
}

} // namespace ob::net
