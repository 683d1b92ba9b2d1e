// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/log_author.h"

#include "core/ensure.h"
#include "core/journal/checkpoint.h"

#include <algorithm>
#include <map>
#include <utility>

namespace ob::core {
namespace {

/// Takes the parents of the next event out of the heads: what is left still has to be joined later.
std::vector<EventId> takeParents(std::vector<EventId>& heads) {
    std::sort(heads.begin(), heads.end());
    heads.erase(std::unique(heads.begin(), heads.end()), heads.end());
    auto const count = static_cast<std::ptrdiff_t>(std::min(heads.size(), EventHeader::maxParents));
    std::vector<EventId> parents(heads.begin(), heads.begin() + count);
    heads.erase(heads.begin(), heads.begin() + count);
    return parents;
}

} // namespace

LogAuthor::LogAuthor(LogOrigin const& origin, SecretKey const& key, HlcClock& clock, CompactRange held)
    : m_origin(origin), m_id(logIdOf(origin)), m_key(key), m_clock(clock), m_range(std::move(held)) {
    OB_ENSURE(origin.deskKey == key.publicKey());
    m_marks.push_back(m_range);
}

EncodedEvent LogAuthor::append(EventPlace place, EventBody const& body, RestrictedParts const& restricted,
                               SaltSource const& salt) {
    place.realm = m_origin.realm;
    place.log = m_id;
    place.sequence = m_range.size();
    EncodedEvent event = encodeEvent(place, body, restricted, salt);
    m_range.append(event.leaf.hash());
    return event;
}

EncodedEvent LogAuthor::open(LogOpening const& opening, Instant now, SaltSource const& salt) {
    OB_ENSURE(size() == 0);
    OB_ENSURE(opening.nonce == m_origin.nonce && opening.lane == m_origin.lane);
    LogOpened opened{.certificate = opening.certificate,
                     .nonce = opening.nonce,
                     .lane = opening.lane,
                     .predecessor = {},
                     .predecessorSize = 0,
                     .predecessorRoot = {}};
    if (opening.predecessor) {
        opened.predecessor = opening.predecessor->log;
        opened.predecessorSize = opening.predecessor->size;
        opened.predecessorRoot = opening.predecessor->root;
    }
    EventPlace place;
    place.hlc = m_clock.next(now);
    return append(
        place,
        {.circumstance = {.occurredAt = now, .source = Source::Machine, .position = {}}, .fact = opened}, {},
        salt);
}

std::vector<EncodedEvent> LogAuthor::write(Drafts drafts, StreamHeads const& heads, Instant now,
                                           SaltSource const& salt) {
    OB_ENSURE(size() > 0); // the log was opened
    std::vector<EncodedEvent> events;
    events.reserve(drafts.size());
    auto const leafOf = [&](std::uint32_t index) {
        OB_ENSURE(index < events.size());
        return events[index].leaf.hash();
    };
    std::map<StreamId, std::vector<EventId>> headsNow;
    for (Draft& draft : drafts) {
        if (auto const index = draft.stream.draft()) draft.stream = StreamId(leafOf(*index));
        resolveDraftIds(draft.body, leafOf);
        EventPlace place;
        place.stream = draft.stream;
        place.hlc = m_clock.next(now);
        if (!draft.stream.isNil()) {
            auto const [known, isNew] = headsNow.try_emplace(draft.stream);
            if (isNew) known->second = heads(draft.stream);
            place.parents = takeParents(known->second);
            OB_ENSURE(!place.parents.empty());
        }
        auto& event = events.emplace_back(append(std::move(place), draft.body, draft.restricted, salt));
        headsNow[event.stream].push_back(event.leaf);
    }
    return events;
}

EncodedHead LogAuthor::signHead() {
    Head const head{.log = m_id, .size = m_range.size(), .root = m_range.root(), .at = m_clock.highWater()};
    if (m_marks.back().size() != head.size) m_marks.push_back(m_range);
    return {.log = head.log,
            .size = head.size,
            .root = head.root,
            .hlc = head.at,
            .note = core::signHead(head, m_key).note.encode()};
}

void LogAuthor::committed(std::uint64_t size) {
    auto const mark = std::ranges::find(m_marks, size, &CompactRange::size);
    OB_ENSURE(mark != m_marks.end());
    m_marks.erase(m_marks.begin(), mark);
}

void LogAuthor::rollBackTo(std::uint64_t size) {
    auto const mark = std::ranges::find(m_marks, size, &CompactRange::size);
    OB_ENSURE(mark != m_marks.end());
    m_marks.erase(mark + 1, m_marks.end());
    m_range = m_marks.back();
}

CompactRange rangeOf(std::uint64_t size, std::function<Hash(std::uint64_t)> const& leaf) {
    CompactRange range;
    for (std::uint64_t index = 0; index < size; ++index)
        range.append(leaf(index));
    return range;
}

} // namespace ob::core
