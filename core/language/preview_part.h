// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/language/verb.h"
#include "core/states.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ob::core {

/// A value that grows by itself, such as an age: painted, but never a difference of meaning.
template<class T>
struct Ageing {
    T value{};
    friend bool operator==(Ageing const&, Ageing const&) { return true; }
};

/// An incident as it is painted.
struct NumberedIncident {
    IncidentId id;
    IncidentNumber number;
    friend bool operator==(NumberedIncident const&, NumberedIncident const&) = default;
};

/// What Enter will do, piece by piece; each becomes a sentence or half of one in ui/text.
namespace part {

struct OpensIncident {
    IncidentNumber number; ///< what it will be called
    Code type;
    Priority priority = Priority::P3;
    std::string address;
    friend bool operator==(OpensIncident const&, OpensIncident const&) = default;
};
/// The same thing may have been reported already.
struct PossibleDuplicate {
    NumberedIncident incident;
    Code type;
    Ageing<Duration> age;                 ///< since its opening
    std::optional<Ageing<double>> metres; ///< when both places are known
    friend bool operator==(PossibleDuplicate const&, PossibleDuplicate const&) = default;
};
struct AddsCall {
    NumberedIncident incident;
    std::string phone;
    friend bool operator==(AddsCall const&, AddsCall const&) = default;
};
struct Takes {
    NumberedIncident incident;
    Code from; ///< position that handles it now; empty: nobody
    std::optional<AgencyIndex> fromAgency;
    friend bool operator==(Takes const&, Takes const&) = default;
};
struct ChangesPriority {
    NumberedIncident incident;
    Priority from = Priority::P3;
    Priority to = Priority::P3;
    friend bool operator==(ChangesPriority const&, ChangesPriority const&) = default;
};
struct AddsNote {
    NumberedIncident incident;
    std::string text;
    friend bool operator==(AddsNote const&, AddsNote const&) = default;
};
/// At the time that was typed, instead of now.
struct RecordedAt {
    Instant at;
    friend bool operator==(RecordedAt const&, RecordedAt const&) = default;
};
struct SendsUnit {
    UnitId unit;
    std::optional<Ageing<Duration>> fixAge; ///< absent: position unknown
    bool isStale = false;                   ///< older than the limit
    friend bool operator==(SendsUnit const&, SendsUnit const&) = default;
};
struct PlansUnit {
    UnitId unit;
    friend bool operator==(PlansUnit const&, PlansUnit const&) = default;
};
/// Where the units of the other parts go.
struct Destination {
    NumberedIncident incident;
    std::optional<std::string> address;
    friend bool operator==(Destination const&, Destination const&) = default;
};
/// The agency did not grant its units: this would have to be a request.
struct WouldBeRequest {
    UnitId unit;
    AgencyIndex agency;
    friend bool operator==(WouldBeRequest const&, WouldBeRequest const&) = default;
};
struct AlreadyEngaged {
    UnitId unit;
    NumberedIncident incident;
    friend bool operator==(AlreadyEngaged const&, AlreadyEngaged const&) = default;
};
struct UnitLeaves {
    UnitId unit;
    NumberedIncident incident;
    Code reason; ///< may be empty for a diversion
    friend bool operator==(UnitLeaves const&, UnitLeaves const&) = default;
};
/// Nobody who stays there can do this any more.
struct LosesLast {
    NumberedIncident incident;
    Code capability;
    friend bool operator==(LosesLast const&, LosesLast const&) = default;
};
/// The order has reached the crew, so taking it back needs the radio.
struct MustBeTold {
    UnitId unit;
    friend bool operator==(MustBeTold const&, MustBeTold const&) = default;
};
struct RemainingUnits {
    NumberedIncident incident;
    std::size_t count = 0;
    friend bool operator==(RemainingUnits const&, RemainingUnits const&) = default;
};
struct ReachesMilestone {
    UnitId unit;
    std::optional<NumberedIncident> incident; ///< absent: it has none, or several
    AssignmentState milestone{};
    bool isBackward = false; ///< takes later milestones back
    friend bool operator==(ReachesMilestone const&, ReachesMilestone const&) = default;
};
struct ClearsUnit {
    UnitId unit;
    std::optional<NumberedIncident> incident;
    Code disposition;
    friend bool operator==(ClearsUnit const&, ClearsUnit const&) = default;
};
struct CannotGo {
    UnitId unit;
    std::optional<NumberedIncident> incident;
    Code reason;
    friend bool operator==(CannotGo const&, CannotGo const&) = default;
};
struct ToldByVoice {
    UnitId unit;
    std::optional<NumberedIncident> incident;
    std::string contact;
    friend bool operator==(ToldByVoice const&, ToldByVoice const&) = default;
};
struct RegistersUnit {
    Callsign callsign;
    AgencyIndex agency;
    Code kind;
    std::string home;
    friend bool operator==(RegistersUnit const&, RegistersUnit const&) = default;
};
struct ChangesDuty {
    UnitId unit;
    DutyState from{};
    DutyState to{};
    Code reason{};
    std::optional<std::uint32_t> crew{};
    std::vector<Code> capabilities{};
    std::string crewNames{};
    std::string vehicle{};
    friend bool operator==(ChangesDuty const&, ChangesDuty const&) = default;
};
/// Expected back.
struct UntilTime {
    Duration length;
    Ageing<Instant> until;
    friend bool operator==(UntilTime const&, UntilTime const&) = default;
};
struct ShiftEnds {
    Duration length;
    Ageing<Instant> end;
    friend bool operator==(ShiftEnds const&, ShiftEnds const&) = default;
};
/// How long it takes to call the unit in.
struct RecallTime {
    Duration length;
    friend bool operator==(RecallTime const&, RecallTime const&) = default;
};
struct RaisesDistress {
    UnitId unit;
    std::optional<NumberedIncident> incident;
    friend bool operator==(RaisesDistress const&, RaisesDistress const&) = default;
};
struct EndsDistress {
    UnitId unit;
    std::string reason;
    friend bool operator==(EndsDistress const&, EndsDistress const&) = default;
};
struct ChecksWelfare {
    NumberedIncident incident;
    std::vector<UnitId> units; ///< all that were asked
    bool answered = true;
    friend bool operator==(ChecksWelfare const&, ChecksWelfare const&) = default;
};
struct FreezesDrill {
    bool ended = false;
    friend bool operator==(FreezesDrill const&, FreezesDrill const&) = default;
};
struct OffersLead {
    NumberedIncident incident;
    AgencyIndex agency;
    Code phase;
    friend bool operator==(OffersLead const&, OffersLead const&) = default;
};
/// Who is responsible until somebody accepts (or, of a referral, who tracks it).
struct StaysResponsible {
    AgencyIndex agency;
    friend bool operator==(StaysResponsible const&, StaysResponsible const&) = default;
};
struct AcceptsLead {
    NumberedIncident incident;
    AgencyIndex from;
    friend bool operator==(AcceptsLead const&, AcceptsLead const&) = default;
};
/// Takes effect when the receiver has accepted it.
struct Refers {
    NumberedIncident incident;
    Code target;
    Code reason;
    friend bool operator==(Refers const&, Refers const&) = default;
};
struct Links {
    NumberedIncident incident;
    NumberedIncident other;
    friend bool operator==(Links const&, Links const&) = default;
};
struct Merges {
    NumberedIncident kept;
    NumberedIncident absorbed;
    std::size_t movedUnits = 0;
    std::string reason;
    friend bool operator==(Merges const&, Merges const&) = default;
};
struct Splits {
    NumberedIncident incident;
    NumberedIncident from;
    std::string reason;
    friend bool operator==(Splits const&, Splits const&) = default;
};
struct Closes {
    NumberedIncident incident;
    Code code;
    bool needsCheck = false;  ///< it waits for another person's check
    std::size_t openWork = 0; ///< units on it or planned, and open conflicts
    friend bool operator==(Closes const&, Closes const&) = default;
};
struct Reopens {
    NumberedIncident incident;
    IncidentState from{};
    Code reason;
    friend bool operator==(Reopens const&, Reopens const&) = default;
};
struct Voids {
    NumberedIncident incident;
    Code reason;
    friend bool operator==(Voids const&, Voids const&) = default;
};
/// The number that was typed goes on under another.
struct MergedNumber {
    IncidentNumber typed;
    NumberedIncident survivor;
    friend bool operator==(MergedNumber const&, MergedNumber const&) = default;
};
struct HeldByOther {
    NumberedIncident incident;
    Code position;
    std::optional<AgencyIndex> agency;
    friend bool operator==(HeldByOther const&, HeldByOther const&) = default;
};

} // namespace part

using PreviewPart =
    std::variant<part::OpensIncident, part::PossibleDuplicate, part::AddsCall, part::Takes,
                 part::ChangesPriority, part::AddsNote, part::RecordedAt, part::SendsUnit, part::PlansUnit,
                 part::Destination, part::WouldBeRequest, part::AlreadyEngaged, part::UnitLeaves,
                 part::LosesLast, part::MustBeTold, part::RemainingUnits, part::ReachesMilestone,
                 part::ClearsUnit, part::CannotGo, part::ToldByVoice, part::RegistersUnit, part::ChangesDuty,
                 part::UntilTime, part::ShiftEnds, part::RecallTime, part::RaisesDistress, part::EndsDistress,
                 part::ChecksWelfare, part::FreezesDrill, part::OffersLead, part::StaysResponsible,
                 part::AcceptsLead, part::Refers, part::Links, part::Merges, part::Splits, part::Closes,
                 part::Reopens, part::Voids, part::MergedNumber, part::HeldByOther>;

} // namespace ob::core
