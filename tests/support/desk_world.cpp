// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk_world.h"

#include "core/crypto/sha256.h"
#include "core/ensure.h"
#include "core/event.h"
#include "core/journal/event_codec.h"

#include <algorithm>

namespace ob::core {

Instant DeskWorld::now() const {
    return *Instant::ofMilliseconds(1'800'000'000'000) + Duration::ofSeconds(m_second);
}

Result<Drafts> DeskWorld::run(Context desk, Intent const& intent) {
    ++m_second;
    desk.now = now();
    desk.nextNumber = *IncidentNumber::of(20270115, static_cast<std::uint32_t>(m_incidents.size() + 1));
    auto decided = decide(m_board, {.intent = intent, .occurredAt = {}}, desk);
    if (!decided) return decided;
    m_written.clear();
    std::vector<StreamId> created;
    for (Draft const& draft : *decided)
        write(draft, desk.agency, created);
    return decided;
}

void DeskWorld::write(Draft const& draft, AgencyIndex author, std::vector<StreamId>& created) {
    std::string const name = std::to_string(m_seed) + '/' + std::to_string(m_count++);
    EventId const id(sha256(viewOf(name)));
    EventHeader header;
    header.hlc = Hlc(now(), static_cast<std::uint16_t>(m_count));
    header.kind =
        std::visit([](auto const& fact) { return std::decay_t<decltype(fact)>::kind; }, draft.body.fact);
    auto const earlier = draft.stream.draft();
    header.stream = earlier ? created.at(*earlier) : draft.stream;
    created.push_back(StreamId(id.hash()));
    auto found = m_folds.find(header.stream);
    if (found != m_folds.end()) header.parents = found->second.heads();
    EventBody body = draft.body;
    resolveDraftIds(body, [&](std::uint32_t index) { return created.at(index).hash(); });
    Event const event(id, header, author, std::make_shared<EventBody const>(std::move(body)),
                      std::make_shared<RestrictedParts const>(draft.restricted));
    if (event.creates()) {
        found = m_folds.emplace(event.stream(), StreamFold::of({event})).first;
        if (found->second.kind() == StreamKind::Incident) m_incidents.push_back(event.stream());
        if (found->second.kind() == StreamKind::Unit) m_units.push_back(event.stream());
    } else {
        OB_ENSURE(found != m_folds.end());
        OB_ENSURE(found->second.append(event) == StreamFold::Appended::Yes);
    }
    m_written.push_back(found->second.order().back());
    show(found->second);
}

void DeskWorld::show(StreamFold const& fold) {
    ChangeSet changes;
    if (auto incident = fold.incident()) m_board.put(std::move(incident), changes);
    if (auto unit = fold.unit()) m_board.put(std::move(unit), changes);
    if (auto policy = fold.policy()) m_board.put(std::move(policy), changes);
    m_board.settle(fold.id(), fold.settled(), changes);
}

} // namespace ob::core
