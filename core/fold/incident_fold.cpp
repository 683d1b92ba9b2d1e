// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/incident_fold.h"

#include "core/event_body.h"
#include "core/fold/dispute.h"
#include "core/fold/fact_streams.h"
#include "core/restricted_parts.h"

#include <algorithm>

namespace ob::core {
namespace {

/// Open before closed, separate before merged.
int safety(IncidentFold::Standing const& standing) {
    switch (standing.state) {
    case IncidentState::Open: return 3;
    case IncidentState::Resolved: return 2;
    case IncidentState::Closed:
    case IncidentState::Referred:
    case IncidentState::Voided: return 1;
    case IncidentState::Merged: return 0;
    }
    return 0;
}

/// Committed before withdrawn: a lead before a vacancy.
int leadSafety(std::optional<AgencyIndex> const& lead) { return lead ? 1 : 0; }

} // namespace

AssignmentFold* IncidentFold::find(AssignmentId id) {
    auto const found =
        std::find_if(m_assignments.begin(), m_assignments.end(), [&](auto& a) { return a.id() == id; });
    return found == m_assignments.end() ? nullptr : &*found;
}

AssignmentFold const* IncidentFold::find(AssignmentId id) const {
    return const_cast<IncidentFold*>(this)->find(id);
}

bool IncidentFold::anyActive() const {
    return std::any_of(m_assignments.begin(), m_assignments.end(),
                       [](auto& a) { return isActive(a.state()); });
}

IncidentFold::Standing const& IncidentFold::standing() const { return m_state.winner(safety)->value; }

AgencyIndex IncidentFold::responsible() const {
    auto const* const lead = m_lead.winner(leadSafety);
    return lead && lead->value ? *lead->value : m_base.firstReceiver;
}

void IncidentFold::open(Code const& code, Placing const& placing) {
    m_state.write({.state = IncidentState::Open, .code = code, .survivor = {}, .at = {}}, placing);
}

// --- verdicts
// ------------------------------------------------------------------------------------------------

/// One function a kind; what is not named here has no rule beyond membership.
struct IncidentFold::Judge {
    using Answer = std::optional<RefusalCode>;
    IncidentFold const& now;
    AgencyIndex author;

    /// Or merged: of incidents merged in a circle none is, they are worked on like open ones, and whether
    /// there is a circle this stream alone cannot tell.
    bool isOpen() const {
        return now.standing().state == IncidentState::Open || now.standing().state == IncidentState::Merged;
    }
    Answer unless(bool condition, RefusalCode code) const { return condition ? Answer() : Answer(code); }
    Answer running(AssignmentId id) const {
        auto const* const found = now.find(id);
        return unless(found && isActive(found->state()), RefusalCode::UnitNotAssigned);
    }

