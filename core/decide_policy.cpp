// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

#include <algorithm>

namespace ob::core {
namespace {

/// A stream with members: an incident, a unit or a policy.
struct Membership {
    std::string shown;
    AgencyIndex creator;
    std::optional<std::vector<AgencyIndex>> members; ///< absent: not kept on the board
    bool readOnly = false;
    std::optional<AgencyIndex> lead;
    RefusalCode notCreator = RefusalCode::NotOwnAgency;

    bool has(AgencyIndex agency) const {
        return members && std::find(members->begin(), members->end(), agency) != members->end();
    }
};

std::optional<Membership> membershipOf(StreamId stream, Occasion const& occasion) {
    Board const& board = occasion.board;
    if (auto const incident = board.incident(stream))
        return Membership{.shown = incident->number.text(),
                          .creator = incident->firstReceiver,
                          .members = incident->members,
                          .readOnly = incident->readOnly,
                          .lead = incident->lead,
                          .notCreator = RefusalCode::NotFirstReceiver};
    if (auto const unit = board.unit(stream))
        return Membership{.shown = shownUnit(*unit, occasion.context),
                          .creator = unit->agency,
                          .members = unit->members,
                          .readOnly = unit->readOnly,
                          .lead = {}};
    for (AgencyIndex const agency : everyMember(occasion.context))
        if (auto const policy = board.policy(agency); policy && policy->id == stream)
            return Membership{.shown = shownAgency(agency, occasion.context),
                              .creator = agency,
                              .members = {},
                              .readOnly = policy->readOnly,
                              .lead = {}};
    return {};
}

bool isOfRealm(AgencyIndex agency, Context const& context) {
    auto const members = everyMember(context);
    return std::find(members.begin(), members.end(), agency) != members.end();
}

/// The agency's policy stream; opened by the first draft when there is none yet.
Result<StreamId> ownPolicyStream(Occasion const& occasion, Drafts& drafts) {
    Context const& context = occasion.context;
    if (auto const policy = occasion.board.policy(context.agency)) {
        if (policy->readOnly)
            return refuse(RefusalCode::ReadOnlyStream, {shownAgency(context.agency, context)});
        return policy->id;
    }
    drafts.push_back(makeDraft(occasion, {}, PolicyOpened{everyMember(context)}));
    return StreamId::ofDraft(0);
}

Result<Drafts> inOwnPolicy(Occasion const& occasion, Fact fact) {
    Drafts drafts;
    auto const stream = ownPolicyStream(occasion, drafts);
    if (!stream) return tl::unexpected(stream.error());
    drafts.push_back(makeDraft(occasion, *stream, std::move(fact)));
    return drafts;
}

/// What is granted is granted to others, by who answers for it.
Hindrance whyNotFor(AgencyIndex to, Occasion const& occasion) {
    Context const& context = occasion.context;
    std::string const shown = shownAgency(to, context);
    if (auto role = needsRole(occasion, {Role::Supervisor, Role::Admin})) return role;
    if (!isOfRealm(to, context)) return Refusal{RefusalCode::UnknownAgency, {shown}};
    if (to == context.agency) return Refusal{RefusalCode::BadArgument, {"agency", shown}};
    return {};
}

} // namespace

/// By the agency that created the stream (R2).
Result<Drafts> draftsOf(GrantMember const& asked, Occasion const& occasion) {
    auto const stream = membershipOf(asked.stream, occasion);
    if (!stream) return refuse(RefusalCode::UnknownIncident, {shownId(asked.stream.hash())});
    if (stream->readOnly) return refuse(RefusalCode::ReadOnlyStream, {stream->shown});
    if (stream->creator != occasion.context.agency) return refuse(stream->notCreator, {stream->shown});
    std::string const agency = shownAgency(asked.agency, occasion.context);
    if (!isOfRealm(asked.agency, occasion.context)) return refuse(RefusalCode::UnknownAgency, {agency});
    if (stream->has(asked.agency) && !asked.mayGrant)
        return refuse(RefusalCode::AlreadyInState, {stream->shown, agency});
    return Drafts{makeDraft(occasion, asked.stream, MemberGranted{asked.agency, asked.mayGrant})};
}

/// By the agency itself, or by the one that created the stream. Who answers for it stays.
Result<Drafts> draftsOf(LeaveStream const& asked, Occasion const& occasion) {
    auto const stream = membershipOf(asked.stream, occasion);
    if (!stream) return refuse(RefusalCode::UnknownIncident, {shownId(asked.stream.hash())});
    if (stream->readOnly) return refuse(RefusalCode::ReadOnlyStream, {stream->shown});
    AgencyIndex const own = occasion.context.agency;
    if (stream->creator != own && asked.agency != own) return refuse(stream->notCreator, {stream->shown});
    std::string const agency = shownAgency(asked.agency, occasion.context);
    if (asked.agency == stream->creator || stream->lead == asked.agency)
        return refuse(RefusalCode::StillResponsible, {stream->shown, agency});
    if (stream->members && !stream->has(asked.agency)) return refuse(RefusalCode::NotMember, {stream->shown});
    return Drafts{makeDraft(occasion, asked.stream, MemberLeft{asked.agency})};
}

Result<Drafts> draftsOf(SetDispatchGrant const& asked, Occasion const& occasion) {
    if (auto hindrance = whyNotFor(asked.to, occasion)) return refuse(hindrance);
    Context const& context = occasion.context;
    std::string const to = shownAgency(asked.to, context);
    if (auto const policy = occasion.board.policy(context.agency)) {
        GrantedDispatch const same{asked.group, asked.to, asked.grant};
        if (std::find(policy->dispatch.begin(), policy->dispatch.end(), same) != policy->dispatch.end())
            return refuse(RefusalCode::AlreadyInState, {to, std::string(nameOf(asked.grant))});
    }
    return inOwnPolicy(occasion, DispatchGrantSet{asked.group, asked.to, asked.grant});
}

Result<Drafts> draftsOf(SetPositionSharing const& asked, Occasion const& occasion) {
    if (auto hindrance = whyNotFor(asked.to, occasion)) return refuse(hindrance);
    Context const& context = occasion.context;
    auto const& how = asked.how;
    std::uint32_t const grid = how.gridMetres;
    if (grid > PositionSharing::maxGridMetres)
        return refuse(RefusalCode::BadArgument, {"grid", std::to_string(grid)});
    if (how.delay < Duration{} || how.delay > PositionSharing::maxDelay)
        return refuse(RefusalCode::BadArgument, {"delay", std::to_string(how.delay.milliseconds())});
    auto const policy = occasion.board.policy(context.agency);
    if ((policy ? policy->positionsFor(asked.to) : PositionSharing{}) == how)
        return refuse(RefusalCode::AlreadyInState, {shownAgency(asked.to, context), "shared"});
    return inOwnPolicy(occasion, PositionSharingSet{asked.to, how.isWithheld, how.gridMetres, how.delay});
}

Result<Drafts> draftsOf(SettleConflict const& asked, Occasion const& occasion) {
    auto const conflicts = occasion.board.conflicts();
    auto const conflict = std::find_if(conflicts.begin(), conflicts.end(), [&](auto const& each) {
        return each.id == asked.conflict && !each.settled;
    });
    std::optional<Membership> stream;
    if (conflict != conflicts.end()) stream = membershipOf(conflict->stream, occasion);
    if (!stream) return refuse(RefusalCode::NothingToSettle, {shownId(asked.conflict.hash())});
    if (stream->readOnly) return refuse(RefusalCode::ReadOnlyStream, {stream->shown});
    if (!stream->has(occasion.context.agency) && stream->creator != occasion.context.agency)
        return refuse(RefusalCode::NotMember, {stream->shown});
    return Drafts{makeDraft(occasion, conflict->stream, ConflictSettled{asked.conflict})};
}

/// By the agency that wrote it; whoever keeps its records may. The open section is never shredded (R6).
Result<Drafts> draftsOf(ForgetSection const& asked, Occasion const& occasion) {
    if (auto role = needsRole(occasion, {Role::Supervisor, Role::Admin})) return refuse(role);
    auto const stream = membershipOf(asked.stream, occasion);
    if (!stream) return refuse(RefusalCode::UnknownIncident, {shownId(asked.stream.hash())});
    if (stream->readOnly) return refuse(RefusalCode::ReadOnlyStream, {stream->shown});
    if (!stream->has(occasion.context.agency) && stream->creator != occasion.context.agency)
        return refuse(RefusalCode::NotMember, {stream->shown});
    if (asked.author != occasion.context.agency) return refuse(RefusalCode::NotOwnAgency, {stream->shown});
    if (asked.event.isNil()) return refuse(RefusalCode::MissingArgument, {"event"});
    if (asked.sectionClass == SectionClass::Open)
        return refuse(RefusalCode::TransitionNotAllowed, {stream->shown, "open", "forgotten"});
    return Drafts{
        makeDraft(occasion, asked.stream, SectionForgotten{asked.event, asked.sectionClass, asked.index})};
}

/// Anybody may say that it is real; whoever is in charge at the agency that said so goes on with the drill.
Result<Drafts> draftsOf(DeclareNoDuff const& asked, Occasion const& occasion) {
    Context const& context = occasion.context;
    if (!context.drill) return refuse(RefusalCode::NotDrill);
    auto const policy = occasion.board.policy(context.agency);
    bool const declared = policy && policy->noDuff;
    if (!asked.ended) {
        if (declared) return refuse(RefusalCode::AlreadyInState, {"NODUFF"});
        return inOwnPolicy(occasion, NoDuffDeclared{});
    }
    if (!declared)
        return refuse(occasion.board.isFrozen() ? RefusalCode::NotOwnAgency : RefusalCode::AlreadyInState,
                      {"NODUFF"});
    if (!isSupervisor(occasion)) return refuse(RefusalCode::NotSupervisor);
    return inOwnPolicy(occasion, NoDuffEnded{});
}

} // namespace ob::core
