// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

#include <algorithm>

namespace ob::core {
namespace {

/// What the first is to the second, told from the other side.
LinkRelation reverse(LinkRelation relation) {
    switch (relation) {
    case LinkRelation::Related: return LinkRelation::Related;
    case LinkRelation::Parent: return LinkRelation::Part;
    case LinkRelation::Part: return LinkRelation::Parent;
    }
    return relation;
}

IncidentLink const* linkTo(Incident const& incident, IncidentId other) {
    auto const found = std::find_if(incident.links.begin(), incident.links.end(),
                                    [&](auto const& link) { return link.other == other; });
    return found == incident.links.end() ? nullptr : &*found;
}

struct Pair {
    std::shared_ptr<Incident const> first;
    std::shared_ptr<Incident const> second;
    std::vector<std::string> numbers() const { return {first->number.text(), second->number.text()}; }
};

/// Two different incidents that may be written to.
Result<Pair> pairOf(Occasion const& occasion, IncidentId first, IncidentId second) {
    auto const one = writableIncident(occasion, first);
    if (!one) return tl::unexpected(one.error());
    if (first == second) return refuse(RefusalCode::SameIncident, {(*one)->number.text()});
    auto const other = writableIncident(occasion, second);
    if (!other) return tl::unexpected(other.error());
    return Pair{*one, *other};
}

Hindrance merged(Incident const& incident) {
    if (incident.state != IncidentState::Merged) return {};
    return Refusal{RefusalCode::IncidentNotOpen,
                   {incident.number.text(), std::string(nameOf(incident.state))}};
}

Hindrance ended(Incident const& incident) {
    if (incident.state == IncidentState::Open || incident.state == IncidentState::Resolved) return {};
    return Refusal{RefusalCode::IncidentNotOpen,
                   {incident.number.text(), std::string(nameOf(incident.state))}};
}

/// One agency answers for both, or a supervisor decides.
Hindrance needsBothLeads(Pair const& pair, Occasion const& occasion) {
    if (isSupervisor(occasion)) return {};
    if (auto role = needsDispatcher(occasion)) return role;
    for (auto const& each : {pair.first, pair.second})
        if (each->responsible() != occasion.context.agency)
            return Refusal{RefusalCode::NotLead, {each->number.text()}};
    return {};
}

/// What it was merged into; of two that were merged into each other, the one that takes part in the cycle.
std::optional<IncidentId> survivorToLeave(Incident const& absorbed, Board const& board) {
    if (!absorbed.mergedInto.isNil()) return absorbed.mergedInto;
    for (Conflict const& conflict : board.conflictsOf(absorbed.id)) {
        if (conflict.rule != ConflictRule::MergeCycle) continue;
        for (StreamId const each : conflict.concerned)
            if (each != absorbed.id && board.incident(each)) return each;
    }
    return {};
}

} // namespace

/// Told on both sides, so that either timeline shows it.
Result<Drafts> draftsOf(LinkIncidents const& asked, Occasion const& occasion) {
    auto const pair = pairOf(occasion, asked.incident, asked.other);
    if (!pair) return tl::unexpected(pair.error());
    if (auto gone = merged(*pair->first)) return refuse(gone);
    if (auto gone = merged(*pair->second)) return refuse(gone);
    if (auto over = textTooLong(asked.text)) return refuse(over);
    auto const* const there = linkTo(*pair->first, asked.other);
    auto const* const back = linkTo(*pair->second, asked.incident);
    if (there && back && there->relation == asked.relation && back->relation == reverse(asked.relation))
        return refuse(RefusalCode::AlreadyLinked, pair->numbers());
    Drafts drafts{makeDraft(occasion, asked.incident, IncidentLinked{asked.other, asked.relation}),
                  makeDraft(occasion, asked.other, IncidentLinked{asked.incident, reverse(asked.relation)})};
    for (Draft& draft : drafts)
        addJointText(draft, asked.text);
    return drafts;
}

Result<Drafts> draftsOf(UnlinkIncidents const& asked, Occasion const& occasion) {
    auto const pair = pairOf(occasion, asked.incident, asked.other);
    if (!pair) return tl::unexpected(pair.error());
    Drafts drafts;
    if (linkTo(*pair->first, asked.other))
        drafts.push_back(makeDraft(occasion, asked.incident, IncidentUnlinked{asked.other}));
    if (linkTo(*pair->second, asked.incident))
        drafts.push_back(makeDraft(occasion, asked.other, IncidentUnlinked{asked.incident}));
    if (drafts.empty()) return refuse(RefusalCode::NotLinked, pair->numbers());
    return drafts;
}

Result<Drafts> draftsOf(MergeIncident const& asked, Occasion const& occasion) {
    auto const pair = pairOf(occasion, asked.absorbed, asked.survivor);
    if (!pair) return tl::unexpected(pair.error());
    if (occasion.board.survivorOf(asked.survivor) == asked.absorbed)
        return refuse(RefusalCode::MergeCycle, pair->numbers());
    if (auto gone = ended(*pair->first)) return refuse(gone);
    if (auto gone = ended(*pair->second)) return refuse(gone);
    if (auto hindrance = needsBothLeads(*pair, occasion)) return refuse(hindrance);
    // Units that still work need an open incident to go on under.
    if (pair->first->hasActiveAssignment() && !pair->second->isOpen())
        return refuse(RefusalCode::IncidentNotOpen,
                      {pair->second->number.text(), std::string(nameOf(pair->second->state))});
    if (asked.text.empty()) return refuse(RefusalCode::ReasonRequired, {"MERGE"});
    if (auto over = textTooLong(asked.text)) return refuse(over);
    MergedInto fact{asked.survivor, {}};
    for (Assignment const& each : pair->first->assignments)
        if (isActive(each.state)) fact.moved.push_back(each.id);
    Draft draft = makeDraft(occasion, asked.absorbed, std::move(fact));
    addJointText(draft, asked.text);
    return Drafts{std::move(draft)};
}

Result<Drafts> draftsOf(SplitIncident const& asked, Occasion const& occasion) {
    auto const absorbed = writableIncident(occasion, asked.absorbed);
    if (!absorbed) return tl::unexpected(absorbed.error());
    auto const left = survivorToLeave(**absorbed, occasion.board);
    if (!left)
        return refuse(RefusalCode::TransitionNotAllowed,
                      {(*absorbed)->number.text(), std::string(nameOf((*absorbed)->state)),
                       std::string(nameOf(IncidentState::Open))});
    if (auto over = textTooLong(asked.text)) return refuse(over);
    // A survivor that is off the board is finished: then only the absorbed one has somebody to ask.
    auto const survivor = occasion.board.incident(*left);
    if (auto hindrance = needsBothLeads({*absorbed, survivor ? survivor : *absorbed}, occasion))
        return refuse(hindrance);
    Draft draft = makeDraft(occasion, asked.absorbed, MergeUndone{*left});
    addJointText(draft, asked.text);
    return Drafts{std::move(draft)};
}

} // namespace ob::core
