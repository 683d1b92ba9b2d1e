// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/blob_fetching.h"

#include "core/journal/event_sections.h"
#include "net/blob_serving.h"

#include <algorithm>

namespace ob::net {
namespace {

constexpr core::Duration firstPause = core::Duration::ofSeconds(1);
constexpr core::Duration longestPause = core::Duration::ofMinutes(10);
/// Looked at in one go: the rest has its turn later.
constexpr std::size_t lookedAtOnce = 64;
/// More is asked for while chunks come so much later than the quickest, less when it is more.
constexpr core::Duration inTime = core::Duration::ofMilliseconds(30);
constexpr core::Duration late = core::Duration::ofMilliseconds(120);

using Outcome = core::BlobPort::Outcome;

} // namespace

BlobFetching::BlobFetching(ReplicaState& state, std::function<void(core::Hash const&)> held)
    : m_state(state), m_held(std::move(held)) {
    if (m_state.desk.blobs == nullptr) return;
    m_state.desk.journal.visitAttachments(
        [this](core::Hash const& hash, std::uint64_t bytes) { want(hash, bytes); });
}

void BlobFetching::connect(PeerId peer) {
    m_sources[peer];
    for (auto& [hash, wanted] : m_wanted)
        wanted.asked.erase(peer);
}

void BlobFetching::disconnect(PeerId peer) {
    leave(peer, false);
    m_sources.erase(peer);
    for (auto& [hash, wanted] : m_wanted)
        wanted.asked.erase(peer);
}

void BlobFetching::want(core::Hash const& hash, std::uint64_t bytes) {
    if (m_state.desk.blobs->size(hash)) return m_held(hash);
    auto& wanted = m_wanted[hash];
    wanted.asked.clear();
    auto& sizes = wanted.sizes;
    if (sizes.size() < maxBlobSizes && std::find(sizes.begin(), sizes.end(), bytes) == sizes.end())
        sizes.push_back(bytes);
}

void BlobFetching::noteCommitted(core::Desk::Commit const& commit) {
    if (m_state.desk.blobs == nullptr) return;
    auto const look = [this](core::EncodedSection const& section) {
        for (auto const& attachment : core::attachmentsIn(section))
            want(attachment.hash, attachment.bytes);
    };
    for (auto const& event : commit.events)
        std::for_each(event.sections.begin(), event.sections.end(), look);
    for (auto const& disclosed : commit.disclosed)
        look(disclosed.section);
    start();
}

void BlobFetching::have(PeerId from, std::vector<core::Hash> const& hashes) {
    for (auto const& hash : hashes)
        if (auto const found = m_wanted.find(hash); found != m_wanted.end()) found->second.asked.erase(from);
    start();
}

void BlobFetching::tick() {
    std::vector<PeerId> silent;
    for (auto const& [id, source] : m_sources)
        if (source.fetch && !source.fetch->asked.empty()
            && m_state.ticks - source.fetch->lastHeard > blobAnswerWithin)
            silent.push_back(id);
    for (PeerId const id : silent)
        leave(id, true);
    start();
}

void BlobFetching::start() {
    if (m_wanted.empty() || (m_isFull && m_state.ticks < m_roomAgain)) return;
    m_isFull = false;
    auto const isIdle = [](auto const& each) { return !each.second.fetch; };
    std::size_t const count = std::min(lookedAtOnce, m_wanted.size());
    for (std::size_t turn = 0; turn < count && !m_wanted.empty(); ++turn) {
        if (std::none_of(m_sources.begin(), m_sources.end(), isIdle)) return;
        auto next = m_lookedAt ? m_wanted.upper_bound(*m_lookedAt) : m_wanted.begin();
        if (next == m_wanted.end()) next = m_wanted.begin();
        m_lookedAt = next->first;
        if (next->second.source == 0) start(next->first, next->second);
    }
}

void BlobFetching::start(core::Hash const& hash, Wanted& wanted) {
    bool const isDue = std::any_of(m_sources.begin(), m_sources.end(), [&](auto const& each) {
        auto const asked = wanted.asked.find(each.first);
        return !each.second.fetch && (asked == wanted.asked.end() || m_state.ticks >= asked->second.next);
    });
    if (!isDue) return;
    auto const naming = m_state.desk.journal.naming(hash);
    bool const isHere = m_state.desk.blobs->size(hash).has_value(); // a person attached it here, too
    if (naming.empty() || isHere) {                                 // or it was forgotten
        core::Hash const which = hash;
        m_wanted.erase(which);
        if (isHere) m_held(which);
        return;
    }
    PeerId best = 0;
    unsigned fewest = 0;
    for (auto const& [id, source] : m_sources) {
        unsigned hops = 0;
        if (source.fetch || !isCandidate(id, wanted, naming, hash, hops)) continue;
        if (best == 0 || hops < fewest) {
            best = id;
            fewest = hops;
        }
    }
    if (best != 0) begin(best, hash, wanted);
}

/// Who may not have it is not asked either: the question would tell that there is such a thing.
bool BlobFetching::isCandidate(PeerId id, Wanted& wanted, std::vector<core::EncodedEvent> const& naming,
                               core::Hash const& hash, unsigned& hops) {
    auto const asked = wanted.asked.find(id);
    if (asked != wanted.asked.end() && m_state.ticks < asked->second.next) return false;
    Peer const& peer = m_state.peers.at(id);
    bool holds = false;
    hops = maxHops + 1;
    for (auto const& event : naming) {
        auto const have = peer.have.find(event.log);
        if (have == peer.have.end() || have->second.size <= event.sequence) continue;
        holds = true;
        hops = std::min<unsigned>(hops, have->second.hops.value_or(maxHops + 1));
    }
    if (holds && mayHaveBlob(m_state, hash, peer.reader)) return true;
    pause(id, wanted);
    return false;
}

void BlobFetching::begin(PeerId id, core::Hash const& hash, Wanted& wanted) {
    Source& source = m_sources.at(id);
    wanted.source = id;
    std::uint64_t const begun = m_state.desk.blobs->begun(hash);
    source.fetch = Fetch{.hash = hash,
                         .number = ++m_lastFetch,
                         .next = begun,
                         .asked = {},
                         .isFromPeerAlone = begun == 0,
                         .lastHeard = m_state.ticks};
    bool const isAllThere = begun >= *std::max_element(wanted.sizes.begin(), wanted.sizes.end());
    if (isAllThere) {
        source.fetch->total = begun;
        return append(id, *source.fetch, begun, {}, true);
    }
    pump(id, source);
}

void BlobFetching::pump(PeerId id, Source& source) {
    Fetch& fetch = *source.fetch;
    // How long it is says the first answer.
    while ((fetch.total == 0 ? fetch.asked.empty() : fetch.next < fetch.total)
           && fetch.asked.size() + fetch.writing < source.window) {
        fetch.asked.push_back({.from = fetch.next, .at = m_state.ticks});
        m_state.out.send(id, FrameType::BlobWant, encode(BlobWant{.hash = fetch.hash, .from = fetch.next}),
                         Priority::CatchUp);
        fetch.next += blobChunkBytes;
    }
}

void BlobFetching::adapt(Source& source, core::Duration taken) {
    source.quickest = source.quickest ? std::min(*source.quickest, taken) : taken;
    auto const over = core::Duration::ofMilliseconds(taken.milliseconds() - source.quickest->milliseconds());
    if (over < inTime)
        source.window = std::min(source.window + 1, maxBlobChunksAsked);
    else if (over > late)
        source.window = std::max<std::size_t>(1, source.window / 2);
}

void BlobFetching::chunk(PeerId from, BlobChunk chunk) {
    auto const found = m_sources.find(from);
    if (found == m_sources.end() || !found->second.fetch) return;
    Source& source = found->second;
    Fetch& fetch = *source.fetch;
    if (fetch.hash != chunk.hash || fetch.asked.empty() || fetch.asked.front().from != chunk.from) return;
    auto const& sizes = m_wanted.at(fetch.hash).sizes;
    bool const isAsTold = std::find(sizes.begin(), sizes.end(), chunk.total) != sizes.end();
    if (!isAsTold || (fetch.total != 0 && fetch.total != chunk.total)) return leave(from, true);
    adapt(source, m_state.ticks - fetch.asked.front().at);
    fetch.total = chunk.total;
    fetch.lastHeard = m_state.ticks;
    fetch.asked.pop_front();
    bool const isLast = chunk.from + chunk.bytes.size() == chunk.total;
    append(from, fetch, chunk.from, std::move(chunk.bytes), isLast);
}

void BlobFetching::append(PeerId id, Fetch& fetch, std::uint64_t from, core::Bytes bytes, bool isLast) {
    ++fetch.writing;
    m_state.desk.blobs->append(
        fetch.hash, from, std::move(bytes), isLast,
        [this, id, number = fetch.number, alive = std::weak_ptr(m_alive)](Outcome outcome) {
            if (!alive.expired()) appended(id, number, outcome);
        });
}

void BlobFetching::appended(PeerId id, std::uint64_t number, Outcome outcome) {
    auto const found = m_sources.find(id);
    bool const isAwaited =
        found != m_sources.end() && found->second.fetch && found->second.fetch->number == number;
    if (!isAwaited) return;
    Fetch& fetch = *found->second.fetch;
    --fetch.writing;
    core::Hash const hash = fetch.hash;
    switch (outcome) {
    case Outcome::Stored: return pump(id, found->second);
    case Outcome::Whole:
        found->second.fetch.reset();
        m_wanted.erase(hash);
        m_held(hash);
        return start();
    case Outcome::Wrong: {
        // Of what came in pieces from several it is not known whose is wrong.
        bool const isTheirs = fetch.isFromPeerAlone;
        if (isTheirs)
            m_state.out.news({.kind = ReplicaNews::Kind::WrongBlob, .peer = id, .proof = {}, .blob = hash});
        leave(id, isTheirs);
        return start();
    }
    case Outcome::NoRoom:
    case Outcome::Failed:
        m_isFull = true;
        m_roomAgain = m_state.ticks + blobRoomAgain;
        m_state.out.news({.kind = outcome == Outcome::NoRoom ? ReplicaNews::Kind::NoRoomForBlob
                                                             : ReplicaNews::Kind::BlobNotWritten,
                          .peer = id,
                          .proof = {},
                          .blob = hash});
        return leave(id, false);
    }
}

void BlobFetching::none(PeerId from, core::Hash const& hash) {
    auto const found = m_sources.find(from);
    if (found == m_sources.end() || !found->second.fetch || found->second.fetch->hash != hash) return;
    leave(from, true);
    start();
}

void BlobFetching::leave(PeerId id, bool asksAgain) {
    auto const found = m_sources.find(id);
    if (found == m_sources.end() || !found->second.fetch) return;
    core::Hash const hash = found->second.fetch->hash;
    found->second.fetch.reset();
    auto const wanted = m_wanted.find(hash);
    if (wanted == m_wanted.end()) return;
    wanted->second.source = 0;
    if (asksAgain) pause(id, wanted->second);
}

void BlobFetching::pause(PeerId id, Wanted& wanted) {
    auto const found = wanted.asked.try_emplace(id, Asking{.next = {}, .pause = firstPause}).first;
    found->second.next = m_state.ticks + found->second.pause;
    found->second.pause =
        std::min(core::Duration::ofMilliseconds(2 * found->second.pause.milliseconds()), longestPause);
}

} // namespace ob::net
