// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/log_intake.h"

#include "core/crypto/sha256.h"
#include "core/ensure.h"
#include "core/event_body.h"
#include "core/identity/log_id.h"
#include "core/identity/realm_file.h"
#include "core/journal/checkpoint.h"
#include "core/journal/event_codec.h"
#include "core/journal/event_sections.h"

#include <algorithm>

namespace ob::net {
namespace {

constexpr std::uint64_t creditStep = initialCredit / 8;
constexpr std::size_t maxDeferred = 256;

/// The first event of a log must be the opening that its origin speaks of.
bool isOpeningOf(core::EncodedEvent const& event, core::LogRecord const& record) {
    auto const decoded = core::decodeEvent(event, record.agency);
    if (!decoded || !decoded->isUnderstood()) return false;
    auto const* const opened = std::get_if<core::LogOpened>(&decoded->body().fact);
    return opened != nullptr && opened->nonce == record.nonce && opened->lane == record.lane
           && opened->certificate == core::sha256(record.certificate);
}

} // namespace

LogIntake::Nearness LogIntake::nearnessOf(PeerId id, ReplicaLog const& log) const {
    Peer const& peer = m_state.peers.at(id);
    auto const have = peer.have.find(log.record.id);
    Nearness nearness;
    if (have != peer.have.end() && have->second.hops)
        nearness = {.hasWay = true, .rank = 0, .hops = -*have->second.hops};
    if (!log.isKnown()) return nearness;
    bool const isAuthor = peer.desk.deskKey.bytes == log.record.deskKey;
    nearness.rank = isAuthor ? 2 : peer.desk.agency == log.record.agency ? 1 : 0;
    return nearness;
}

ReplicaLog::Ways LogIntake::waysOf(ReplicaLog const& log) const {
    ReplicaLog::Ways ways;
    if (log.isWriting) ways.best = 0;
    if (log.isWriting) return ways;
    for (auto const& [id, peer] : m_state.peers) {
        auto const have = peer.have.find(log.record.id);
        if (have == peer.have.end() || !have->second.hops || *have->second.hops >= maxHops) continue;
        auto const here = static_cast<std::uint8_t>(*have->second.hops + 1);
        if (!ways.best || here < *ways.best) {
            ways.other = std::exchange(ways.best, here);
            ways.through = id;
        } else if (!ways.other || here < *ways.other) {
            ways.other = here;
        }
    }
    return ways;
}

/// Also a peer that has no more than this desk is asked: then what is added comes by itself, and positions
/// do.
bool LogIntake::isBetter(PeerId candidate, PeerId current, ReplicaLog const& log) const {
    auto const sizeAt = [&](PeerId id) {
        auto const& have = m_state.peers.at(id).have;
        auto const found = have.find(log.record.id);
        return found == have.end() ? 0 : found->second.size;
    };
    if (sizeAt(candidate) < log.next() || sizeAt(candidate) == 0) return false;
    if (current == 0) return true;
    bool const hasMore = sizeAt(candidate) > log.next();
    if (!hasMore && sizeAt(current) > log.next()) return false;
    auto const one = nearnessOf(candidate, log);
    auto const other = nearnessOf(current, log);
    if (one != other) {
        if (one > other) return true;
        // The nearer one may be a way that leads nowhere just now.
    }
    // A source that pushes is not left for one that is a moment ahead.
    bool const isStale = m_state.ticks - log.lastProgress > staleSourceAfter;
    return hasMore && isStale && sizeAt(candidate) > sizeAt(current);
}

void LogIntake::choose(core::LogId id) {
    ReplicaLog* const log = m_state.log(id);
    if (log == nullptr || log->isWriting || log->isStopped || m_hasFailed) return;
    if (m_state.ticks < log->restsUntil) return;
    PeerId best = log->source;
    for (auto const& [peer, known] : m_state.peers)
        if (peer != best && isBetter(peer, best, *log)) best = peer;
    if (best == log->source) return;
    if (log->source != 0)
        m_state.out.send(log->source, FrameType::Unwant, encodeUnwant(id), Priority::Control);
    ask(*log, best);
    // Who has nothing for us now is left at once for one who has.
    if (m_state.peers.at(best).have.at(id).size <= log->next()) log->lastProgress = {};
}

void LogIntake::ask(ReplicaLog& log, PeerId source) {
    log.piece = {}; // what came of one is dropped
    log.source = source;
    log.lastProgress = m_state.ticks;
    m_state.out.send(source, FrameType::Want, encode(Want{.log = log.record.id, .from = log.taken}),
                     Priority::Control);
}

void LogIntake::chooseAll() {
    for (auto const& [id, log] : m_state.logs)
        choose(id);
}

/// The next piece begins where the last whole one ended.
void LogIntake::beginPiece(ReplicaLog& log) {
    if (!log.hasRange) {
        log.range = {};
        if (log.taken > 0)
            m_state.desk.journal.visitLeaves(log.record.id, [&](core::StubRun const& run) {
                if (log.range.size() == log.taken) return; // what is to be cut
                bool const isAppended = log.range.appendSubtree(run.level, run.hash);
                OB_ENSURE(isAppended);
            });
        OB_ENSURE(log.range.size() == log.taken);
        log.hasRange = true;
    }
    log.piece = {.events = {}, .bytes = 0, .range = log.range, .isAll = true};
}

void LogIntake::forget(PeerId peer) {
    std::erase_if(m_deferred, [&](auto const& each) { return each.first == peer; });
    for (auto& [id, log] : m_state.logs) {
        if (log.source != peer) continue;
        log.source = 0;
        log.piece = {};
    }
    chooseAll();
}

void LogIntake::stop(core::LogId id) {
    ReplicaLog& log = m_state.logs.at(id);
    log.isStopped = true;
    if (log.source != 0) m_state.out.send(log.source, FrameType::Unwant, encodeUnwant(id), Priority::Control);
    log.source = 0;
    log.piece = {};
}

bool LogIntake::isNearlyDone() const {
    constexpr std::uint64_t few = 512;
    std::uint64_t missing = 0;
    for (auto const& [id, log] : m_state.logs) {
        if (log.isWriting || log.isStopped || m_state.ticks < log.restsUntil) continue;
        std::uint64_t most = 0;
        for (auto const& [peer, known] : m_state.peers)
            if (auto const found = known.have.find(id); found != known.have.end())
                most = std::max(most, found->second.size);
        if (most > log.size) missing += most - log.size;
    }
    return missing < few;
}

void LogIntake::returnCredit(PeerId to, std::uint64_t bytes) {
    Peer* const peer = m_state.peer(to);
    if (peer == nullptr) return;
    peer->owedCredit += bytes;
    if (peer->owedCredit < creditStep) return;
    m_state.out.send(to, FrameType::Credit, encodeCredit(peer->owedCredit), Priority::Control);
    peer->owedCredit = 0;
}

void LogIntake::reject(PeerId from, ReplicaLog& log, RefuseReason reason, std::string const& detail) {
    log.source = 0;
    log.piece = {};
    m_state.out.news({.kind = ReplicaNews::Kind::BadLog, .log = log.record.id, .peer = from, .proof = {}});
    m_state.out.drop(from, {reason, "log " + log.record.id.hex().substr(0, 16) + ": " + detail});
}

bool LogIntake::learnOrigin(ReplicaLog& log, Batch const& batch) {
    if (log.isKnown()) return true;
    if (!batch.origin || batch.events.empty()) return false;
    auto const issued = core::verifyCertificate(batch.origin->certificate, m_state.desk.realm);
    if (!issued) return false;
    core::LogRecord record{.id = batch.log,
                           .agency = issued->certificate.agency,
                           .deskKey = issued->certificate.deskKey.bytes,
                           .nonce = batch.origin->nonce,
                           .lane = batch.origin->lane,
                           .certificate = batch.origin->certificate,
                           .own = false};
    bool const isItself = core::logIdOf({.realm = m_state.desk.realm.id,
                                         .deskKey = issued->certificate.deskKey,
                                         .nonce = record.nonce,
                                         .lane = record.lane})
                          == batch.log;
    if (!isItself || !isOpeningOf(batch.events.front(), record)) return false;
    log.record = std::move(record);
    return true;
}

/// False: the sender's rubbish. What its author wrote wrongly stays as its hash.
bool LogIntake::checkEvent(ReplicaLog const& log, core::EncodedEvent& event) const {
    if (event.isStub() || event.decoded) return true;
    auto decoded = core::decodeEvent(event, log.record.agency);
    if (decoded) event.decoded = std::make_shared<core::Event const>(*std::move(decoded));
    if (decoded) return true;
    if (decoded.error() == core::EventFault::WrongLeaf
        || decoded.error() == core::EventFault::WrongCommitment)
        return false;
    event = core::stubOf(event);
    return true;
}

/// A source that was left and asked again may send twice what it had sent, or go on after what was dropped.
/// False: there is nothing in it to go on with.
bool LogIntake::leadOn(ReplicaLog& log, Batch& batch) {
    if (batch.first > log.next()) {
        if (m_state.ticks - log.lastProgress > staleSourceAfter) ask(log, log.source);
        return false;
    }
    auto const known = static_cast<std::size_t>(log.next() - batch.first);
    if (known > 0 && known >= batch.events.size()) return false;
    batch.events.erase(batch.events.begin(), batch.events.begin() + static_cast<std::ptrdiff_t>(known));
    batch.first = log.next();
    return true;
}

void LogIntake::receive(PeerId from, Batch batch, std::size_t frameBytes) {
    ReplicaLog* const log = m_state.log(batch.log);
    if (log == nullptr || log->source != from || m_hasFailed || !leadOn(*log, batch))
        return returnCredit(from, frameBytes); // of a source that was left
    if (!learnOrigin(*log, batch))
        return reject(from, *log, RefuseReason::BadLog, "its origin does not hold");
    log->lastProgress = m_state.ticks;
    if (log->piece.events.empty()) beginPiece(*log);
    bool hasHashes = false;
    for (auto& event : batch.events) {
        hasHashes = hasHashes || event.isStub();
        if (!checkEvent(*log, event))
            return reject(from, *log, RefuseReason::BadLog,
                          "event " + std::to_string(event.sequence) + " is not what its header says");
        log->piece.range.append(event.leaf.hash());
        log->piece.events.push_back(std::move(event));
    }
    log->piece.bytes += frameBytes;
    bool const isOfItsAgency = m_state.peers.at(from).desk.agency == log->record.agency;
    log->piece.isAll = log->piece.isAll && (!hasHashes || (batch.isAll && isOfItsAgency));
    if (log->piece.events.size() > maxPieceEvents || log->piece.bytes > maxPieceBytes)
        return reject(from, *log, RefuseReason::TooMany, "a piece without an end");
    if (batch.head)
        finishPiece(from, *log, *batch.head, frameBytes);
    else
        returnCredit(from, frameBytes);
}

void LogIntake::finishPiece(PeerId from, ReplicaLog& log, std::string const& note, std::uint64_t credit) {
    auto const parsed = core::parseHead(note);
    auto const head = parsed
                          ? core::verifyHead(*parsed, {log.record.deskKey})
                          : tl::expected<core::Head, core::CheckpointFault>(tl::unexpected(parsed.error()));
    if (!head || head->log != log.record.id || head->size != log.piece.range.size())
        return reject(from, log, RefuseReason::BadLog, "its head does not hold");
    bool const isOther = head->root != log.piece.range.root();
    if ((isOther && log.isStopped) || (log.parted && log.inFlight > 0)) {
        leaveSettled(log);
        return returnCredit(from, credit);
    }
    if (!isOther && !isFitForKept(log)) { // of a history that its agency did not settle on
        stop(log.record.id);
        return returnCredit(from, credit);
    }
    if (isOther) {
        if (!log.takenHead) return reject(from, log, RefuseReason::BadLog, "its head is of another log");
        // Two logs under one name, or a sender that mixes things up: the one who holds the other log can
        // tell.
        m_state.out.send(from, FrameType::ForkQuestion,
                         encode(ForkQuestion{.log = log.record.id, .head = *log.takenHead}),
                         Priority::Control);
        log.source = 0;
        log.piece = {};
        return returnCredit(from, credit);
    }
    keepPace(log, log.piece.events.size(), log.piece.bytes);
    core::JournalBatch batch;
    if (log.taken == 0 && log.size == 0) batch.logs.push_back(log.record);
    if (log.parted) setAside(log, batch);
    batch.events = std::move(log.piece.events);
    batch.heads.push_back(
        {.log = log.record.id, .size = head->size, .root = head->root, .hlc = head->at, .note = note});
    log.range = log.piece.range;
    if (log.piece.isAll) log.given.emplace_back(log.taken, log.range.size());
    log.taken = log.range.size();
    log.takenHead = note;
    log.piece = {};
    auto const id = log.record.id;
    keep(id, std::move(batch), [this, from, credit](bool isDurable) {
        if (isDurable) returnCredit(from, credit);
    });
    auto const kept = log.isStopped ? m_state.kept(log) : std::nullopt;
    if (kept && log.taken >= kept->size) stop(id); // that is all of it
}

void LogIntake::keep(core::LogId id, core::JournalBatch batch, std::function<void(bool)> kept) {
    ++m_state.logs.at(id).inFlight;
    m_state.desk.take(std::move(batch), [this, id, kept = std::move(kept)](bool isDurable) {
        m_hasFailed = m_hasFailed || !isDurable;
        --m_state.logs.at(id).inFlight;
        kept(isDurable);
    });
}

/// A desk that writes too much waits, with all its logs and nobody else's.
void LogIntake::keepPace(ReplicaLog& log, std::uint64_t events, std::uint64_t bytes) {
    Pace& pace = m_paces.try_emplace(log.record.deskKey, m_state.desk.pace).first->second;
    auto const wait = pace.take(events, bytes, m_state.ticks);
    if (wait == core::Duration{}) return;
    constexpr auto toldEvery = core::Duration::ofMinutes(10);
    if (log.restsUntil == core::Instant{} || m_state.ticks - log.restsUntil > toldEvery)
        m_state.out.news(
            {.kind = ReplicaNews::Kind::Flood, .log = log.record.id, .peer = log.source, .proof = {}});
    log.restsUntil = m_state.ticks + wait;
    if (log.source != 0)
        m_state.out.send(log.source, FrameType::Unwant, encodeUnwant(log.record.id), Priority::Control);
    log.source = 0;
}

void LogIntake::receive(PeerId from, Upgrade const& upgrade, std::size_t frameBytes) {
    returnCredit(from, frameBytes);
    take(from, upgrade);
}

void LogIntake::take(PeerId from, Upgrade const& upgrade) {
    ReplicaLog const* const log = m_state.log(upgrade.log);
    if (log == nullptr || upgrade.events.empty() || m_hasFailed || log->parted || log->cutting) return;
    if (upgrade.events.back().sequence >= log->size) {
        if (m_deferred.size() < maxDeferred) m_deferred.emplace_back(from, upgrade);
        return;
    }
    core::JournalBatch batch;
    Upgrade postponed{.log = upgrade.log, .events = {}};
    bool isOther = false;
    for (core::EncodedEvent event : upgrade.events) {
        auto const held = m_state.desk.journal.range(upgrade.log, event.sequence, event.sequence + 1);
        if (held.size() != 1) continue;
        if (held.front().leaf != event.leaf) { // of another history, or the sender's rubbish
            isOther = true;
            continue;
        }
        if (!checkEvent(*log, event)) {
            m_state.out.drop(from, {RefuseReason::BadLog, "an upgrade is not of the event that it names"});
            return;
        }
        if (event.isStub()) continue;
        if (held.front().isStub()) {
            if (m_upgrading.emplace(upgrade.log, event.sequence).second)
                batch.events.push_back(std::move(event));
            else
                postponed.events.push_back(std::move(event)); // it may hold more than what is on its way
            continue;
        }
        for (auto& section : event.sections) {
            auto const& known = held.front().sections;
            bool const isKnown = std::any_of(known.begin(), known.end(),
                                             [&](auto const& each) { return each.index == section.index; });
            if (!isKnown)
                batch.disclosed.push_back(
                    {.log = upgrade.log, .sequence = event.sequence, .section = std::move(section)});
        }
    }
    if (isOther && !log->isStopped && log->head)
        m_state.out.send(from, FrameType::ForkQuestion,
                         encode(ForkQuestion{.log = upgrade.log, .head = log->head->note}),
                         Priority::Control);
    if (!postponed.events.empty() && m_deferred.size() < maxDeferred)
        m_deferred.emplace_back(from, std::move(postponed));
    if (batch.events.empty() && batch.disclosed.empty()) return;
    auto const id = upgrade.log;
    std::vector<std::uint64_t> sequences;
    for (auto const& event : batch.events)
        sequences.push_back(event.sequence);
    keep(id, std::move(batch), [this, id, sequences](bool) {
        for (auto const sequence : sequences)
            m_upgrading.erase({id, sequence});
    });
}

bool LogIntake::isUpgrading(core::LogId log) const {
    auto const first = m_upgrading.lower_bound({log, 0});
    return (first != m_upgrading.end() && first->first == log)
           || std::ranges::any_of(m_deferred, [log](auto const& each) { return each.second.log == log; });
}

void LogIntake::retryUpgrades() {
    for (auto const& [from, upgrade] : std::exchange(m_deferred, {}))
        if (m_state.peer(from) != nullptr) take(from, upgrade);
}

} // namespace ob::net
