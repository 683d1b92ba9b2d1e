// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/fork_watch.h"

#include "core/journal/fork_proof.h"

namespace ob::net {
namespace {

/// All leaf hashes of the log; nothing when some are held as runs.
std::optional<std::vector<core::Hash>> leavesOf(core::JournalPort& journal, core::LogId log) {
    std::vector<core::Hash> leaves;
    bool isWhole = true;
    journal.visitLeaves(log, [&](core::StubRun const& run) {
        isWhole = isWhole && run.level == 0;
        leaves.push_back(run.hash);
    });
    if (!isWhole) return std::nullopt;
    return leaves;
}

} // namespace

void ForkWatch::suspect(PeerId peer, ReplicaLog const& log) {
    if (!log.head || m_proofs.contains(log.record.id) || !m_questioned.emplace(peer, log.record.id).second)
        return;
    m_state.out.send(peer, FrameType::ForkQuestion,
                     encode(ForkQuestion{.log = log.record.id, .head = log.head->note}), Priority::Control);
}

void ForkWatch::answer(PeerId from, ForkQuestion const& question) {
    ReplicaLog const* const log = m_state.log(question.log);
    if (log == nullptr || !log->isKnown() || !log->head) return;
    core::PublicKey const key{log->record.deskKey};
    auto theirs = core::parseHead(question.head);
    auto const verified =
        theirs ? core::verifyHead(*theirs, key)
               : tl::expected<core::Head, core::CheckpointFault>(tl::unexpected(theirs.error()));
    auto ours = core::parseHead(log->head->note);
    if (!verified || !ours || verified->log != log->record.id || verified->size > log->head->size
        || verified->size == 0)
        return;
    auto const leaves = leavesOf(m_state.desk.journal, log->record.id);
    if (!leaves || leaves->size() < log->head->size) return;
    auto const nodes = core::nodesOf(*leaves);
    auto const root = core::spanRoot(0, verified->size, nodes);
    if (!root || *root == verified->root) return; // it was not us
    auto continuation = core::proveConsistency(verified->size, log->head->size, nodes);
    if (!continuation) return;
    auto const proof =
        verified->size == log->head->size
            ? core::makeForkProof(*std::move(theirs), *std::move(ours))
            : core::makeForkProof(*std::move(theirs), *std::move(ours), *root, *std::move(continuation));
    if (core::verifyForkProof(proof, key) != core::ForkFault::None) return;
    if (auto bytes = core::encodeForkProof(proof)) {
        m_state.out.send(from, FrameType::ForkProof, *bytes, Priority::Control);
        publish(question.log, *std::move(bytes), from);
    }
}

void ForkWatch::publish(core::LogId log, core::Bytes proof, PeerId except) {
    if (!m_proofs.emplace(log, proof).second) return;
    m_state.out.news({.kind = ReplicaNews::Kind::Forked, .log = log, .peer = except, .proof = proof});
    for (auto const& [id, peer] : m_state.peers)
        if (id != except) m_state.out.send(id, FrameType::ForkProof, proof, Priority::Control);
}

std::optional<core::LogId> ForkWatch::receive(PeerId from, core::ByteView payload) {
    auto const proof = core::decodeForkProof(payload);
    if (!proof) {
        m_state.out.drop(from, {RefuseReason::BadFrame, "not a fork proof"});
        return std::nullopt;
    }
    ReplicaLog const* const log = m_state.log(proof->log());
    // Of a log that is not known here nobody's key is known either. What is told at the beginning of a link
    // comes before the logs.
    if (log == nullptr || !log->isKnown()) {
        if (m_early.size() < maxEarly) m_early[proof->log()] = {from, {payload.begin(), payload.end()}};
        return std::nullopt;
    }
    if (m_proofs.contains(proof->log())) return proof->log();
    if (core::verifyForkProof(*proof, {log->record.deskKey}) != core::ForkFault::None) {
        m_state.out.drop(from, {RefuseReason::BadFrame, "a fork proof that proves nothing"});
        return std::nullopt;
    }
    publish(proof->log(), {payload.begin(), payload.end()}, from);
    return proof->log();
}

std::vector<core::LogId> ForkWatch::receiveEarly() {
    std::vector<std::pair<core::LogId, Early>> ready;
    for (auto const& [id, early] : m_early)
        if (auto const* const log = m_state.log(id); log != nullptr && log->isKnown())
            ready.emplace_back(id, early);
    std::vector<core::LogId> proven;
    for (auto const& [id, early] : ready) {
        m_early.erase(id);
        if (auto const log = receive(early.from, early.proof)) proven.push_back(*log);
    }
    return proven;
}

void ForkWatch::tell(PeerId to) const {
    for (auto const& [log, proof] : m_proofs)
        m_state.out.send(to, FrameType::ForkProof, proof, Priority::Control);
}

} // namespace ob::net