    Answer operator()(MemberGranted const& fact) const { return now.m_members.judge(fact, author); }
    Answer operator()(MemberLeft const& fact) const { return now.m_members.judge(fact, author); }
    Answer operator()(LeadAccepted const& fact) const {
        auto const offered = std::find_if(now.m_base.leadOffers.begin(), now.m_base.leadOffers.end(),
                                          [&](auto const& offer) { return offer.id == fact.offer; });
        return unless(offered != now.m_base.leadOffers.end() && offered->agency == author,
                      RefusalCode::NotOffered);
    }
    Answer operator()(LeadReleased const&) const {
        auto const* const lead = now.m_lead.winner(leadSafety);
        return unless(lead && lead->value == author, RefusalCode::NotLead);
    }
    Answer operator()(UnitPlanned const&) const { return unless(isOpen(), RefusalCode::IncidentNotOpen); }
    Answer operator()(UnitDispatched const& fact) const {
        if (!isOpen()) return RefusalCode::IncidentNotOpen;
        for (auto const& each : now.m_assignments)
            if (each.unit() == fact.unit && isActive(each.state())) return RefusalCode::AlreadyAssigned;
        return {};
    }
    Answer operator()(MilestoneReached const& fact) const {
        bool const milestone = fact.milestone >= AssignmentState::Acknowledged
                               && fact.milestone <= AssignmentState::AtDestination;
        return milestone ? running(fact.assignment) : RefusalCode::TransitionNotAllowed;
    }
    Answer operator()(AssignmentDelivered const& fact) const { return running(fact.assignment); }
    Answer operator()(AssignmentCleared const& fact) const { return running(fact.assignment); }
    Answer operator()(AssignmentReleased const& fact) const {
        auto const* const found = now.find(fact.assignment);
        return unless(found && !hasEnded(found->state()), RefusalCode::UnitNotAssigned);
    }
    Answer operator()(AssignmentRefused const& fact) const { return running(fact.assignment); }
    Answer operator()(MilestoneCorrected const& fact) const {
        auto const* const found = now.find(fact.assignment);
        if (!found) return RefusalCode::UnitNotAssigned;
        // A dispatch cannot be taken back: it creates the assignment. Another end is not a matter of time.
        bool const may = fact.milestone == AssignmentState::Dispatched ? fact.reachedAt.has_value()
                         : hasEnded(fact.milestone)                    ? fact.milestone == found->state()
                                                    : fact.milestone > AssignmentState::Dispatched;
        return unless(may, RefusalCode::TransitionNotAllowed);
    }
    Answer operator()(OpeningCorrected const&) const { return {}; }
    Answer operator()(IncidentResolved const&) const {
        if (!isOpen()) return RefusalCode::IncidentNotOpen;
        if (now.anyActive()) return RefusalCode::ActiveAssignments;
        return unless(now.responsible() == author, RefusalCode::NotLead);
    }
    Answer operator()(IncidentClosed const&) const {
        return unless(now.standing().state == IncidentState::Resolved, RefusalCode::IncidentNotResolved);
    }
    Answer operator()(IncidentReopened const&) const {
        return unless(now.standing().state != IncidentState::Open, RefusalCode::IncidentStillOpen);
    }
    Answer operator()(IncidentVoided const&) const {
        if (!isOpen()) return RefusalCode::IncidentNotOpen;
        if (now.anyActive()) return RefusalCode::ActiveAssignments;
        bool const reached = std::any_of(now.m_assignments.begin(), now.m_assignments.end(),
                                         [](auto const& each) { return each.value().wasOnScene(); });
        return unless(!reached, RefusalCode::SomebodyWasOnScene);
    }
    Answer operator()(IncidentReferred const&) const {
        if (!isOpen()) return RefusalCode::IncidentNotOpen;
        if (now.anyActive()) return RefusalCode::ActiveAssignments;
        return unless(author == now.m_base.firstReceiver, RefusalCode::NotFirstReceiver);
    }
    Answer operator()(MergedInto const&) const {
        bool const may = isOpen() || now.standing().state == IncidentState::Resolved;
        return unless(may, RefusalCode::IncidentNotOpen);
    }
    Answer operator()(MergeUndone const&) const {
        return unless(now.standing().state == IncidentState::Merged, RefusalCode::NotLinked);
    }

    // Allowed to every member.
    Answer operator()(CallAdded const&) const { return {}; }
    Answer operator()(PrioritySet const&) const { return {}; }
    Answer operator()(TypeSet const&) const { return {}; }
    Answer operator()(PlaceSet const&) const { return {}; }
    Answer operator()(NoteAdded const&) const { return {}; }
    Answer operator()(HandlerTaken const&) const { return {}; }
    Answer operator()(IncidentSeen const&) const { return {}; }
    Answer operator()(LeadOffered const&) const { return {}; }
    Answer operator()(IncidentLinked const&) const { return {}; }
    Answer operator()(IncidentUnlinked const&) const { return {}; }
    Answer operator()(WelfareChecked const&) const { return {}; }
    Answer operator()(ConflictSettled const&) const { return {}; }
    Answer operator()(SectionForgotten const&) const { return {}; }
    // A stream is opened once, by the event that creates it.
    Answer operator()(IncidentOpened const&) const { return RefusalCode::TransitionNotAllowed; }
    template<class Other>
        requires DeskFact<Other> || UnitFact<Other> || PolicyFact<Other>
    Answer operator()(Other const&) const {
        return RefusalCode::TransitionNotAllowed;
    }
};

std::optional<RefusalCode> IncidentFold::judge(Event const& event) const {
    if (event.creates()) return std::nullopt;
    if (!m_members.isMember(event.author())) return RefusalCode::NotMember;
    return std::visit(Judge{*this, event.author()}, event.body().fact);
}

// --- effects
// -------------------------------------------------------------------------------------------------

struct IncidentFold::Apply {
    IncidentFold& to;
    Event const& event;
    Placing const& placing;
    Circumstance const& circumstance;

