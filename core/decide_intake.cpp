// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

#include <algorithm>

namespace ob::core {
namespace {

Hindrance placeMissing(std::string const& address, std::optional<GeoPoint> const& place) {
    if (address.empty() && !place) return Refusal{RefusalCode::MissingArgument, {"address"}};
    return tooLong("address", address, RestrictedParts::maxAddressBytes);
}

Hindrance hindersOpening(OpenIncident const& asked, IncidentNumber number, Occasion const& occasion) {
    Context const& context = occasion.context;
    if (auto role = needsCallTaker(occasion)) return role;
    if (auto unknown = unknownType(asked.type, *context.rules)) return unknown;
    // Where a record says nothing about the place, nobody can be asked any more.
    bool const recorded = occasion.circumstance.source == Source::Import;
    auto const missing = placeMissing(asked.address, asked.place);
    if (missing && !(recorded && asked.address.empty())) return missing;
    if (auto over = textTooLong(asked.text)) return over;
    if (auto over = callerTooLong(asked.caller)) return over;
    if (asked.receivedAt && *asked.receivedAt > context.now)
        return Refusal{RefusalCode::InTheFuture, {asked.receivedAt->iso8601()}};
    if (number == IncidentNumber{})
        return Refusal{RefusalCode::NumbersExhausted, {std::to_string(context.localDay)}};
    if (!occasion.board.incidentsNumbered(number).empty())
        return Refusal{RefusalCode::NumberTaken, {number.text()}};
    return {};
}

Priority defaultPriority(Code const& type, RuleBook const& rules) {
    return static_cast<Priority>(std::clamp(rules.type(type.text())->defaultPriority, 1, 4));
}

/// States in which an incident's own description may still change.
IncidentResult incidentAtWork(Occasion const& occasion, IncidentId id) {
    return incidentIn(occasion, id, {IncidentState::Open, IncidentState::Resolved});
}

} // namespace

Result<Drafts> draftsOf(OpenIncident const& asked, Occasion const& occasion) {
    Context const& context = occasion.context;
    IncidentNumber const number = asked.number.value_or(context.nextNumber);
    if (auto hindrance = hindersOpening(asked, number, occasion)) return refuse(hindrance);

    IncidentOpened fact;
    fact.number = number;
    fact.type = asked.type;
    fact.priority = asked.priority.value_or(defaultPriority(asked.type, *context.rules));
    fact.channel = asked.channel;
    fact.members = everyMember(context);
    fact.district = asked.district;
    fact.sourceId = asked.sourceId;
    if (asked.receivedAt != occasion.circumstance.occurredAt) fact.receivedAt = asked.receivedAt;
    Draft opening = makeDraft(occasion, {}, std::move(fact));
    addPlace(opening, asked.address, asked.place);
    addJointText(opening, asked.text);
    addCaller(opening, asked.caller);

    Drafts drafts{std::move(opening)};
    if (asked.units.empty()) return drafts;
    if (auto role = needsDispatcher(occasion)) return refuse(role);
    auto const units = distinctUnits(asked.units);
    if (!units) return tl::unexpected(units.error());
    for (UnitId const unit : *units) {
        auto dispatch = dispatchDraft(occasion, unit, nullptr, StreamId::ofDraft(0), {});
        if (!dispatch) return tl::unexpected(dispatch.error());
        drafts.push_back(std::move(*dispatch));
    }
    return drafts;
}

/// A call to a finished incident is kept there; whether to open it again is a person's choice.
Result<Drafts> draftsOf(AddCall const& asked, Occasion const& occasion) {
    auto const incident = incidentIn(
        occasion, asked.incident,
        {IncidentState::Open, IncidentState::Resolved, IncidentState::Closed, IncidentState::Referred});
    if (!incident) return tl::unexpected(incident.error());
    if (auto over = callerTooLong(asked.caller)) return refuse(over);
    if (auto over = textTooLong(asked.text)) return refuse(over);
    Draft draft = makeDraft(occasion, asked.incident, CallAdded{asked.channel});
    addJointText(draft, asked.text);
    addCaller(draft, asked.caller);
    return Drafts{std::move(draft)};
}

Result<Drafts> draftsOf(TakeIncident const& asked, Occasion const& occasion) {
    auto const incident = incidentAtWork(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    Code const& position = occasion.context.position;
    if (position.isEmpty()) return refuse(RefusalCode::MissingArgument, {"position"});
    if ((*incident)->handler == position && (*incident)->handlerAgency == occasion.context.agency)
        return refuse(RefusalCode::AlreadyInState, {(*incident)->number.text(), position.text()});
    return Drafts{makeDraft(occasion, asked.incident, HandlerTaken{})};
}

Result<Drafts> draftsOf(NoteSeen const& asked, Occasion const& occasion) {
    auto const incident = incidentAtWork(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    auto const agency = occasion.context.agency;
    auto const& seen = (*incident)->seen;
    // Whoever took the call knows of it.
    if (agency == (*incident)->firstReceiver
        || std::ranges::find(seen, agency, &Sighting::agency) != seen.end())
        return refuse(RefusalCode::AlreadyInState, {(*incident)->number.text(), "seen"});
    return Drafts{makeDraft(occasion, asked.incident, IncidentSeen{})};
}

Result<Drafts> draftsOf(SetPriority const& asked, Occasion const& occasion) {
    auto const incident = incidentAtWork(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    if ((*incident)->priority == asked.priority)
        return refuse(RefusalCode::AlreadyInState,
                      {(*incident)->number.text(), 'P' + std::to_string(static_cast<int>(asked.priority))});
    return Drafts{makeDraft(occasion, asked.incident, PrioritySet{asked.priority})};
}

Result<Drafts> draftsOf(SetType const& asked, Occasion const& occasion) {
    auto const incident = incidentAtWork(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    if (auto unknown = unknownType(asked.type, *occasion.context.rules)) return refuse(unknown);
    if ((*incident)->type == asked.type)
        return refuse(RefusalCode::AlreadyInState, {(*incident)->number.text(), asked.type.text()});
    return Drafts{makeDraft(occasion, asked.incident, TypeSet{asked.type})};
}

Result<Drafts> draftsOf(SetPlace const& asked, Occasion const& occasion) {
    // Other systems' files complete what is finished long since.
    bool const recorded = occasion.circumstance.source == Source::Import;
    auto const incident =
        recorded ? writableIncident(occasion, asked.incident) : incidentAtWork(occasion, asked.incident);
    if (!incident) return tl::unexpected(incident.error());
    if (auto missing = placeMissing(asked.address, asked.place)) return refuse(missing);
    Draft draft = makeDraft(occasion, asked.incident, PlaceSet{asked.district});
    addPlace(draft, asked.address, asked.place);
    return Drafts{std::move(draft)};
}

/// Notes are taken in every state but merged; a note alone never reopens.
Result<Drafts> draftsOf(AddNote const& asked, Occasion const& occasion) {
    auto const incident = incidentIn(occasion, asked.incident,
                                     {IncidentState::Open, IncidentState::Resolved, IncidentState::Closed,
                                      IncidentState::Referred, IncidentState::Voided});
    if (!incident) return tl::unexpected(incident.error());
    if (asked.text.empty() && asked.attachments.empty())
        return refuse(RefusalCode::MissingArgument, {"text"});
    if (auto over = textTooLong(asked.text)) return refuse(over);
    if (asked.attachments.size() > Attachment::maxOfNote)
        return refuse(RefusalCode::LimitReached, {"attachments", std::to_string(Attachment::maxOfNote)});
    for (auto const& attachment : asked.attachments)
        if (!isSound(attachment)) return refuse(RefusalCode::BadArgument, {"attachment", attachment.name});
    Draft draft = makeDraft(occasion, asked.incident, NoteAdded{});
    if (!asked.ownAgencyOnly) {
        addJointText(draft, asked.text);
        if (!draft.restricted.joint) draft.restricted.joint.emplace();
        draft.restricted.joint->attachments = asked.attachments;
        return Drafts{std::move(draft)};
    }
    if (!draft.restricted.own) draft.restricted.own.emplace();
    if (!asked.text.empty()) draft.restricted.own->text = asked.text;
    draft.restricted.own->attachments = asked.attachments;
    return Drafts{std::move(draft)};
}

} // namespace ob::core
