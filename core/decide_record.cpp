// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide_intents.h"

#include "core/record_intents.h"
#include "core/restricted_parts.h"
#include "core/unit_called.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr std::array milestones{AssignmentState::Acknowledged, AssignmentState::EnRoute,
                                AssignmentState::Staged,       AssignmentState::OnScene,
                                AssignmentState::Transporting, AssignmentState::AtDestination};

/// The narrative has a line for each text.
bool hasLine(std::string const& narrative, std::string const& line) {
    for (std::size_t at = narrative.find(line); at != narrative.npos; at = narrative.find(line, at + 1)) {
        bool const begins = at == 0 || narrative[at - 1] == '\n';
        bool const ends = at + line.size() == narrative.size() || narrative[at + line.size()] == '\n';
        if (begins && ends) return true;
    }
    return false;
}

/// How many times of the run the assignment has as well.
int timesInCommon(RecordedRun const& run, Assignment const& assignment) {
    int count = 0;
    for (std::size_t index = 0; index < run.reachedAt.size(); ++index)
        count += run.reachedAt[index] && run.reachedAt[index] == assignment.reachedAt[index];
    return count;
}

/// Writes the drafts of one row.
class RecordDrafts {
  public:
    RecordDrafts(KeepRecord const& asked, Occasion const& occasion) : m_asked(asked), m_occasion(occasion) {
        m_occasion.circumstance.source = Source::Import;
    }

    Result<Drafts> make() {
        if (auto role = needsDispatcher(m_occasion)) return refuse(role);
        if (auto future = inTheFuture()) return refuse(future);
        if (m_asked.unit)
            if (auto hindrance = keepUnit(*m_asked.unit)) return refuse(hindrance);
        if (auto hindrance = m_asked.known.isNil() ? open() : update()) return refuse(hindrance);
        if (m_asked.run)
            if (auto hindrance = keepRun(*m_asked.run)) return refuse(hindrance);
        bool const isKnown = m_asked.knownRun && m_held && hasLine(m_held->narrative, m_asked.note);
        if (!m_asked.note.empty() && !isKnown) {
            if (m_incident.isNil()) return refuse(RefusalCode::MissingArgument, {"incident"});
            if (auto over = textTooLong(m_asked.note)) return refuse(over);
            addJointText(add(m_incident, m_asked.notedAt.value_or(m_latest), NoteAdded{}), m_asked.note);
        }
        return std::move(m_drafts);
    }

  private:
    Hindrance inTheFuture() const {
        std::optional<Instant> latest = m_asked.notedAt;
        if (m_asked.incident)
            latest =
                std::max({latest, std::optional(m_asked.incident->openedAt), m_asked.incident->receivedAt});
        if (m_asked.run)
            for (auto const& at : m_asked.run->reachedAt)
                latest = std::max(latest, at);
        if (!latest || *latest <= m_occasion.context.now) return {};
        return Refusal{RefusalCode::InTheFuture, {latest->iso8601()}};
    }

    Draft& add(StreamId stream, Instant at, Fact fact) {
        Occasion then = m_occasion;
        then.circumstance.occurredAt = at;
        m_drafts.push_back(makeDraft(then, stream, std::move(fact)));
        return m_drafts.back();
    }
    StreamId lastDraft() const { return StreamId::ofDraft(static_cast<std::uint32_t>(m_drafts.size() - 1)); }

    /// When the row begins: what it creates was there by then.
    Instant beginning() const {
        if (m_asked.run)
            if (auto const at = m_asked.run->at(AssignmentState::Dispatched)) return *at;
        if (m_asked.incident) return m_asked.incident->openedAt;
        return m_occasion.circumstance.occurredAt;
    }

    Hindrance keepUnit(RecordedUnit const& unit) {
        m_known = unitCalled(unit.callsign, m_occasion.context.agency, m_occasion.board);
        if (m_known) {
            m_unit = m_known->id;
            if (m_known->readOnly) return Refusal{RefusalCode::ReadOnlyStream, {unit.callsign.text()}};
            return unit.describes ? describe(unit) : std::nullopt;
        }
        Occasion then = m_occasion;
        then.circumstance.occurredAt = beginning();
        auto drafts = draftsOf(registrationOf(unit), then);
        if (!drafts) return drafts.error();
        m_drafts = *std::move(drafts);
        m_unit = UnitId::ofDraft(0);
        return {};
    }

