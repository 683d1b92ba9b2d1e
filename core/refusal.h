// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace ob::core {

/// Why something was refused. A code, not text: the words are made in ui/text, in two languages.
enum class RefusalCode : std::uint8_t {
    // the command line
    EmptyLine,          ///< nothing was typed
    UnknownVerb,        ///< subject: the word; candidates may follow as further subjects
    MissingArgument,    ///< subject: name of the argument (see core/language/verb.h)
    UnexpectedArgument, ///< subject: the word
    BadArgument,        ///< subjects: name of the argument, the word
    BadTime,            ///< subject: the word after @
    TooLong,            ///< subject: the limit in characters
    NothingSelected,    ///< `.` without a selected incident
    UnknownIncident,    ///< subject: what was typed
    AmbiguousIncident,  ///< subjects: what was typed, then the numbers that match
    UnknownUnit,        ///< subject: what was typed
    AmbiguousUnit,      ///< subjects: what was typed, then the full callsigns that match
    UnknownType,        ///< subjects: what was typed, then codes that come near
    UnknownCode,        ///< subjects: what was typed, then the codes of this list
    UnknownAgency,      ///< subject: what was typed
    // who may
    NotOwnAgency,       ///< subject: the thing; only its own agency may do this
    NotLead,            ///< subject: incident number; only the lead may do this
    NotFirstReceiver,   ///< subject: incident number
    NotSupervisor,      ///< a supervisor must do this
    SameOperator,       ///< subject: incident number; the verifier must not be the resolver
    DispatchNotGranted, ///< subjects: callsign, agency: ask by a request instead
    ReadOnlyStream,     ///< subject: the thing; a newer version wrote to it: upgrade first
    NotMember,          ///< subject: the thing; this agency has no part in it
    // states
    IncidentNotOpen,      ///< subjects: incident number, its state
    IncidentNotResolved,  ///< subjects: incident number, its state
    IncidentStillOpen,    ///< subject: incident number
    ActiveAssignments,    ///< subjects: incident number, then callsigns
    OpenRequests,         ///< subjects: incident number, then request numbers
    SomebodyWasOnScene,   ///< subject: incident number; cannot be voided
    DispositionRequired,  ///< subject: incident number
    ReasonRequired,       ///< subject: verb
    UnitOffDuty,          ///< subject: callsign
    UnitUnavailable,      ///< subjects: callsign, reason code
    UnitHasAssignment,    ///< subjects: callsign, incident number
    UnitNotAssigned,      ///< subject: callsign (or callsign, incident number)
    UnitAssignedTwice,    ///< subjects: callsign, incident numbers: name the incident
    AlreadyAssigned,      ///< subjects: callsign, incident number
    NotYetOnScene,        ///< subject: callsign; clear needs arrival, use release
    AlreadyInState,       ///< subjects: the thing, its state
    AlreadyReached,       ///< subjects: callsign, milestone, when (ISO)
    TransitionNotAllowed, ///< subjects: the thing, from, to
    UnitInDistress,       ///< subject: callsign
    UnitNotInDistress,    ///< subject: callsign
    NotOffered,           ///< subject: the thing: there is no such offer to accept
    CallsignTaken,        ///< subject: callsign
    NumberTaken,          ///< subject: incident number
    NumbersExhausted,     ///< subject: the day; the desk's block for this day is used up
    SameIncident,         ///< subject: incident number
    AlreadyLinked,        ///< subjects: incident numbers
    NotLinked,            ///< subjects: incident numbers
    MergeCycle,           ///< subjects: incident numbers
    InTheFuture,          ///< subject: ISO time
    BeforeOpening,        ///< subject: ISO time of opening
    NothingToSettle,      ///< subject: conflict
    LimitReached,         ///< subjects: what, limit
    // this desk
    DeskRevoked,     ///< nothing that this desk writes counts any more
    StorageReadOnly, ///< subject: what happened; the desk shows but cannot save
    NotEnrolled,     ///< this desk has no certificate of its agency
    // the command line, again
    VerbNotYet, ///< subject: verb, a word of the language that this version cannot carry out
    // who and when, found while deciding
    RoleRequired,     ///< subjects: the roles of which one is needed
    DrillFrozen,      ///< 实情 was declared: only distress, notes and ending it go on
    NotDrill,         ///< only in a drill
    BeforeDispatch,   ///< subjects: callsign, ISO time of the dispatch
    NobodyAssigned,   ///< subject: incident number
    StillResponsible, ///< subjects: the thing, agency; it cannot leave what it answers for
};

/// Lower camel case, stable: for reports and JSON.
std::string_view nameOf(RefusalCode code);

/// What a person needs to understand the refusal: a code and what it is about. Subjects are numbers,
/// callsigns and codes as shown on screen, never free text of an incident.
struct Refusal {
    RefusalCode code{};
    std::vector<std::string> subjects;

    friend bool operator==(Refusal const&, Refusal const&) = default;
};

} // namespace ob::core
