// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/stream_builder.h"

#include "core/crypto/sha256.h"

#include <algorithm>
#include <set>

namespace ob::core {

EventId StreamBuilder::nextId() {
    std::string const name = std::to_string(m_seed) + '/' + std::to_string(m_events.size());
    return EventId(sha256(viewOf(name)));
}

Event const& StreamBuilder::create(AgencyIndex author, Fact fact, std::uint64_t atSecond) {
    EventHeader header;
    header.hlc = Hlc(second(atSecond), 0);
    header.kind = std::visit([](auto const& each) { return std::decay_t<decltype(each)>::kind; }, fact);
    m_second = atSecond;
    auto body =
        std::make_shared<EventBody const>(EventBody{{.occurredAt = second(atSecond)}, std::move(fact)});
    return m_events.emplace_back(nextId(), std::move(header), author, std::move(body), nullptr);
}

Event const& StreamBuilder::add(AgencyIndex author, Fact fact, std::vector<std::size_t> const& after,
                                std::uint64_t atSecond) {
    return add(author, std::move(fact), after, atSecond, {});
}

Event const& StreamBuilder::add(AgencyIndex author, Fact fact, std::vector<std::size_t> const& after,
                                std::uint64_t atSecond, RestrictedParts restricted) {
    EventHeader header;
    header.hlc = Hlc(second(atSecond), 0);
    header.kind = std::visit([](auto const& each) { return std::decay_t<decltype(each)>::kind; }, fact);
    header.stream = m_events.front().stream();
    for (std::size_t const index : after)
        header.parents.push_back(m_events[index].id());
    std::sort(header.parents.begin(), header.parents.end());
    m_second = std::max(m_second, atSecond);
    auto body =
        std::make_shared<EventBody const>(EventBody{{.occurredAt = second(atSecond)}, std::move(fact)});
    return m_events.emplace_back(nextId(), std::move(header), author, std::move(body),
                                 std::make_shared<RestrictedParts const>(std::move(restricted)));
}

Event const& StreamBuilder::then(AgencyIndex author, Fact fact) {
    std::set<EventId> parents;
    for (auto const& event : m_events)
        parents.insert(event.header().parents.begin(), event.header().parents.end());
    std::vector<std::size_t> heads;
    for (std::size_t index = 0; index < m_events.size(); ++index)
        if (!parents.contains(m_events[index].id())) heads.push_back(index);
    return add(author, std::move(fact), heads, m_second + 1);
}

void StreamBuilder::voidEvent(std::size_t index) {
    Event const& old = m_events[index];
    m_events[index] = Event(old.id(), old.header(), old.author(),
                            std::make_shared<EventBody const>(old.body()), nullptr, Admission::Voided);
}

IncidentOpened openedWith(std::vector<AgencyIndex> members) {
    IncidentOpened opened;
    opened.number = *IncidentNumber::of(20261121, 42);
    opened.type = *Code::of("FIRE-STRUCT");
    opened.members = std::move(members);
    return opened;
}

UnitId unitNamed(std::uint8_t name) { return UnitId(sha256(name, ByteView())); }

} // namespace ob::core
