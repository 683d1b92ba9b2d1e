// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string_view>

namespace ob::core {

// The words of workflow.md. Numbers are on the wire and in the journal: never change or reuse one.

enum class IncidentState : std::uint8_t {
    Open = 0,
    Resolved = 1,
    Closed = 2,
    Merged = 3,
    Referred = 4,
    Voided = 5
};

/// Derived, never stored.
enum class IncidentProgress : std::uint8_t {
    Unassigned,
    Undelivered,
    Dispatched,
    EnRoute,
    OnScene,
    UnderControl
};

enum class DutyState : std::uint8_t { OffDuty = 0, Available = 1, Conditional = 2, Unavailable = 3 };

enum class AssignmentState : std::uint8_t {
    Planned = 0,
    Dispatched = 1,
    Delivered = 2,
    Acknowledged = 3,
    EnRoute = 4,
    Staged = 5,
    OnScene = 6,
    Transporting = 7,
    AtDestination = 8,
    Cleared = 9,
    Released = 10,
    Refused = 11,
};

/// Occupies the unit: dispatched and not ended. A planned assignment does not.
constexpr bool isActive(AssignmentState state) {
    return state >= AssignmentState::Dispatched && state <= AssignmentState::AtDestination;
}
constexpr bool hasEnded(AssignmentState state) { return state >= AssignmentState::Cleared; }

/// Where a fact comes from.
enum class Source : std::uint8_t {
    Operator = 0,
    Radio = 1,
    Phone = 2,
    Terminal = 3,
    Geofence = 4,
    Paper = 5,
    Import = 6,
    Machine = 7,
};

/// 1 is the most urgent. Shown as P1 … P4.
enum class Priority : std::uint8_t { P1 = 1, P2 = 2, P3 = 3, P4 = 4 };

enum class Channel : std::uint8_t {
    Phone = 0,
    Walkin = 1,
    Radio = 2,
    Alarm = 3,
    App = 4,
    Agency = 5,
    Import = 6,
    Other = 7,
};

enum class DeliveryMeans : std::uint8_t { Machine = 0, Voice = 1, Radio = 2, Phone = 3, InPerson = 4 };

enum class LinkRelation : std::uint8_t { Related = 0, Parent = 1, Part = 2 };

/// How far another agency may send units of a unit group.
enum class DispatchGrant : std::uint8_t { Own = 0, Direct = 1, Request = 2 };

// Names as they stand in JSON: lower camel case, stable.
std::string_view nameOf(IncidentState);
std::string_view nameOf(IncidentProgress);
std::string_view nameOf(DutyState);
std::string_view nameOf(AssignmentState);
std::string_view nameOf(Source);
std::string_view nameOf(Channel);
std::string_view nameOf(DeliveryMeans);
std::string_view nameOf(LinkRelation);
std::string_view nameOf(DispatchGrant);

} // namespace ob::core
