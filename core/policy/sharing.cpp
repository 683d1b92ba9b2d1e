// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/policy/sharing.h"

#include "core/event_body.h"
#include "core/fold/stream_fold.h"
#include "core/journal/event_sections.h"

#include <algorithm>

namespace ob::core {
namespace {

bool isShownTo(EncodedSection const& section, bool isOfAgency, Reader const& reader, bool hasRole) {
    if (section.sectionClass == SectionClass::Open) return true;
    if (!reader.clearance.admits(section.sectionClass)) return false;
    if (isOfAgency) return true;
    if (section.sectionClass != SectionClass::Joint) return false;
    auto const view = viewSection(section.bytes);
    if (!view) return false;
    if (view->audience.empty()) return hasRole;
    return std::find(view->audience.begin(), view->audience.end(), reader.agency) != view->audience.end();
}

} // namespace

EncodedEvent stubOf(EncodedEvent const& event) {
    return {.log = event.log,
            .sequence = event.sequence,
            .leaf = event.leaf,
            .header = {},
            .sections = {},
            .stream = {}};
}

Sharing::Entry Sharing::folded(std::vector<Event> const& events, StreamFold const& fold) const {
    Entry made{.membership = Membership::of(events, fold), .roles = {}, .assigned = {}, .isIncident = false};
    auto const incident = fold.incident();
    if (!incident) return made;
    made.isIncident = true;
    made.roles = rolesOn(*incident);
    for (auto const& assignment : incident->assignments)
        if (auto const agency = m_sources.agencyOfUnit(assignment.unit)) made.assigned.insert(*agency);
    return made;
}

Sharing::Entry& Sharing::entryOf(StreamId stream) {
    if (auto const found = m_known.find(stream); found != m_known.end()) return found->second;
    auto const events = m_sources.events(stream);
    return remember(stream, events, StreamFold::of(events));
}

Sharing::Entry& Sharing::remember(StreamId stream, std::vector<Event> const& events, StreamFold const& fold) {
    if (m_known.size() >= maxRemembered) m_known.clear();
    return m_known.insert_or_assign(stream, folded(events, fold)).first->second;
}

void Sharing::noteWhole(StreamId stream, std::vector<Event> const& events, StreamFold const& fold) {
    remember(stream, events, fold);
}

bool Sharing::changesRoles(std::uint16_t kind) {
    return kind == UnitDispatched::kind || kind == UnitPlanned::kind || kind == LeadOffered::kind
           || kind == LeadAccepted::kind;
}

std::set<AgencyIndex> Sharing::rolesOn(Incident const& incident) const {
    std::set<AgencyIndex> roles(m_sources.coordinators.begin(), m_sources.coordinators.end());
    roles.insert(incident.firstReceiver);
    if (incident.lead) roles.insert(*incident.lead);
    for (auto const& offer : incident.leadOffers)
        roles.insert(offer.agency);
    for (auto const& assignment : incident.assignments) {
        roles.insert(assignment.sender);
        if (auto const agency = m_sources.agencyOfUnit(assignment.unit)) roles.insert(*agency);
    }
    return roles;
}

void Sharing::noteNew(Event const& event) {
    auto const found = m_known.find(event.stream());
    if (found == m_known.end() || found->second.membership.knows(event.id())) return;
    if (changesRoles(event.header().kind) || !found->second.membership.append(event)) m_known.erase(found);
}

bool Sharing::isWaiting(EncodedEvent const& event) {
    return !event.isStub() && !entryOf(event.stream).membership.knows(event.leaf);
}

bool Sharing::mayHold(Entry const& entry, EncodedEvent const& event, bool isOfAgency, Reader const& reader) {
    bool const isInScope = reader.clearance.scope == IncidentScope::All || !entry.isIncident
                           || entry.assigned.contains(reader.agency);
    return isInScope && (isOfAgency || entry.membership.mayHold(reader.agency, event.leaf));
}

EncodedEvent Sharing::shared(EncodedEvent event, AgencyIndex author, Reader const& reader) {
    if (event.isStub()) return event;
    Entry const& entry = entryOf(event.stream);
    bool const isOfAgency = author == reader.agency || m_sources.own == reader.agency;
    if (!mayHold(entry, event, isOfAgency, reader)) return stubOf(event);
    bool const hasRole = entry.roles.contains(reader.agency);
    event.decoded.reset();
    std::erase_if(event.sections, [&](EncodedSection const& section) {
        return !isShownTo(section, isOfAgency, reader, hasRole);
    });
    return event;
}

} // namespace ob::core
