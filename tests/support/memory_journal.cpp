// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/memory_journal.h"

#include "core/crypto/sha256.h"
#include "tests/support/identity_builders.h"

#include <algorithm>

namespace ob::core {
namespace {

template<class T>
auto reading(std::vector<T> const& things) {
    return [at = std::size_t{0}, &things]() mutable {
        return at < things.size() ? std::optional<T>(things[at++]) : std::nullopt;
    };
}

LogOrigin originOf(RealmFile const& realm, LogRecord const& record) {
    return {.realm = realm.id, .deskKey = {record.deskKey}, .nonce = record.nonce, .lane = record.lane};
}

Hash leafOf(HeldLeaf const& leaf) { return std::get<EncodedEvent>(leaf).leaf.hash(); }

HeldLeaf stubOf(EncodedEvent const& event) {
    return EncodedEvent{.log = event.log,
                        .sequence = event.sequence,
                        .leaf = event.leaf,
                        .header = {},
                        .sections = {},
                        .stream = {}};
}

} // namespace

LogReaders MemoryLog::readers() const {
    return {.record = record, .nextLeaf = reading(leaves), .nextHead = reading(heads)};
}

MemoryDesk::MemoryDesk(RealmFile const& realm, AgencyIndex agency, std::uint8_t number)
    : m_key(keyOf(static_cast<std::uint8_t>(100 + number))),
      m_log{.record = logRecordOf(realm, agency, number), .leaves = {}, .heads = {}},
      m_author(originOf(realm, m_log.record), m_key, m_clock) {
    LogOpening const opening{.certificate = sha256(m_log.record.certificate),
                             .nonce = m_log.record.nonce,
                             .lane = m_log.record.lane,
                             .predecessor = {}};
    commit({m_author.open(opening, *Instant::ofMilliseconds(m_now), [] { return Salt{1}; })});
}

void MemoryDesk::commit(std::vector<EncodedEvent> events) {
    for (auto& event : events) {
        m_heads[event.stream] = {event.leaf};
        m_log.leaves.push_back(std::move(event));
    }
    m_log.heads.push_back(m_author.signHead());
    m_author.committed(m_author.size());
    m_now += 250;
}

Draft MemoryDesk::anyDraft(ValueSource& values) {
    std::uint16_t kind = LogOpened::kind;
    while (kind == LogOpened::kind || kind == SectionForgotten::kind)
        kind = allKinds()[values.below(allKinds().size())];
    Draft draft{.stream = {},
                .body = {.circumstance = circumstanceFrom(values), .fact = factOf(kind, values)},
                .restricted = restrictedPartsFrom(values)};
    if (!streamCreatedBy(kind)) {
        auto const stream = static_cast<std::ptrdiff_t>(values.below(m_heads.size()));
        draft.stream = std::next(m_heads.begin(), stream)->first;
    }
    return draft;
}

void MemoryDesk::writeBatch(std::size_t count, ValueSource& values) {
    Drafts drafts;
    while (drafts.size() < count)
        drafts.push_back(anyDraft(values));
    commit(m_author.write(
        std::move(drafts), [this](StreamId stream) { return m_heads.at(stream); },
        *Instant::ofMilliseconds(m_now), [&] { return values.salt(); }));
}

EventId MemoryDesk::write(Draft draft, ValueSource& values) {
    commit(m_author.write(
        {std::move(draft)}, [this](StreamId stream) { return m_heads.at(stream); },
        *Instant::ofMilliseconds(m_now), [&] { return values.salt(); }));
    return std::get<EncodedEvent>(m_log.leaves.back()).leaf;
}

MemoryLog withheldFrom(MemoryLog log, ValueSource& values) {
    std::vector<HeldLeaf> held;
    for (std::size_t at = 0; at < log.leaves.size();) {
        auto const level = static_cast<std::uint8_t>(values.below(3));
        std::size_t const count = std::size_t{1} << level;
        if (at > 0 && at % count == 0 && at + count <= log.leaves.size() && values.oneIn(6)) {
            std::vector<Hash> hashes;
            std::transform(log.leaves.begin() + static_cast<std::ptrdiff_t>(at),
                           log.leaves.begin() + static_cast<std::ptrdiff_t>(at + count),
                           std::back_inserter(hashes), leafOf);
            held.push_back(
                StubRun{.log = log.record.id, .begin = at, .level = level, .hash = rootOf(hashes)});
            at += count;
            continue;
        }
        auto event = std::get<EncodedEvent>(std::move(log.leaves[at]));
        std::erase_if(event.sections, [&](EncodedSection const& section) {
            return section.sectionClass != SectionClass::Open && values.oneIn(2);
        });
        bool const isStub = at > 0 && values.oneIn(6);
        held.push_back(isStub ? stubOf(event) : HeldLeaf(std::move(event)));
        ++at;
    }
    log.leaves = std::move(held);
    return log;
}

} // namespace ob::core
