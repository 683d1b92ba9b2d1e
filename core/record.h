// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/geo.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/states.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace ob::core {

// A row of another system's file, understood (core/import makes them). Times are as recorded there, in any
// order; texts are UTF-8, normalised, within the limits of RestrictedParts.

struct RecordedIncident {
    Code sourceId; ///< its key in that system
    Code type;
    Priority priority = Priority::P3;
    Channel channel = Channel::Import;
    std::string address;
    std::optional<GeoPoint> place;
    Code district;
    std::string text;
    std::optional<std::string> callerName;
    std::optional<std::string> callerPhone;
    std::optional<AgencyIndex> routedTo; ///< the lead is offered to it, unless it is the importing agency
    Instant openedAt;
    std::optional<Instant> receivedAt;
};

struct RecordedUnit {
    Callsign callsign;
    Code kind;
    Code group;
    std::vector<Code> capabilities; ///< empty = those of the kind
    Code home;
    std::string homeAddress;
    std::optional<GeoPoint> homePlace;
    bool describes = false; ///< out of a roster: a known unit's description follows it
};

/// One unit's run on the incident.
struct RecordedRun {
    /// By AssignmentState, Dispatched to Refused; Dispatched is there, at most one end.
    std::array<std::optional<Instant>, 12> reachedAt;
    Code disposition; ///< of the end

    struct End {
        AssignmentState state{};
        Instant at;
    };
    std::optional<Instant> const& at(AssignmentState state) const {
        return reachedAt[static_cast<std::size_t>(state)];
    }
    /// Nothing while it goes on.
    std::optional<End> end() const {
        for (AssignmentState const each : ends)
            if (at(each)) return End{each, *at(each)};
        return std::nullopt;
    }
    static constexpr std::array ends{AssignmentState::Cleared, AssignmentState::Released,
                                     AssignmentState::Refused};
};

/// Intent: keep the row as facts of source Import, bulk lane. A known unit or incident gets only what differs
/// from the board. Orders of times are not judged: a wrong one is an anomaly of the file.
struct KeepRecord {
    IncidentId known;      ///< nil = the row makes a new incident (or none)
    IncidentNumber number; ///< of a new one
    std::optional<RecordedIncident> incident;
    std::optional<RecordedUnit> unit;
    std::optional<RecordedRun> run; ///< needs a unit
    bool knownRun = false;          ///< the row was taken before: its run changed
    std::string note;
    std::optional<Instant> notedAt;
};

} // namespace ob::core
