// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/settling.h"

#include "core/journal/event_codec.h"

#include <algorithm>

namespace ob::net {
namespace {

std::vector<core::Hash> leavesOf(core::JournalPort& journal, core::LogId log) {
    std::vector<core::Hash> leaves; // up to the first run: hashes travel one by one
    journal.visitLeaves(log, [&](core::StubRun const& run) {
        if (run.level == 0 && run.begin == leaves.size()) leaves.push_back(run.hash);
    });
    return leaves;
}

} // namespace

bool Settling::tick() {
    if (!m_state.desk.kept) return false;
    for (auto& [id, log] : m_state.logs)
        if (log.isKnown() && !log.isWriting) look(id, log);
    bool const isNews = std::exchange(m_isNews, false);
    if (!isNews) return false;
    m_state.sharing.noteStanding();
    for (core::StreamId const stream : m_intake.newlyAside())
        m_serving.noteCompleted(stream);
    return true;
}

void Settling::look(core::LogId id, ReplicaLog& log) {
    auto const kept = m_state.kept(log);
    if (!kept || isAsSettled(log, *kept)) return;
    // As long as nothing contradicts it, a log is taken as any other.
    if (!log.isStopped && log.size < kept->size) return;
    if (!log.isStopped) m_intake.stop(id);
    if (auto const trial = m_trials.find(id); trial != m_trials.end()) {
        if (m_state.ticks - trial->second.lastProgress < patience && trial->second.kept == *kept) return;
        m_others[{trial->second.peer, id}] = m_state.peers.at(trial->second.peer).have.at(id).root;
        m_trials.erase(trial);
    }
    if (log.source != 0) {
        if (m_state.ticks - log.lastProgress < patience) return;
        m_holders.erase({log.source, id});
        m_intake.leaveSettled(log);
    }
    // What is on its way to the disk may be about what is to be cut.
    if (m_state.ticks < log.restsUntil || log.inFlight > 0) return;
    for (auto const& [peer, known] : m_state.peers)
        if (auto const holder = m_holders.find({peer, id});
            holder != m_holders.end() && holder->second == *kept)
            return m_intake.takeSettled(log, peer);
    for (auto const& [peer, known] : m_state.peers)
        if (mayHold(peer, id, *kept)) return begin(peer, log, *kept);
}

bool Settling::isAsSettled(ReplicaLog const& log, core::LogPosition const& kept) {
    auto& known = m_known[log.record.id];
    if (log.cutting) known = {};
    if (log.size < kept.size || log.parted || log.cutting) return false;
    if (known.kept == kept && (known.isHeld || known.size == log.size)) return known.isHeld;
    auto const leaves = leavesOf(m_state.desk.journal, log.record.id);
    bool const isHeld =
        leaves.size() >= kept.size && core::rootOf(std::span(leaves).first(kept.size)) == kept.root;
    known = {.kept = kept, .size = log.size, .isHeld = isHeld};
    m_isNews = m_isNews || isHeld;
    return isHeld;
}

bool Settling::mayHold(PeerId peer, core::LogId log, core::LogPosition const& kept) const {
    auto const& have = m_state.peers.at(peer).have;
    auto const told = have.find(log);
    if (told == have.end() || told->second.size < kept.size) return false;
    auto const other = m_others.find({peer, log});
    return other == m_others.end() || other->second != told->second.root;
}

void Settling::begin(PeerId peer, ReplicaLog const& log, core::LogPosition const& kept) {
    m_trials[kept.log] = {.peer = peer,
                          .kept = kept,
                          .held = leavesOf(m_state.desk.journal, log.record.id),
                          .range = {},
                          .lastProgress = m_state.ticks};
    m_state.out.send(peer, FrameType::Want, encode(Want{.log = kept.log, .from = 0}), Priority::Control);
}

bool Settling::receive(PeerId from, Batch const& batch, std::size_t frameBytes) {
    auto const found = m_trials.find(batch.log);
    if (found == m_trials.end() || found->second.peer != from) return false;
    m_intake.returnCredit(from, frameBytes);
    Trial& trial = found->second;
    if (batch.first > trial.range.size()) return true; // of what was asked for before
    for (auto const& event : batch.events) {
        std::uint64_t const next = trial.range.size();
        if (event.sequence != next || next == trial.kept.size) continue;
        trial.lastProgress = m_state.ticks;
        if (!trial.parted && next < trial.held.size() && trial.held[next] != event.leaf.hash())
            trial.parted = next;
        trial.range.append(event.leaf.hash());
    }
    if (trial.range.size() < trial.kept.size) return true;
    m_state.out.send(from, FrameType::Unwant, encodeUnwant(batch.log), Priority::Control);
    auto const done = std::move(m_trials.extract(found).mapped());
    conclude(m_state.logs.at(batch.log), done);
    return true;
}

void Settling::conclude(ReplicaLog& log, Trial trial) {
    At const at{trial.peer, trial.kept.log};
    bool const isUnchanged = log.inFlight == 0 && log.size == trial.held.size();
    if (!isUnchanged || m_state.kept(log) != trial.kept) return; // once more
    if (trial.range.root() != trial.kept.root) {
        m_others[at] = m_state.peers.at(trial.peer).have.at(trial.kept.log).root;
        return;
    }
    m_holders[at] = trial.kept;
    log.parted = trial.parted;
    m_intake.takeSettled(log, trial.peer);
}

void Settling::disconnect(PeerId peer) {
    std::erase_if(m_trials, [&](auto const& each) { return each.second.peer == peer; });
    std::erase_if(m_holders, [&](auto const& each) { return each.first.first == peer; });
    std::erase_if(m_others, [&](auto const& each) { return each.first.first == peer; });
}

/// Somebody built on it, it is not here, and the log as it is here will never hold it.
bool Settling::isNews(core::AsideEvent const& aside, ReplicaLog const& log) {
    auto const& event = aside.event;
    auto const kept = m_state.kept(log);
    if (!kept || !isAsSettled(log, *kept) || !m_state.desk.hasWaiting(event.stream)) return false;
    auto const held = m_state.desk.journal.range(event.log, event.sequence, event.sequence + 1);
    if (event.sequence < kept->size && held.empty()) return false;
    if (!held.empty() && held.front().leaf == event.leaf) return false;
    auto const known = m_state.desk.journal.aside(event.stream);
    return std::ranges::none_of(known, [&](auto const& each) { return each.event.leaf == event.leaf; });
}

bool Settling::receive(core::AsideEvent aside) {
    ReplicaLog const* const log = m_state.log(aside.event.log);
    if (log == nullptr || !log->isKnown() || !isNews(aside, *log)) return true;
    if (!core::verifyAside(aside, {log->record.deskKey})
        || !core::decodeEvent(aside.event, log->record.agency, core::Admission::Voided))
        return false;
    auto const leaf = aside.event.leaf;
    auto const stream = aside.event.stream;
    if (!m_taking.insert(leaf).second) return true;
    core::JournalBatch batch;
    batch.aside.push_back(std::move(aside));
    m_state.desk.take(std::move(batch), [this, leaf, stream](bool isDurable) {
        m_taking.erase(leaf);
        if (!isDurable) return;
        m_state.sharing.noteStanding();
        m_serving.noteCompleted(stream);
    });
    return true;
}

} // namespace ob::net
