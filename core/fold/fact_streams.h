// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"

#include <concepts>

namespace ob::core {

// Which kind of stream a fact belongs to. Named one by one, so that the compiler finds where a new kind is
// missing.

template<class Fact, class... Options>
concept OneOf = (std::same_as<Fact, Options> || ...);

template<class Fact>
concept DeskFact = OneOf<Fact, LogOpened>;

template<class Fact>
concept UnitFact = OneOf<Fact, UnitRegistered, DutySet, DistressRaised, DistressEnded, UnitChanged>;

template<class Fact>
concept PolicyFact =
    OneOf<Fact, PolicyOpened, DispatchGrantSet, PositionSharingSet, NoDuffDeclared, NoDuffEnded>;

template<class Fact>
concept IncidentFact =
    OneOf<Fact, IncidentOpened, CallAdded, PrioritySet, TypeSet, PlaceSet, NoteAdded, HandlerTaken,
          IncidentSeen, LeadOffered, LeadAccepted, LeadReleased, UnitPlanned, UnitDispatched,
          MilestoneReached, AssignmentDelivered, AssignmentCleared, AssignmentReleased, AssignmentRefused,
          MilestoneCorrected, OpeningCorrected, IncidentResolved, IncidentClosed, IncidentReopened,
          IncidentVoided, IncidentReferred, IncidentLinked, IncidentUnlinked, MergedInto, MergeUndone,
          WelfareChecked>;

} // namespace ob::core