    Instant at() const { return circumstance.occurredAt; }
    RestrictedParts const& parts() const { return event.restricted(); }
    bool committedTo(SectionClass wanted) const {
        auto const& all = event.header().commitments;
        return std::any_of(all.begin(), all.end(),
                           [&](auto const& each) { return each.sectionClass == wanted; });
    }

    void operator()(IncidentOpened const& fact) {
        Incident& base = to.m_base;
        base.id = event.stream();
        base.number = fact.number;
        base.sourceId = fact.sourceId;
        base.channel = fact.channel;
        base.firstReceiver = event.author();
        base.openedAt = at();
        base.receivedAt = fact.receivedAt;
        to.m_members.create(event.author(), fact.members, placing);
        to.open({}, placing);
        to.m_priority.write(fact.priority, placing);
        to.m_type.write(fact.type, placing);
        writePlace(fact.district);
        addCall(fact.channel, fact.receivedAt.value_or(at()));
    }
    void operator()(CallAdded const& fact) { addCall(fact.channel, at()); }
    void operator()(PrioritySet const& fact) { to.m_priority.write(fact.priority, placing); }
    void operator()(TypeSet const& fact) { to.m_type.write(fact.type, placing); }
    void operator()(PlaceSet const& fact) { writePlace(fact.district); }
    void operator()(NoteAdded const&) {
        ++to.m_base.noteCount;
        if (parts().joint) keep(parts().joint->attachments);
        if (parts().own) keep(parts().own->attachments);
    }
    void operator()(HandlerTaken const&) {
        to.m_handler.write({.position = circumstance.position, .agency = event.author()}, placing);
    }
    void operator()(IncidentSeen const&) {
        auto& seen = to.m_base.seen;
        if (std::ranges::find(seen, event.author(), &Sighting::agency) == seen.end())
            seen.push_back({.agency = event.author(), .position = circumstance.position, .at = at()});
    }
    void operator()(LeadOffered const& fact) {
        std::erase_if(to.m_base.leadOffers, [&](auto const& offer) { return offer.agency == fact.agency; });
        to.m_base.leadOffers.push_back({.id = event.id(), .agency = fact.agency, .phase = fact.phase});
    }
    void operator()(LeadAccepted const& fact) {
        std::erase_if(to.m_base.leadOffers, [&](auto const& offer) { return offer.id == fact.offer; });
        to.m_lead.write(event.author(), placing);
    }
    void operator()(LeadReleased const&) { to.m_lead.write(std::nullopt, placing); }
    void operator()(UnitPlanned const& fact) {
        to.m_assignments.emplace_back(AssignmentId(event.id().hash()), fact.unit, event.author());
        to.m_assignments.back().plan(at(), placing);
    }
    void operator()(UnitDispatched const& fact) {
        AssignmentFold* assignment = to.find(fact.planned);
        if (!assignment || assignment->unit() != fact.unit)
            assignment =
                &to.m_assignments.emplace_back(AssignmentId(event.id().hash()), fact.unit, event.author());
        assignment->dispatch(fact, event.author(), at(), placing);
        to.open({}, placing); // by itself on a concurrent assignment
    }
    void operator()(MilestoneReached const& fact) {
        if (AssignmentFold* const assignment = to.find(fact.assignment)) {
            assignment->reach(fact, at(), placing);
            goOn();
        }
    }
    void operator()(AssignmentDelivered const& fact) {
        if (AssignmentFold* const assignment = to.find(fact.assignment))
            assignment->deliver(fact.means, at(), placing);
    }
    void operator()(AssignmentCleared const& fact) {
        end(fact.assignment, {.state = AssignmentState::Cleared, .code = fact.disposition, .divertedTo = {}});
    }
    void operator()(AssignmentReleased const& fact) {
        end(fact.assignment,
            {.state = AssignmentState::Released, .code = fact.reason, .divertedTo = fact.divertedTo});
    }
    void operator()(AssignmentRefused const& fact) {
        end(fact.assignment, {.state = AssignmentState::Refused, .code = fact.reason, .divertedTo = {}});
    }
    void operator()(MilestoneCorrected const& fact) {
        AssignmentFold* const assignment = to.find(fact.assignment);
        if (!assignment) return;
        bool const ended = hasEnded(assignment->state());
        assignment->correct(fact.milestone, fact.reachedAt, placing);
        if (ended && isActive(assignment->state())) goOn();
    }
    void operator()(OpeningCorrected const& fact) {
        to.m_base.openedAt = fact.openedAt;
        to.m_base.receivedAt = fact.receivedAt;
        for (Call& call : to.m_base.calls)
            if (call.id == CallId(to.m_base.id.hash()))
                call.receivedAt = fact.receivedAt.value_or(fact.openedAt);
    }
    void operator()(IncidentResolved const& fact) {
        to.m_base.resolvedAt = at();
        to.m_base.resolvedBy = circumstance.position;
        to.m_base.disposition = fact.disposition;
        to.m_base.resolvedByOperator.reset();
        if (parts().own) to.m_base.resolvedByOperator = parts().own->operatorName;
        stand(IncidentState::Resolved, fact.disposition);
    }
    void operator()(IncidentClosed const& fact) { stand(IncidentState::Closed, fact.result); }
    void operator()(IncidentReopened const& fact) {
        to.m_base.reopenedAt = std::max(to.m_base.reopenedAt.value_or(at()), at());
        to.open(fact.reason, placing);
    }
    void operator()(IncidentVoided const& fact) { stand(IncidentState::Voided, fact.reason); }
    void operator()(IncidentReferred const& fact) {
        to.m_base.referralTarget = fact.target;
        stand(IncidentState::Referred, fact.reason);
    }
    void operator()(MergedInto const& fact) { stand(IncidentState::Merged, {}, fact.survivor); }
    void operator()(MergeUndone const&) { to.open({}, placing); }
    void operator()(IncidentLinked const& fact) {
        drop(fact.other);
        to.m_base.links.push_back({.other = fact.other, .relation = fact.relation});
    }
    void operator()(IncidentUnlinked const& fact) { drop(fact.other); }
    void operator()(WelfareChecked const& fact) {
        if (!fact.answered) return;
        for (auto& each : to.m_assignments)
            if (each.unit() == fact.unit && isActive(each.state())) each.checkWelfare(at());
    }
    void operator()(MemberGranted const& fact) { to.m_members.apply(fact, placing); }
    void operator()(MemberLeft const& fact) { to.m_members.apply(fact, placing); }
    // On the timeline only.
    void operator()(ConflictSettled const&) {}
    void operator()(SectionForgotten const&) {}
    template<class Other>
        requires DeskFact<Other> || UnitFact<Other> || PolicyFact<Other>
    void operator()(Other const&) {}

