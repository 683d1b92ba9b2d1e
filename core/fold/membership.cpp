// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/membership.h"

#include "core/event_body.h"
#include "core/fold/stream_fold.h"
#include "core/fold/stream_order.h"

#include <algorithm>

namespace ob::core {
namespace {

std::vector<AgencyIndex> membersNamedBy(Event const& event) {
    auto const& fact = event.body().fact;
    if (auto const* const opened = std::get_if<IncidentOpened>(&fact)) return opened->members;
    if (auto const* const registered = std::get_if<UnitRegistered>(&fact)) return registered->members;
    if (auto const* const policy = std::get_if<PolicyOpened>(&fact)) return policy->members;
    return {};
}

} // namespace

Membership Membership::of(std::vector<Event> const& events) {
    Membership made;
    StreamOrder const order = StreamOrder::of(events);
    auto const fold = StreamFold::of(events);
    made.m_hasWaiting = !order.waiting.empty();
    struct Change {
        StreamOrder::Placed const* placed;
        AgencyIndex agency;
    };
    std::vector<Change> grants;
    std::vector<Change> leaves;
    for (std::size_t index = 0; index < order.taken.size(); ++index) {
        auto const& placed = order.taken[index];
        Event const& event = events[placed.event];
        made.m_known.insert(event.id());
        if (fold.order()[index].verdict != Verdict::Effective) continue;
        if (event.creates()) {
            made.m_isForAll = std::holds_alternative<LogOpened>(event.body().fact);
            made.m_admitted.insert(event.author());
            for (AgencyIndex const member : membersNamedBy(event))
                made.m_admitted.insert(member);
        } else if (auto const* const granted = std::get_if<MemberGranted>(&event.body().fact)) {
            made.m_admitted.insert(granted->agency);
            grants.push_back({&placed, granted->agency});
        } else if (auto const* const left = std::get_if<MemberLeft>(&event.body().fact)) {
            leaves.push_back({&placed, left->agency});
        }
    }
    for (auto const& leave : leaves) {
        bool lifted = false;
        for (auto const& grant : grants)
            lifted =
                lifted || (grant.agency == leave.agency && grant.placed->seen.covers(leave.placed->mark));
        if (lifted) continue;
        // Also when nothing has come after it yet: `append` must not take what will.
        auto& withheld = made.m_withheld[leave.agency];
        for (auto const& placed : order.taken)
            if (placed.seen.covers(leave.placed->mark)) withheld.insert(events[placed.event].id());
    }
    return made;
}

bool Membership::append(Event const& event) {
    if (event.creates() || !event.isUnderstood() || m_hasWaiting || !m_withheld.empty()) return false;
    auto const& fact = event.body().fact;
    if (std::holds_alternative<MemberGranted>(fact) || std::holds_alternative<MemberLeft>(fact)) return false;
    auto const& parents = event.header().parents;
    bool const isComplete =
        std::all_of(parents.begin(), parents.end(), [&](EventId parent) { return m_known.contains(parent); });
    if (isComplete) m_known.insert(event.id());
    return isComplete;
}

bool Membership::mayHold(AgencyIndex agency, EventId event) const {
    if (!m_known.contains(event)) return false;
    if (m_isForAll) return true;
    if (!m_admitted.contains(agency)) return false;
    auto const withheld = m_withheld.find(agency);
    return withheld == m_withheld.end() || !withheld->second.contains(event);
}

} // namespace ob::core