    Hindrance describe(RecordedUnit const& unit) {
        RuleBook const& rules = *m_occasion.context.rules;
        if (!rules.unitKinds().empty() && !rules.unitKinds().byCode(unit.kind.text()))
            return Refusal{RefusalCode::UnknownCode, {unit.kind.text()}};
        for (Code const& capability : unit.capabilities)
            if (auto unknown = unknownCode(rules.lists().capabilities, capability)) return unknown;
        UnitChanged changed{.unitKind = unit.kind,
                            .group = unit.group,
                            .capabilities =
                                unit.capabilities.empty() ? m_known->capabilities : unit.capabilities,
                            .home = unit.home};
        std::sort(changed.capabilities.begin(), changed.capabilities.end());
        if (auto over = tooLong("address", unit.homeAddress, RestrictedParts::maxAddressBytes)) return over;
        std::string const heldAddress = m_known->homeAddress.value_or("");
        std::string const address = unit.homeAddress.empty() ? heldAddress : unit.homeAddress;
        auto const place = unit.homePlace ? unit.homePlace : m_known->homePlace;
        bool const moved = address != heldAddress || place != m_known->homePlace;
        if (!moved && changed.unitKind == m_known->kind && changed.group == m_known->group
            && changed.capabilities == m_known->capabilities && changed.home == m_known->home)
            return {};
        Draft& draft = add(m_known->id, m_occasion.circumstance.occurredAt, std::move(changed));
        if (moved) addPlace(draft, address, place);
        return {};
    }

    Hindrance open() {
        if (!m_asked.incident) return {};
        RecordedIncident const& record = *m_asked.incident;
        Occasion then = m_occasion;
        then.circumstance.occurredAt = record.openedAt;
        auto drafts = draftsOf(openingOf(record, m_asked.number), then);
        if (!drafts) return drafts.error();
        m_drafts.push_back(std::move(drafts->front()));
        m_incident = lastDraft();
        m_latest = record.openedAt;
        if (record.routedTo && *record.routedTo != m_occasion.context.agency)
            add(m_incident, record.openedAt,
                LeadOffered{.agency = *record.routedTo, .phase = {}, .rule = {}});
        return {};
    }

    Hindrance update() {
        auto const incident = writableIncident(m_occasion, m_asked.known);
        if (!incident) return incident.error();
        m_held = *incident;
        m_incident = m_held->id;
        m_latest = m_held->openedAt;
        if (!m_asked.incident) return {};
        RecordedIncident const& record = *m_asked.incident;
        Caller const caller{record.callerName, record.callerPhone};
        if (auto unknown = unknownType(record.type, *m_occasion.context.rules)) return unknown;
        if (auto over = tooLong("address", record.address, RestrictedParts::maxAddressBytes)) return over;
        if (auto over = textTooLong(record.text)) return over;
        if (auto over = callerTooLong(caller)) return over;
        setRight(record);
        if (caller.name || caller.phone)
            addCaller(add(m_incident, record.receivedAt.value_or(record.openedAt), CallAdded{record.channel}),
                      caller);
        bool const offered =
            std::any_of(m_held->leadOffers.begin(), m_held->leadOffers.end(),
                        [&](LeadOffer const& offer) { return offer.agency == record.routedTo; });
        if (record.routedTo && *record.routedTo != m_occasion.context.agency && !offered
            && m_held->lead != record.routedTo)
            add(m_incident, m_occasion.context.now,
                LeadOffered{.agency = *record.routedTo, .phase = {}, .rule = {}});
        return {};
    }

    void setRight(RecordedIncident const& record) {
        Instant const now = m_occasion.context.now;
        if (record.type != m_held->type) add(m_incident, now, TypeSet{record.type});
        if (record.priority != m_held->priority) add(m_incident, now, PrioritySet{record.priority});
        if (record.address != m_held->address.value_or("") || record.place != m_held->place
            || record.district != m_held->district)
            addPlace(add(m_incident, now, PlaceSet{record.district}), record.address, record.place);
        std::optional<Instant> received = record.receivedAt;
        if (received == record.openedAt) received.reset();
        if (record.openedAt != m_held->openedAt || received != m_held->receivedAt)
            add(m_incident, now, OpeningCorrected{record.openedAt, received});
        if (!record.text.empty() && !hasLine(m_held->narrative, record.text))
            addJointText(add(m_incident, now, NoteAdded{}), record.text);
    }

    Hindrance keepRun(RecordedRun const& run) {
        auto const dispatchedAt = run.at(AssignmentState::Dispatched);
        if (!m_asked.unit || !dispatchedAt) return Refusal{RefusalCode::MissingArgument, {"unit"}};
        if (m_incident.isNil()) return Refusal{RefusalCode::MissingArgument, {"incident"}};
        auto const* const assignment = m_asked.knownRun ? runHeld(*dispatchedAt) : nullptr;
        if (assignment) return correct(run, *assignment);
        return begin(run, *dispatchedAt);
    }

