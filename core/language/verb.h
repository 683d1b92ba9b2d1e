// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace ob::core {

/// What a line begins with. The words are those of the binding verb table; the last group is spoken for, so
/// that nothing else takes the spelling, and answered by RefusalCode::VerbNotYet.
enum class Verb : std::uint8_t {
    NewIncident,
    AddCall,
    Take,
    SetPriority,
    Note,
    Dispatch,
    Plan,
    Divert,
    Release,
    Acknowledge,
    EnRoute,
    Stage,
    OnScene,
    Transport,
    AtDestination,
    Clear,
    Refuse,
    Register,
    LogOn,
    Available,
    Conditional,
    OutOfService,
    OffDuty,
    Distress,
    Safe,
    RollCall,
    NoDuff,
    Voice,
    OfferLead,
    Accept,
    Refer,
    Link,
    Merge,
    Split,
    Close,
    Reopen,
    Void,
    Find,
    Go,
    Help,
    AcknowledgeAlarm,
    Shelve,
    // later
    Recommend,
    Ask,
    Sign,
    Commit,
    Decline,
    Withdraw,
    Done,
    Task,
    Verify,
    Notify,
    Object,
    HandOver,
};

enum class Argument : std::uint8_t {
    Type,
    Address,
    Priority,    ///< p1 … p4
    PlusUnits,   ///< +units
    Text,        ///< /text
    Time,        ///< @2140
    Incident,    ///< 042, 20261121-0042 or .
    Into,        ///< the other incident
    Phone,       ///< number of the caller
    Words,       ///< free text without a slash
    Units,       ///< callsigns
    Unit,        ///< one callsign
    NewCallsign, ///< of a unit that is not there yet, without the agency
    UnitKind,    ///< code, name or alias of RuleBook::unitKinds
    Released,    ///< code of RuleBookLists::releases
    Disposition, ///< code of RuleBookLists::dispositions
    Refused,     ///< code of RuleBookLists::refusals
    Unavailable, ///< code of RuleBookLists::unavailables
    Voided,      ///< code of RuleBookLists::voids
    Target,      ///< code of RuleBookLists::referralTargets
    Referred,    ///< code of RuleBookLists::referralReasons
    Outside,     ///< #number that the receiver of a referral gave it
    Sent,        ///< code of RuleBookLists::dispatchReasons
    Checked,     ///< code of RuleBookLists::verificationResults
    Reopened,    ///< code of RuleBookLists::reopenReasons, or free text
    Length,      ///< 2h, 90m, 2小时, 90分
    Crew,        ///< 6人, 6c
    PlusSkills,  ///< +codes of RuleBookLists::capabilities
    Vehicle,     ///< #plate or fleet number
    CrewNames,   ///< /names
    Reason,      ///< typed reason
    Contact,     ///< who was told
    Agency,      ///< code, name or prefix
    Phase,       ///< code of RuleBookLists::phases: 抢险, 调查, 恢复
    Answer,      ///< 无应答: they did not answer
    End,         ///< 结束: not any more
    Query,       ///< what to look for
    Thing,       ///< incident, unit or words
    Verb,        ///< help on this verb
    Alarm,       ///< number in the list of alarms, or all of an incident or a unit
    Minutes,     ///< as Length, or a bare number of minutes
};

/// The word that a Refusal carries for an argument: lower-case English, permanent.
std::string_view nameOf(Argument argument);

enum class Presence : std::uint8_t { Required, Optional };

struct ArgumentSpec {
    Argument argument{};
    Presence presence = Presence::Required;
    bool isList = false; ///< several, by commas
};

/// What a slip of the hand would cost. Neither of the last two may be one slip away from another verb.
enum class Risk : std::uint8_t {
    Plain,
    StandsDown, ///< takes away somebody who comes, an alarm or an incident
    Declines,   ///< says no for the agency
};

enum class Stage : std::uint8_t { Now, Later };

struct VerbSpec {
    Verb verb{};
    std::string_view word;                 ///< canonical, upper-case ASCII
    std::string_view zh;                   ///< the Chinese verb, which always works
    std::vector<std::string_view> aliases; ///< further spellings: listed initials
    std::vector<ArgumentSpec> arguments;   ///< in order
    std::string_view example;
    Risk risk = Risk::Plain;
    Stage stage = Stage::Now;

    /// All spellings, the canonical word first.
    std::vector<std::string_view> spellings() const;
};

/// All verbs in the order in which help lists them: the one definition of the language.
std::span<VerbSpec const> verbTable();
VerbSpec const& specOf(Verb verb);
/// By any spelling, whatever its width and case; null when there is none.
VerbSpec const* findVerb(std::string_view word);

} // namespace ob::core
