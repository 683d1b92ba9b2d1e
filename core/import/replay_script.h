// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/row_reader.h"

#include <limits>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ob::core {

/// One thing that is entered.
struct ReplayStep {
    enum class Kind : std::uint8_t {
        Open,    ///< the call
        Offer,   ///< the lead goes to the agency that the record names
        See,     ///< a unit for the first time: it is registered, or put on duty
        Send,    ///< the run begins
        Deliver, ///< the crew was told
        Reach,   ///< milestone
        Correct, ///< milestone earlier than one that was entered: takes the later ones back
        Clear,
        Release, ///< ends without ever having been on scene, which cannot be cleared
        Refuse,
        Note,
        Resolve, ///< by the operator
        Verify,  ///< by another one, where the type wants it
    };
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();

    Kind kind{};
    AssignmentState milestone = AssignmentState::Dispatched; ///< of Reach and Correct
    bool lastOfRow = false;                                  ///< the row is taken with it
    Instant due{};             ///< when it is entered, on the recorded clock; steps are in this order
    Instant occurredAt{};      ///< when it happened, by the record
    std::uint32_t call = 0;    ///< index in ReplayScript::calls
    std::uint32_t run = none;  ///< index in ReplayScript::runs
    std::uint32_t note = none; ///< index in ReplayScript::notes
    std::uint64_t line = 0;
};
std::string_view nameOf(ReplayStep::Kind kind);

struct ReplayCall {
    std::string key; ///< in the file
    RecordedIncident record;
    Code disposition;   ///< of the closing
    ShortHash digest{}; ///< of what its row says of it
};

struct ReplayRun {
    std::uint32_t unit = 0; ///< index in ReplayScript::units
    RecordedRun record;
    std::string rowKey;
    ShortHash digest{}; ///< of the row
    ShortHash incidentDigest{};
};

/// A recorded time as a list of ordinary entries in the order in which they are made. Times of the file all
/// stand in the end: an entry is made at its recorded moment, or later where the rules want another one
/// before it, and then typed late.
///
/// What happens in the same moment goes: runs of before (milestones, then their end), calls, runs that begin
/// and end in it, runs that begin in it, notes, closings. So a unit's run ends before its next begins.
struct ReplayScript {
    std::vector<ReplayCall> calls;
    std::vector<RecordedUnit> units;
    std::vector<ReplayRun> runs;
    std::vector<std::string> notes;
    std::vector<ReplayStep> steps;
};

/// Recorded moments [from, until): calls before it are left out with all their runs; at its end everything
/// stays as it is.
struct ReplayCut {
    std::optional<Instant> from;
    std::optional<Instant> until;
};

/// Makes a script out of rows in any order.
class ReplayScriptWriter {
  public:
    /// Rows without an incident have no part in it. The first row of an incident describes it.
    void add(RowRecord const& row, std::uint64_t line);
    ReplayScript finish(ReplayCut const& cut = {}) &&;

  private:
    struct Call {
        std::uint64_t line = 0;
        RowRecord::Ending ending; ///< as the last row says
        bool hasRun = false;
        bool goesOn = false; ///< a run without end
        std::optional<Instant> lastEnd;
        Instant due; ///< of the last entry
    };
    struct Placed {
        ReplayStep step;
        std::uint8_t rank = 0;
        std::uint8_t stage = 0;
    };

    std::uint32_t callOf(RowRecord const& row, std::uint64_t line);
    std::uint32_t unitOf(RecordedUnit const& unit);
    void addRun(RowRecord const& row, std::uint32_t call, std::uint64_t line);
    void addClosings();
    void place(ReplayStep const& step, std::uint8_t rank, std::uint8_t stage = 0);
    /// In order, with first sights and corrections.
    void writeSteps();

    ReplayScript m_script;
    std::vector<Call> m_calls;
    std::vector<Placed> m_placed;
    std::unordered_map<std::string, std::uint32_t> m_callByKey;
    std::unordered_map<std::string, std::uint32_t> m_unitByCallsign;
    std::unordered_set<std::uint32_t> m_cutRuns; // whose last steps come after the cut
};

} // namespace ob::core
