// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/preview.h"
#include "tests/support/fake_zone.h"
#include "tests/support/shipped_rules.h"

#include <map>

namespace ob::test {

/// A dispatcher of the police with a board of 21 November 2026, 21:50 local time; fire and ambulance have
/// granted their units to the police, ecology has not. Incident numbers are given by their serial.
class DeskGivens {
  public:
    DeskGivens() {
        using namespace core;
        context.now = *Instant::ofIso8601("2026-11-21T13:50:30Z");
        context.localDay = 20261121;
        context.agency = police;
        context.operatorName = "wang";
        context.position = *Code::of("PD-1");
        context.roles = 0x0f;
        context.nextNumber = *IncidentNumber::of(20261121, 2001);
        for (std::uint16_t index = 0; index < 5; ++index)
            context.allAgencies.push_back({index});
        for (char const* const code : {"PD", "FD", "EM", "EP", "UM"})
            context.agencyCodes.push_back(*Code::of(code));
        context.rules = &shippedRules();
        grant(fire);
        grant(medical);
    }

    core::IncidentId addIncident(std::uint32_t serial, std::string address,
                                 core::IncidentState state = core::IncidentState::Open,
                                 std::int32_t day = 20261121) {
        using namespace core;
        Incident incident;
        incident.id = IncidentId(nextHash());
        incident.number = *IncidentNumber::of(day, serial);
        incident.type = *Code::of("FIRE-STRUCT");
        incident.priority = Priority::P1;
        incident.state = state;
        incident.firstReceiver = police;
        incident.address = std::move(address);
        incident.members = context.allAgencies;
        incident.openedAt = *Instant::ofMilliseconds(context.now.milliseconds() - 40 * 60'000);
        put(incident);
        return incident.id;
    }
    core::UnitId addUnit(core::AgencyIndex agency, char const* callsign,
                         std::vector<char const*> capabilities = {},
                         core::DutyState duty = core::DutyState::Available) {
        using namespace core;
        Unit unit;
        unit.id = UnitId(nextHash());
        unit.callsign = *Callsign::of(callsign);
        unit.agency = agency;
        unit.duty = duty;
        unit.members = context.allAgencies;
        for (char const* const each : capabilities)
            unit.capabilities.push_back(*Code::of(each));
        put(unit);
        return unit.id;
    }
    /// Sent by the police twenty minutes ago.
    void assign(core::UnitId unit, core::IncidentId incident,
                core::AssignmentState state = core::AssignmentState::Dispatched) {
        using namespace core;
        changeIncident(incident, [&](Incident& each) {
            Assignment assignment;
            assignment.id = AssignmentId(nextHash());
            assignment.unit = unit;
            assignment.sender = police;
            assignment.state = state;
            auto const at = *Instant::ofMilliseconds(context.now.milliseconds() - 20 * 60'000);
            assignment.reachedAt[static_cast<std::size_t>(AssignmentState::Dispatched)] = at;
            assignment.reachedAt[static_cast<std::size_t>(state)] = at;
            each.assignments.push_back(assignment);
        });
    }
    template<class Change>
    void changeIncident(core::IncidentId id, Change apply) {
        core::Incident incident = *board.incident(id);
        apply(incident);
        put(incident);
    }
    template<class Change>
    void changeUnit(core::UnitId id, Change apply) {
        core::Unit unit = *board.unit(id);
        apply(unit);
        put(unit);
    }
    void mergeInto(core::IncidentId absorbed, core::IncidentId survivor) {
        changeIncident(absorbed, [&](core::Incident& each) {
            each.state = core::IncidentState::Merged;
            each.mergedInto = survivor;
        });
    }

    core::Surroundings surroundings() {
        return {.board = board,
                .context = context,
                .zone = zone,
                .selected = selected,
                .fixOf = [this](core::UnitId unit) -> std::optional<core::Fix> {
                    auto const place = fixes.find(unit);
                    return place == fixes.end() ? std::nullopt : std::optional(place->second);
                }};
    }
    /// The unit was there at the time.
    void fix(core::UnitId unit, core::Instant at, double latitude = 30.1, double longitude = 160.5) {
        fixes.insert_or_assign(unit, core::Fix{.place = *core::GeoPoint::ofDegrees(latitude, longitude),
                                               .fixedAt = at,
                                               .speedCentimetresPerSecond = {},
                                               .headingCentidegrees = {}});
    }
    core::Preview preview(std::string_view line) { return core::previewOf(line, surroundings()); }

    static constexpr core::AgencyIndex police{0};
    static constexpr core::AgencyIndex fire{1};
    static constexpr core::AgencyIndex medical{2};
    static constexpr core::AgencyIndex ecology{3};

    core::Board board;
    core::Context context;
    FakeZone zone;
    core::IncidentId selected;
    std::map<core::UnitId, core::Fix> fixes;

  private:
    core::Hash nextHash() {
        core::Hash hash{};
        hash[0] = 7;
        hash[1] = static_cast<std::uint8_t>(++m_hashes >> 8);
        hash[2] = static_cast<std::uint8_t>(m_hashes);
        return hash;
    }
    void put(core::Incident const& incident) {
        core::ChangeSet changes;
        board.put(std::make_shared<core::Incident const>(incident), changes);
    }
    void put(core::Unit const& unit) {
        core::ChangeSet changes;
        board.put(std::make_shared<core::Unit const>(unit), changes);
    }
    void grant(core::AgencyIndex agency) {
        core::AgencyPolicy policy;
        policy.id = core::StreamId(nextHash());
        policy.agency = agency;
        policy.dispatch = {{core::Code{}, police, core::DispatchGrant::Direct}};
        core::ChangeSet changes;
        board.put(std::make_shared<core::AgencyPolicy const>(policy), changes);
    }

    unsigned m_hashes = 0;
};

} // namespace ob::test
