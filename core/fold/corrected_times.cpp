// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/corrected_times.h"

#include "core/event_body.h"
#include "core/restricted_parts.h"

namespace ob::core {
namespace {

using Key = std::pair<AssignmentId, AssignmentState>;

/// The milestone that a fact sets, if it does.
struct KeyOf {
    AssignmentId own; ///< of an assignment that the event itself creates
    using Answer = std::optional<Key>;

    Answer operator()(UnitDispatched const& fact) const {
        return Key{fact.planned.isNil() ? own : fact.planned, AssignmentState::Dispatched};
    }
    Answer operator()(AssignmentDelivered const& fact) const {
        return Key{fact.assignment, AssignmentState::Delivered};
    }
    Answer operator()(MilestoneReached const& fact) const { return Key{fact.assignment, fact.milestone}; }
    Answer operator()(AssignmentCleared const& fact) const {
        return Key{fact.assignment, AssignmentState::Cleared};
    }
    Answer operator()(AssignmentReleased const& fact) const {
        return Key{fact.assignment, AssignmentState::Released};
    }
    Answer operator()(AssignmentRefused const& fact) const {
        return Key{fact.assignment, AssignmentState::Refused};
    }
    template<class Other>
    Answer operator()(Other const&) const {
        return std::nullopt;
    }
};

} // namespace

void CorrectedTimes::note(Event const& event, std::size_t place) {
    if (!event.isUnderstood()) return;
    auto const& fact = event.body().fact;
    if (auto const* const correction = std::get_if<MilestoneCorrected>(&fact))
        m_milestones[{correction->assignment, correction->milestone}] = {place, correction->reachedAt};
    else if (auto const* const opening = std::get_if<OpeningCorrected>(&fact))
        m_opening = {place, opening->openedAt};
}

std::optional<Instant> CorrectedTimes::timeOf(Event const& event, std::size_t place) const {
    if (!event.isUnderstood()) return std::nullopt;
    auto const& fact = event.body().fact;
    Instant const occurredAt = event.body().circumstance.occurredAt;
    auto const said = [&](Said const& last, bool isCorrection) -> std::optional<Instant> {
        if (isCorrection && last.place != place) return std::nullopt;
        return place <= last.place ? last.at : occurredAt;
    };
    bool const correctsOpening = std::holds_alternative<OpeningCorrected>(fact);
    if (correctsOpening || std::holds_alternative<IncidentOpened>(fact))
        return m_opening ? said(*m_opening, correctsOpening) : occurredAt;
    auto const* const correction = std::get_if<MilestoneCorrected>(&fact);
    auto const key = correction ? Key{correction->assignment, correction->milestone}
                                : std::visit(KeyOf{AssignmentId(event.id().hash())}, fact).value_or(Key{});
    auto const last = m_milestones.find(key);
    return last == m_milestones.end() ? occurredAt : said(last->second, correction != nullptr);
}

Event movedTo(Event const& event, Instant at) {
    if (!event.isUnderstood() || event.body().circumstance.occurredAt == at) return event;
    auto body = event.body();
    body.circumstance.occurredAt = at;
    return {event.id(),
            event.header(),
            event.author(),
            std::make_shared<EventBody const>(std::move(body)),
            std::make_shared<RestrictedParts const>(event.restricted()),
            event.admission()};
}

} // namespace ob::core
