// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/unit_fold.h"

#include "core/fold/dispute.h"
#include "core/fold/fact_streams.h"
#include "core/restricted_parts.h"

#include <algorithm>

namespace ob::core {
namespace {

/// Unavailable before available.
int dutySafety(UnitFold::Duty const& duty) {
    switch (duty.state) {
    case DutyState::OffDuty: return 3;
    case DutyState::Unavailable: return 2;
    case DutyState::Conditional: return 1;
    case DutyState::Available: return 0;
    }
    return 0;
}

/// Distress before everything.
int distressSafety(std::optional<Distress> const& distress) { return distress ? 1 : 0; }

} // namespace

struct UnitFold::Judge {
    using Answer = std::optional<RefusalCode>;
    UnitFold const& now;
    AgencyIndex author;

    Answer own() const { return author == now.m_base.agency ? Answer() : Answer(RefusalCode::NotOwnAgency); }
    Answer operator()(DutySet const&) const { return own(); }
    Answer operator()(UnitChanged const&) const { return own(); }
    Answer operator()(DistressRaised const&) const { return {}; }
    Answer operator()(DistressEnded const&) const {
        if (auto const refused = own()) return refused;
        auto const* const distress = now.m_distress.winner(distressSafety);
        return distress && distress->value ? Answer() : Answer(RefusalCode::UnitNotInDistress);
    }
    Answer operator()(MemberGranted const& fact) const { return now.m_members.judge(fact, author); }
    Answer operator()(MemberLeft const& fact) const { return now.m_members.judge(fact, author); }
    Answer operator()(ConflictSettled const&) const { return {}; }
    Answer operator()(SectionForgotten const&) const { return {}; }
    Answer operator()(UnitRegistered const&) const { return RefusalCode::TransitionNotAllowed; }
    template<class Other>
        requires DeskFact<Other> || IncidentFact<Other> || PolicyFact<Other>
    Answer operator()(Other const&) const {
        return RefusalCode::TransitionNotAllowed;
    }
};

std::optional<RefusalCode> UnitFold::judge(Event const& event) const {
    if (event.creates()) return std::nullopt;
    if (!m_members.isMember(event.author())) return RefusalCode::NotMember;
    return std::visit(Judge{*this, event.author()}, event.body().fact);
}

struct UnitFold::Apply {
    UnitFold& to;
    Event const& event;
    Placing const& placing;
    Instant at;

    void operator()(UnitRegistered const& fact) {
        to.m_base.id = event.stream();
        to.m_base.callsign = fact.callsign;
        to.m_base.agency = event.author();
        if (auto const& joint = event.restricted().joint) {
            to.m_base.homePlace = joint->place;
            to.m_base.homeAddress = joint->address;
        }
        to.m_members.create(event.author(), fact.members, placing);
        to.m_description.write({.kind = fact.unitKind,
                                .group = fact.group,
                                .capabilities = fact.capabilities,
                                .home = fact.home},
                               placing);
        Duty duty;
        duty.since = at;
        to.m_duty.write(std::move(duty), placing);
    }
    void operator()(DutySet const& fact) {
        auto const& own = event.restricted().own;
        // Another crew, vehicle or end is no other state.
        Instant since = at;
        for (auto const& before : to.m_duty.writes())
            if (placing.seen.covers(before.mark) && before.value.state == fact.duty
                && before.value.reason == fact.reason)
                since = before.value.since;
        to.m_duty.write({.state = fact.duty,
                         .reason = fact.reason,
                         .until = fact.until,
                         .recall = fact.recall,
                         .crew = fact.crew,
                         .shiftEnd = fact.shiftEnd,
                         .capabilities = fact.capabilities,
                         .crewNames = own ? own->crewNames : std::nullopt,
                         .vehicle = own ? own->vehicle : std::nullopt,
                         .since = since},
                        placing);
    }
    void operator()(UnitChanged const& fact) {
        if (auto const& joint = event.restricted().joint) {
            to.m_base.homePlace = joint->place;
            to.m_base.homeAddress = joint->address;
        }
        to.m_description.write({.kind = fact.unitKind,
                                .group = fact.group,
                                .capabilities = fact.capabilities,
                                .home = fact.home},
                               placing);
    }
    void operator()(DistressRaised const& fact) {
        to.m_distress.write(Distress{.id = event.id(), .raisedAt = at, .incident = fact.incident}, placing);
    }
    void operator()(DistressEnded const&) { to.m_distress.write(std::nullopt, placing); }
    void operator()(MemberGranted const& fact) { to.m_members.apply(fact, placing); }
    void operator()(MemberLeft const& fact) { to.m_members.apply(fact, placing); }
    // On the timeline only.
    void operator()(ConflictSettled const&) {}
    void operator()(SectionForgotten const&) {}
    template<class Other>
        requires DeskFact<Other> || IncidentFact<Other> || PolicyFact<Other>
    void operator()(Other const&) {}
};

void UnitFold::apply(Event const& event, Placing const& placing) {
    m_base.lastChangedAt = std::max(m_base.lastChangedAt, event.recordedAt());
    std::visit(Apply{*this, event, placing, event.body().circumstance.occurredAt}, event.body().fact);
}

Unit UnitFold::value() const {
    Unit value = m_base;
    Duty const& duty = m_duty.winner(dutySafety)->value;
    value.duty = duty.state;
    value.dutyReason = duty.reason;
    value.dutyUntil = duty.until;
    value.recall = duty.recall;
    value.crew = duty.crew;
    value.shiftEnd = duty.shiftEnd;
    value.shiftCapabilities = duty.capabilities;
    value.crewNames = duty.crewNames;
    value.vehicle = duty.vehicle;
    value.dutySince = duty.since;
    Description const& description = m_description.winner()->value;
    value.kind = description.kind;
    value.group = description.group;
    value.capabilities = duty.capabilities.empty() ? description.capabilities : duty.capabilities;
    value.home = description.home;
    if (auto const* const distress = m_distress.winner(distressSafety)) value.distress = distress->value;
    value.members = m_members.members();
    auto const dutyRule = std::any_of(m_duty.writes().begin(), m_duty.writes().end(),
                                      [&](auto const& each) { return each.value.state != duty.state; })
                              ? ConflictRule::UnavailableWon
                              : ConflictRule::ConcurrentValues;
    noteDispute(value.conflicts, m_duty, dutyRule, value.id, UnitField::Duty);
    noteDispute(value.conflicts, m_description, ConflictRule::ConcurrentValues, value.id,
                UnitField::Description);
    auto const& writes = m_distress.writes();
    bool const endedBeside =
        std::any_of(writes.begin(), writes.end(), [](auto const& each) { return !each.value; });
    if (value.distress && endedBeside)
        noteDispute(value.conflicts, m_distress, ConflictRule::DistressWon, value.id, UnitField::Distress);
    return value;
}

} // namespace ob::core
