// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/blob_serving.h"

#include "core/journal/event_sections.h"

#include <algorithm>

namespace ob::net {
namespace {

bool names(core::EncodedEvent const& event, core::Hash const& hash) {
    return std::any_of(event.sections.begin(), event.sections.end(), [&](auto const& section) {
        auto const all = core::attachmentsIn(section);
        return std::any_of(all.begin(), all.end(), [&](auto const& each) { return each.hash == hash; });
    });
}

bool isShared(ReplicaState& state, core::EncodedEvent event, core::AgencyIndex author, core::Hash const& hash,
              core::Reader const& asker) {
    return names(state.sharing.shared(std::move(event), author, asker), hash);
}

} // namespace

bool mayHaveBlob(ReplicaState& state, core::Hash const& hash, core::Reader const& asker) {
    auto events = state.desk.journal.naming(hash);
    return std::any_of(events.begin(), events.end(), [&](core::EncodedEvent& event) {
        ReplicaLog const* const log = state.log(event.log);
        return log != nullptr && isShared(state, std::move(event), log->record.agency, hash, asker);
    });
}

/// Who names a hash in a note need not have what it names: else a note of one's own with a hash that one has
/// got hold of would fetch the file, or tell that it is here. So those count who named it first here, and
/// the own agency.
bool BlobServing::mayGive(PeerId id, core::Hash const& hash) {
    std::optional<core::AgencyIndex> first;
    for (auto& event : m_state.desk.journal.naming(hash)) {
        ReplicaLog const* const log = m_state.log(event.log);
        if (log == nullptr) continue;
        auto const author = log->record.agency;
        if (!first) first = author;
        bool const counts = author == *first || author == m_state.desk.agency;
        if (counts && isShared(m_state, std::move(event), author, hash, m_state.peers.at(id).reader))
            return true;
    }
    return false;
}

void BlobServing::want(PeerId id, BlobWant const& wanted) {
    Asker& asker = m_askers[id];
    if (asker.waiting.size() >= maxBlobWants)
        return m_state.out.drop(id, {RefuseReason::TooMany, "more chunks asked for than can be waiting"});
    asker.waiting.push_back(wanted);
    pump(id);
}

void BlobServing::pumpAll() {
    for (auto const& [id, peer] : m_state.peers)
        pump(id);
}

void BlobServing::pump(PeerId id) {
    auto const found = m_askers.find(id);
    if (found == m_askers.end()) return;
    Asker& asker = found->second;
    // One chunk at a time waits for the link: what is urgent never comes behind more than that.
    while (!asker.waiting.empty() && m_state.peer(id) != nullptr && m_state.out.queued(id) < blobChunkBytes) {
        BlobWant const wanted = asker.waiting.front();
        asker.waiting.pop_front();
        if (answer(id, asker, wanted)) continue;
        if (asker.missed.size() < maxBlobsMissed) asker.missed.insert(wanted.hash);
        m_state.out.send(id, FrameType::BlobNone, encodeBlobNone(wanted.hash), Priority::Bulk);
    }
}

bool BlobServing::answer(PeerId id, Asker& asker, BlobWant const& wanted) {
    if (m_state.desk.blobs == nullptr) return false;
    if (asker.granted != wanted.hash) {
        if (!mayGive(id, wanted.hash)) return false;
        asker.granted = wanted.hash;
    }
    auto const size = m_state.desk.blobs->size(wanted.hash);
    if (!size || *size > core::Attachment::maxBytes || wanted.from >= *size) return false;
    auto bytes = m_state.desk.blobs->read(wanted.hash, wanted.from, blobChunkBytes);
    if (!bytes || bytes->size() != std::min<std::uint64_t>(blobChunkBytes, *size - wanted.from)) return false;
    BlobChunk const chunk{
        .hash = wanted.hash, .total = *size, .from = wanted.from, .bytes = *std::move(bytes)};
    m_state.out.send(id, FrameType::BlobChunk, encode(chunk), Priority::Bulk);
    return true;
}

void BlobServing::noteHeld(core::Hash const& hash) {
    for (auto& [id, asker] : m_askers) {
        if (!asker.missed.contains(hash) || !mayGive(id, hash)) continue;
        asker.missed.erase(hash);
        m_state.out.send(id, FrameType::BlobHave, encodeBlobHave({hash}), Priority::Bulk);
    }
}

void BlobServing::noteCommitted() {
    for (auto& [id, asker] : m_askers)
        asker.granted.reset();
}

} // namespace ob::net
