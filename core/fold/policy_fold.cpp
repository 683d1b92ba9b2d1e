// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/policy_fold.h"

#include "core/fold/fact_streams.h"

#include <tuple>

namespace ob::core {
namespace {

/// The stricter grant before the wider one.
int grantSafety(DispatchGrant grant) {
    switch (grant) {
    case DispatchGrant::Own: return 2;
    case DispatchGrant::Request: return 1;
    case DispatchGrant::Direct: return 0;
    }
    return 0;
}

/// The one that tells less.
std::tuple<bool, std::int64_t, std::uint32_t> sharingSafety(PositionSharing const& how) {
    return {how.isWithheld, how.delay.milliseconds(), how.gridMetres};
}

/// A real emergency before its end.
int noDuffSafety(std::optional<EventId> const& declared) { return declared ? 1 : 0; }

} // namespace

struct PolicyFold::Judge {
    using Answer = std::optional<RefusalCode>;
    PolicyFold const& now;
    AgencyIndex author;

    Answer own() const { return author == now.m_base.agency ? Answer() : Answer(RefusalCode::NotOwnAgency); }
    Answer operator()(DispatchGrantSet const&) const { return own(); }
    Answer operator()(PositionSharingSet const&) const { return own(); }
    Answer operator()(NoDuffDeclared const&) const { return own(); }
    Answer operator()(NoDuffEnded const&) const { return own(); }
    Answer operator()(MemberGranted const& fact) const { return now.m_members.judge(fact, author); }
    Answer operator()(MemberLeft const& fact) const { return now.m_members.judge(fact, author); }
    Answer operator()(ConflictSettled const&) const { return own(); }
    Answer operator()(SectionForgotten const&) const { return own(); }
    Answer operator()(PolicyOpened const&) const { return RefusalCode::TransitionNotAllowed; }
    template<class Other>
        requires DeskFact<Other> || IncidentFact<Other> || UnitFact<Other>
    Answer operator()(Other const&) const {
        return RefusalCode::TransitionNotAllowed;
    }
};

std::optional<RefusalCode> PolicyFold::judge(Event const& event) const {
    if (event.creates()) return std::nullopt;
    return std::visit(Judge{*this, event.author()}, event.body().fact);
}

struct PolicyFold::Apply {
    PolicyFold& to;
    Event const& event;
    Placing const& placing;

    void operator()(PolicyOpened const& fact) {
        to.m_base.id = event.stream();
        to.m_base.agency = event.author();
        to.m_members.create(event.author(), fact.members, placing);
    }
    void operator()(DispatchGrantSet const& fact) {
        to.m_grants[{fact.group, fact.to}].write(fact.grant, placing);
    }
    void operator()(PositionSharingSet const& fact) {
        to.m_positions[fact.to].write(
            {.isWithheld = fact.isWithheld, .gridMetres = fact.gridMetres, .delay = fact.delay}, placing);
    }
    void operator()(NoDuffDeclared const&) { to.m_noDuff.write(event.id(), placing); }
    void operator()(NoDuffEnded const&) { to.m_noDuff.write(std::nullopt, placing); }
    void operator()(MemberGranted const& fact) { to.m_members.apply(fact, placing); }
    void operator()(MemberLeft const& fact) { to.m_members.apply(fact, placing); }
    void operator()(ConflictSettled const&) {}
    void operator()(SectionForgotten const&) {}
    template<class Other>
        requires DeskFact<Other> || IncidentFact<Other> || UnitFact<Other>
    void operator()(Other const&) {}
};

void PolicyFold::apply(Event const& event, Placing const& placing) {
    std::visit(Apply{*this, event, placing}, event.body().fact);
}

AgencyPolicy PolicyFold::value() const {
    AgencyPolicy value = m_base;
    for (auto const& [key, grant] : m_grants)
        value.dispatch.push_back(
            {.group = key.first, .to = key.second, .grant = grant.winner(grantSafety)->value});
    for (auto const& [agency, sharing] : m_positions)
        value.positions.push_back({.to = agency, .how = sharing.winner(sharingSafety)->value});
    if (auto const* const declared = m_noDuff.winner(noDuffSafety)) value.noDuff = declared->value;
    return value;
}

} // namespace ob::core