  private:
    void stand(IncidentState state, Code const& code, IncidentId survivor = {}) {
        to.m_state.write({.state = state, .code = code, .survivor = survivor, .at = at()}, placing);
    }
    /// Opens what was finished beside the work. A merge that was known stays: the unit goes on under the
    /// survivor.
    void goOn() {
        auto const* const now = to.m_state.winner(safety);
        if (now->value.state != IncidentState::Merged || !placing.seen.covers(now->mark))
            to.open({}, placing);
    }
    void end(AssignmentId id, AssignmentFold::Phase phase) {
        if (AssignmentFold* const assignment = to.find(id)) assignment->end(std::move(phase), at(), placing);
    }
    void drop(IncidentId other) {
        std::erase_if(to.m_base.links, [&](auto const& link) { return link.other == other; });
    }
    void keep(std::vector<Attachment> const& attachments) {
        for (auto const& each : attachments)
            if (to.m_base.attachments.size() < Incident::maxAttachments)
                to.m_base.attachments.push_back(each);
    }
    void addCall(Channel channel, Instant receivedAt) {
        to.m_base.calls.push_back(
            {.id = CallId(event.id().hash()), .receivedAt = receivedAt, .channel = channel});
    }
    /// A place that is withheld counts as withheld: an older value never comes back.
    void writePlace(Code const& district) {
        Place place{.address = {}, .point = {}, .district = district, .withheld = false};
        if (parts().joint) {
            place.address = parts().joint->address;
            place.point = parts().joint->place;
        } else {
            place.withheld = committedTo(SectionClass::Joint);
        }
        to.m_place.write(std::move(place), placing);
    }
};

void IncidentFold::apply(Event const& event, Placing const& placing) {
    m_base.lastChangedAt = std::max(m_base.lastChangedAt, event.recordedAt());
    if (auto const& joint = event.restricted().joint; joint && joint->text && !joint->text->empty()) {
        std::string& narrative = m_base.narrative;
        if (narrative.size() + joint->text->size() < Incident::maxNarrativeBytes)
            narrative.append(narrative.empty() ? "" : "\n").append(*joint->text);
    }
    std::visit(Apply{*this, event, placing, event.body().circumstance}, event.body().fact);
}

// --- the value
// -----------------------------------------------------------------------------------------------

std::vector<Conflict> IncidentFold::conflicts() const {
    std::vector<Conflict> found;
    StreamId const id = m_base.id;
    if (m_state.isDisputed()) {
        bool const open = standing().state == IncidentState::Open;
        auto const& writes = m_state.writes();
        bool const allOpen = std::all_of(writes.begin(), writes.end(), [](auto const& each) {
            return each.value.state == IncidentState::Open;
        });
        bool const merged = std::any_of(writes.begin(), writes.end(), [](auto const& each) {
            return each.value.state == IncidentState::Merged;
        });
        auto const rule = merged ? ConflictRule::SeparateWon
                          : open ? ConflictRule::OpenWon
                                 : ConflictRule::ConcurrentValues;
        if (!allOpen) noteDispute(found, m_state, rule, id, IncidentField::State);
    }
    noteDispute(found, m_priority, ConflictRule::ConcurrentValues, id, IncidentField::Priority);
    noteDispute(found, m_type, ConflictRule::ConcurrentValues, id, IncidentField::Type);
    noteDispute(found, m_handler, ConflictRule::ConcurrentValues, id, IncidentField::Handler);
    noteDispute(found, m_lead, ConflictRule::ConcurrentLeads, id, IncidentField::Lead);
    // Places are compared by event: their words may be withheld from some who see the conflict.
    if (m_place.writes().size() > 1) {
        found.push_back({.id = conflictId(ConflictRule::ConcurrentValues, m_place.leaves()),
                         .rule = ConflictRule::ConcurrentValues,
                         .stream = id,
                         .leaves = m_place.leaves(),
                         .concerned = {},
                         .field = static_cast<std::uint8_t>(IncidentField::Place),
                         .settled = false});
    }
    for (auto const& each : m_assignments)
        if (auto conflict = each.conflict(id)) found.push_back(std::move(*conflict));
    return found;
}

Incident IncidentFold::value() const {
    Incident value = m_base;
    Standing const& now = standing();
    value.state = now.state;
    if (now.state == IncidentState::Open) {
        value.disposition = {};
        value.resolvedAt.reset();
        value.resolvedBy = {};
        value.resolvedByOperator.reset();
    } else if (now.state != IncidentState::Resolved) {
        value.closedAt = now.at;
        if (now.state != IncidentState::Closed) value.disposition = now.code;
    }
    value.mergedInto = now.survivor;
    value.priority = m_priority.winner()->value;
    value.type = m_type.winner()->value;
    auto const& place = m_place.winner()->value;
    value.address = place.address;
    value.place = place.point;
    value.district = place.district;
    value.placeWithheld = place.withheld;
    if (auto const* const handler = m_handler.winner()) {
        value.handler = handler->value.position;
        value.handlerAgency = handler->value.agency;
    }
    if (auto const* const lead = m_lead.winner(leadSafety)) value.lead = lead->value;
    value.members = m_members.members();
    value.assignments.reserve(m_assignments.size());
    for (auto const& each : m_assignments)
        value.assignments.push_back(each.value());
    value.conflicts = conflicts();
    return value;
}

} // namespace ob::core
