// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/membership.h"

#include "core/event_body.h"
#include "core/fold/stream_fold.h"
#include "core/fold/stream_order.h"

#include <algorithm>
#include <unordered_map>

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

Membership Membership::of(std::vector<Event> const& events) { return of(events, StreamFold::of(events)); }

Membership Membership::of(std::vector<Event> const& events, StreamFold const& fold) {
    Membership made;
    made.m_hasWaiting = !fold.waiting().empty();
    std::unordered_map<EventId, Event const*> named;
    for (Event const& event : events)
        named.emplace(event.id(), &event);
    std::map<EventId, AgencyIndex> grants;
    std::map<EventId, AgencyIndex> leaves;
    for (Taken const& taken : fold.order()) {
        made.m_known.insert(taken.id);
        Event const& event = *named.at(taken.id);
        // Also when nothing in the log counts: without its opening nobody can take the rest.
        if (event.header().kind == LogOpened::kind) made.m_isForAll = true;
        if (taken.verdict != Verdict::Effective) continue;
        if (event.creates()) {
            made.m_admitted.insert(event.author());
            for (AgencyIndex const member : membersNamedBy(event))
                made.m_admitted.insert(member);
        } else if (auto const* const granted = std::get_if<MemberGranted>(&event.body().fact)) {
            made.m_admitted.insert(granted->agency);
            grants.emplace(taken.id, granted->agency);
        } else if (auto const* const left = std::get_if<MemberLeft>(&event.body().fact)) {
            leaves.emplace(taken.id, left->agency);
        }
    }
    if (!leaves.empty()) made.withhold(events, grants, leaves);
    return made;
}

void Membership::withhold(std::vector<Event> const& events, std::map<EventId, AgencyIndex> const& grants,
                          std::map<EventId, AgencyIndex> const& leaves) {
    StreamOrder const order = StreamOrder::of(events);
    auto const idOf = [&](StreamOrder::Placed const& placed) { return events[placed.event].id(); };
    for (auto const& leave : order.taken) {
        auto const leaving = leaves.find(idOf(leave));
        if (leaving == leaves.end()) continue;
        bool const isLifted = std::ranges::any_of(order.taken, [&](StreamOrder::Placed const& placed) {
            auto const grant = grants.find(idOf(placed));
            return grant != grants.end() && grant->second == leaving->second
                   && placed.seen.covers(leave.mark);
        });
        if (isLifted) continue;
        // Also when nothing has come after it yet: `append` must not take what will.
        auto& withheld = m_withheld[leaving->second];
        for (auto const& placed : order.taken)
            if (placed.seen.covers(leave.mark)) withheld.insert(idOf(placed));
    }
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

std::set<EventId> openedFor(AgencyIndex agency, std::vector<Event> const& events,
                            std::function<bool(Event const& grant)> const& isHeld) {
    std::set<EventId> opened;
    auto const isAbout = [agency](auto const* fact) { return fact != nullptr && fact->agency == agency; };
    auto const letsIn = [&](Event const& event) {
        return event.isUnderstood() && isAbout(std::get_if<MemberGranted>(&event.body().fact));
    };
    auto const sendsOut = [&](Event const& event) {
        return event.isUnderstood() && isAbout(std::get_if<MemberLeft>(&event.body().fact));
    };
    if (std::ranges::none_of(events, [&](auto const& each) { return letsIn(each) || sendsOut(each); })) {
        for (Event const& event : events)
            opened.insert(event.id());
        return opened;
    }
    std::set<EventId> effective;
    StreamFold const folded = StreamFold::of(events);
    for (Taken const& taken : folded.order())
        if (taken.verdict == Verdict::Effective) effective.insert(taken.id);
    auto const grants = [&](Event const& event) { return letsIn(event) && effective.contains(event.id()); };
    auto const sendsAway = [&](Event const& event) {
        return sendsOut(event) && effective.contains(event.id());
    };
    StreamOrder const order = StreamOrder::of(events);
    auto const add = [&](auto const& isOpen) {
        for (auto const& placed : order.taken)
            if (isOpen(placed)) opened.insert(events[placed.event].id());
    };
    bool isMemberFromTheBeginning = false;
    for (Event const& event : events) {
        if (!event.creates() || !event.isUnderstood()) continue;
        auto const members = membersNamedBy(event);
        isMemberFromTheBeginning = std::ranges::find(members, agency) != members.end();
    }
    if (isMemberFromTheBeginning)
        add([&](StreamOrder::Placed const& placed) {
            return std::ranges::none_of(order.taken, [&](StreamOrder::Placed const& leave) {
                return sendsAway(events[leave.event]) && placed.seen.covers(leave.mark);
            });
        });
    for (auto const& grant : order.taken) {
        Event const& granting = events[grant.event];
        bool const isOver = std::ranges::any_of(order.taken, [&](StreamOrder::Placed const& placed) {
            return sendsAway(events[placed.event]) && placed.seen.covers(grant.mark);
        });
        if (!grants(granting) || isOver) continue;
        bool const hasBefore = isHeld(granting);
        add([&](StreamOrder::Placed const& placed) {
            return placed.event == grant.event || placed.seen.covers(grant.mark)
                   || (hasBefore && grant.seen.covers(placed.mark));
        });
    }
    return opened;
}

bool Membership::mayHold(AgencyIndex agency, EventId event) const {
    if (!m_known.contains(event)) return false;
    if (m_isForAll) return true;
    if (!m_admitted.contains(agency)) return false;
    auto const withheld = m_withheld.find(agency);
    return withheld == m_withheld.end() || !withheld->second.contains(event);
}

} // namespace ob::core