    /// The one of this unit that began then, else the one that has most times in common with the run.
    Assignment const* runHeld(Instant dispatchedAt) const {
        Assignment const* found = nullptr;
        int most = -1;
        if (!m_held || !m_known) return found;
        for (Assignment const& each : m_held->assignments) {
            if (each.unit != m_known->id || each.state == AssignmentState::Planned) continue;
            if (each.at(AssignmentState::Dispatched) == dispatchedAt) return &each;
            int const common = timesInCommon(*m_asked.run, each);
            if (common >= most) found = &each;
            most = std::max(most, common);
        }
        return found;
    }

    Hindrance begin(RecordedRun const& run, Instant dispatchedAt) {
        if (m_held && m_known) {
            auto const* const active = m_held->assignmentOf(m_known->id);
            if (active && isActive(active->state))
                return Refusal{RefusalCode::AlreadyAssigned,
                               {shownUnit(*m_known, m_occasion.context), m_held->number.text()}};
        }
        if (m_held && !m_held->isOpen() && m_held->state != IncidentState::Merged) goOn();
        add(m_incident, dispatchedAt,
            UnitDispatched{.unit = m_unit, .planned = {}, .reason = {}, .fixAge = {}, .divertedFrom = {}});
        AssignmentId const assignment(lastDraft().hash());
        if (auto const at = run.at(AssignmentState::Delivered))
            add(m_incident, *at, AssignmentDelivered{assignment, DeliveryMeans::Machine});
        for (AssignmentState const each : milestones)
            if (auto const at = run.at(each)) add(m_incident, *at, MilestoneReached{assignment, each, false});
        end(run, assignment);
        return {};
    }

    /// It was not over when it was closed.
    void goOn() {
        Instant const ended = m_held->closedAt.value_or(m_held->resolvedAt.value_or(m_latest));
        add(m_incident, ended, IncidentReopened{*Code::of("NEW-FACTS")});
    }

    void end(RecordedRun const& run, AssignmentId assignment) {
        auto const over = run.end();
        if (!over) return;
        if (over->state == AssignmentState::Cleared)
            add(m_incident, over->at, AssignmentCleared{assignment, run.disposition});
        else if (over->state == AssignmentState::Released)
            add(m_incident, over->at, AssignmentReleased{assignment, run.disposition, {}});
        else
            add(m_incident, over->at, AssignmentRefused{assignment, run.disposition});
    }

    /// What was taken before and is different now. New milestones of a running one are no corrections.
    Hindrance correct(RecordedRun const& run, Assignment const& held) {
        Instant const now = m_occasion.context.now;
        auto const dispatchedAt = run.at(AssignmentState::Dispatched);
        if (held.at(AssignmentState::Dispatched) != dispatchedAt)
            add(m_incident, now, MilestoneCorrected{held.id, AssignmentState::Dispatched, dispatchedAt});
        bool running = isActive(held.state);
        // An end that is gone, or another one: taken back first.
        if (hasEnded(held.state)) {
            auto const at = run.at(held.state);
            Code const& code = held.state == AssignmentState::Cleared ? held.disposition : held.reason;
            if (!at || code != run.disposition) {
                if (m_held->state == IncidentState::Closed || m_held->state == IncidentState::Resolved)
                    goOn();
                add(m_incident, now, MilestoneCorrected{held.id, held.state, {}});
                running = true;
            } else if (at != held.at(held.state)) {
                add(m_incident, now, MilestoneCorrected{held.id, held.state, at});
            }
        }
        auto const delivered = run.at(AssignmentState::Delivered);
        if (delivered && !held.at(AssignmentState::Delivered) && running && !hasEnded(held.state))
            add(m_incident, *delivered, AssignmentDelivered{held.id, DeliveryMeans::Machine});
        else if (delivered != held.at(AssignmentState::Delivered))
            add(m_incident, now, MilestoneCorrected{held.id, AssignmentState::Delivered, delivered});
        for (AssignmentState const each : milestones) {
            auto const at = run.at(each);
            if (at == held.at(each)) continue;
            if (at && running && each > held.state && !hasEnded(held.state))
                add(m_incident, *at, MilestoneReached{held.id, each, false});
            else
                add(m_incident, now, MilestoneCorrected{held.id, each, at});
        }
        if (running) end(run, held.id);
        return {};
    }

    KeepRecord const& m_asked;
    Occasion m_occasion;
    Drafts m_drafts;
    std::shared_ptr<Unit const> m_known;
    std::shared_ptr<Incident const> m_held;
    UnitId m_unit;
    StreamId m_incident;
    Instant m_latest;
};

} // namespace

Result<Drafts> draftsOf(KeepRecord const& asked, Occasion const& occasion) {
    return RecordDrafts(asked, occasion).make();
}

} // namespace ob::core
