// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/decide.h"

#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

// Rules that several commands share. Source: workflow.md, "States" and "Never configurable".

/// On which board, for whom and when a command is decided.
struct Occasion {
    Board const& board;
    Context const& context;
    Circumstance circumstance;
    bool typedTime = false; ///< occurredAt was given with the command
};

/// What stands in the way, if anything.
using Hindrance = std::optional<Refusal>;

tl::unexpected<Refusal> refuse(RefusalCode code, std::vector<std::string> subjects = {});
tl::unexpected<Refusal> refuse(Hindrance hindrance);

// --- what refusals call things ---------------------------------------------------------------------------
/// `消E07` when the rule book knows the agency's prefix, else `FD-E07`, else the bare callsign.
std::string shownUnit(Unit const& unit, Context const& context);
/// The agency's code; its index when the context does not name it.
std::string shownAgency(AgencyIndex agency, Context const& context);
/// The beginning of an id that is not on the board.
std::string shownId(Hash const& hash);

// --- who -------------------------------------------------------------------------------------------------
/// One of the roles is needed. A trainer plays every role of a drill.
Hindrance needsRole(Occasion const& occasion, std::initializer_list<Role> roles);
/// Call-taker, dispatcher or their supervisor.
Hindrance needsCallTaker(Occasion const& occasion);
/// Dispatcher, duty officer (who commits units of the agency) or supervisor.
Hindrance needsDispatcher(Occasion const& occasion);
bool isSupervisor(Occasion const& occasion);

// --- things that may be written to -----------------------------------------------------------------------
using IncidentResult = Result<std::shared_ptr<Incident const>>;
using UnitResult = Result<std::shared_ptr<Unit const>>;

/// On the board, not read-only, with this agency as a member, and not before its opening.
IncidentResult writableIncident(Occasion const& occasion, IncidentId id);
/// One of these states besides.
IncidentResult incidentIn(Occasion const& occasion, IncidentId id,
                          std::initializer_list<IncidentState> states);
IncidentResult openIncident(Occasion const& occasion, IncidentId id);
/// On the board; nothing is written to its stream.
UnitResult knownUnit(Occasion const& occasion, UnitId id);
/// Of this agency, and not read-only.
UnitResult ownUnit(Occasion const& occasion, UnitId id);

// --- values ----------------------------------------------------------------------------------------------
/// A typed time may not lie before `earliest`. Typed times have minutes, so the minute counts; imported
/// records are kept as they are, a wrong order is an anomaly there.
bool isBefore(Occasion const& occasion, Instant earliest);
Hindrance tooLong(std::string_view what, std::string const& text, std::size_t limit);
Hindrance textTooLong(std::string const& text);
Hindrance callerTooLong(Caller const& caller);
/// Not a type of the rule book; subjects are those that look like it.
Hindrance unknownType(Code const& type, RuleBook const& rules);
/// Not empty (else ReasonRequired with the verb) and in the list; an empty list knows no codes and lets all
/// pass.
Hindrance needsCode(CodeList const& list, Code const& code, std::string_view verb);
/// In the list when there is one.
Hindrance unknownCode(CodeList const& list, Code const& code);
/// In one of the two: a command that has a list of its own and may repeat what was found on scene.
Hindrance unknownCode(CodeList const& list, CodeList const& other, Code const& code);
/// In order, each once.
Result<std::vector<UnitId>> distinctUnits(std::vector<UnitId> const& units);
/// The agencies of the realm and this one, sorted: default policy 1.
std::vector<AgencyIndex> everyMember(Context const& context);

// --- assignments -----------------------------------------------------------------------------------------
/// An assignment and the incident in whose stream it stands (a merged one keeps those that it had).
struct HeldAssignment {
    std::shared_ptr<Incident const> incident;
    Assignment const* assignment = nullptr; ///< inside `incident`
};

/// The active assignment of the unit on `incident` or on what was merged into it; nil = the only one.
Result<HeldAssignment> activeAssignmentOf(Occasion const& occasion, Unit const& unit, IncidentId incident);
/// The same, when this agency may move it: the unit's own agency, or the one that sent it.
Result<HeldAssignment> movableAssignmentOf(Occasion const& occasion, Unit const& unit, IncidentId incident);
/// Active assignments of the incident and of those merged into it, in order.
std::vector<HeldAssignment> activeOn(Board const& board, std::shared_ptr<Incident const> const& incident);
/// The unit may be sent by this agency now. `incident` null: it does not exist yet.
Result<Draft> dispatchDraft(Occasion const& occasion, UnitId unit, Incident const* incident, StreamId stream,
                            Code const& reason);

// --- writing ---------------------------------------------------------------------------------------------
/// With the circumstance and the operator.
Draft makeDraft(Occasion const& occasion, StreamId stream, Fact fact);
/// `text` in the joint part; nothing for an empty one.
void addJointText(Draft& draft, std::string const& text);
/// In the joint part; nothing without address and place.
void addPlace(Draft& draft, std::string const& address, std::optional<GeoPoint> const& place);
/// In the personal part; nothing when both are empty.
void addCaller(Draft& draft, Caller const& caller);

} // namespace ob::core
