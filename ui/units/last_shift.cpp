// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/last_shift.h"

#include "core/event_body.h"
#include "core/fold/stream_fold.h"
#include "core/restricted_parts.h"

#include <unordered_map>

namespace ob::ui {
namespace {

ShiftEntry entryOf(core::Event const& event, ShiftEntry::Kind kind) {
    auto const& circumstance = event.body().circumstance;
    ShiftEntry entry{.kind = kind,
                     .event = event.id(),
                     .since = circumstance.occurredAt,
                     .lasted = {},
                     .reason = {},
                     .expected = {},
                     .position = circumstance.position,
                     .operatorName = {}};
    if (auto const& own = event.restricted().own) entry.operatorName = own->operatorName.value_or("");
    return entry;
}

/// Takes the events of one unit in their order.
class ShiftReader {
  public:
    void take(core::Event const& event) {
        auto const& fact = event.body().fact;
        if (auto const* const set = std::get_if<core::DutySet>(&fact)) return take(event, *set);
        if (!m_shift || m_shift->ended) return;
        if (std::holds_alternative<core::DistressRaised>(fact))
            m_shift->entries.push_back(entryOf(event, ShiftEntry::Kind::Distress));
        if (std::holds_alternative<core::DistressEnded>(fact))
            m_shift->entries.push_back(entryOf(event, ShiftEntry::Kind::Safe));
    }
    std::optional<Shift> result() && { return std::move(m_shift); }

  private:
    void take(core::Event const& event, core::DutySet const& set) {
        bool const isOff = set.duty == core::DutyState::OffDuty;
        if (isOff && (!m_shift || m_shift->ended)) return;
        ShiftEntry entry = entryOf(event, ShiftEntry::Kind::Duty);
        entry.duty = set.duty;
        entry.reason = set.reason;
        entry.expected = set.until;
        if (!m_shift || m_shift->ended) {
            m_shift.emplace();
            m_shift->began = entry.since;
        }
        endLast(entry.since);
        if (isOff)
            m_shift->ended = entry.since;
        else
            remember(event, set);
        m_shift->entries.push_back(std::move(entry));
    }
    void endLast(core::Instant at) {
        for (auto entry = m_shift->entries.rbegin(); entry != m_shift->entries.rend(); ++entry) {
            if (entry->kind != ShiftEntry::Kind::Duty) continue;
            entry->lasted = std::max(core::Duration{}, at - entry->since);
            return;
        }
    }
    /// Each event says all that holds for the shift.
    void remember(core::Event const& event, core::DutySet const& set) {
        m_shift->crew = set.crew;
        m_shift->length.reset();
        if (set.shiftEnd && *set.shiftEnd > m_shift->began) m_shift->length = *set.shiftEnd - m_shift->began;
        m_shift->capabilities = set.capabilities;
        auto const& own = event.restricted().own;
        m_shift->crewNames = own ? own->crewNames.value_or("") : "";
        m_shift->vehicle = own ? own->vehicle.value_or("") : "";
    }

    std::optional<Shift> m_shift;
};

} // namespace

std::optional<Shift> lastShiftOf(std::vector<core::Event> const& events) {
    if (events.empty()) return std::nullopt;
    std::unordered_map<core::EventId, core::Event const*> known;
    for (auto const& event : events)
        known.emplace(event.id(), &event);
    auto const fold = core::StreamFold::of(events);
    ShiftReader reader;
    for (auto const& taken : fold.order())
        if (auto const* const event = known.at(taken.id);
            taken.verdict == core::Verdict::Effective && event->isUnderstood())
            reader.take(*event);
    return std::move(reader).result();
}

} // namespace ob::ui
