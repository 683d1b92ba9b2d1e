// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// What of net/log_intake.h is about logs on whose history their agency settled.
#include "net/aside_proof.h"
#include "net/log_intake.h"

namespace ob::net {

void LogIntake::takeSettled(ReplicaLog& log, PeerId from) {
    log.taken = log.parted.value_or(log.size);
    log.hasRange = false;
    ask(log, from);
}

void LogIntake::leaveSettled(ReplicaLog& log) {
    if (log.source != 0)
        m_state.out.send(log.source, FrameType::Unwant, encodeUnwant(log.record.id), Priority::Control);
    log.source = 0;
    log.piece = {};
}

/// Whether the log with this piece may be the one on which its agency settled.
bool LogIntake::isFitForKept(ReplicaLog const& log) const {
    auto const kept = m_state.kept(log);
    if (!kept || kept->size <= log.taken || kept->size > log.piece.range.size()) return true;
    core::CompactRange range = log.range;
    for (auto const& event : log.piece.events)
        if (range.size() < kept->size) range.append(event.leaf.hash());
    return range.root() == kept->root;
}

/// What is held beyond the common part leaves the log, and what is known of it is kept with its proof.
void LogIntake::setAside(ReplicaLog& log, core::JournalBatch& batch) {
    auto const id = log.record.id;
    AsideProof const proof(m_state.desk.journal, id);
    for (auto& event : m_state.desk.journal.range(id, *log.parted, log.size)) {
        if (event.isStub()) continue;
        m_newlyAside.insert(event.stream);
        if (auto proven = proof.of(std::move(event))) batch.aside.push_back(*std::move(proven));
    }
    batch.cuts.push_back({.log = id, .size = *log.parted});
    log.cutting = std::exchange(log.parted, std::nullopt);
    m_state.out.news({.kind = ReplicaNews::Kind::SetAside, .log = id, .peer = log.source, .proof = {}});
}

} // namespace ob::net
