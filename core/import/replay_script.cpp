// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/replay_script.h"

#include <algorithm>
#include <tuple>

namespace ob::core {
namespace {

using Kind = ReplayStep::Kind;

// Within one moment.
constexpr std::uint8_t running = 0;
constexpr std::uint8_t calling = 1;
constexpr std::uint8_t passing = 2; // runs that begin and end in it
constexpr std::uint8_t beginning = 3;
constexpr std::uint8_t noting = 4;
constexpr std::uint8_t closing = 5;

bool wasOnScene(RecordedRun const& run) {
    return run.at(AssignmentState::OnScene) || run.at(AssignmentState::Transporting)
           || run.at(AssignmentState::AtDestination);
}

Kind entryOf(RecordedRun::End const& end, RecordedRun const& run) {
    if (end.state == AssignmentState::Refused) return Kind::Refuse;
    return end.state == AssignmentState::Cleared && wasOnScene(run) ? Kind::Clear : Kind::Release;
}

/// Milestones of each run that were entered, to find those that a correction takes back.
class EnteredMilestones {
  public:
    explicit EnteredMilestones(std::size_t runs) : m_furthest(runs, 0) {}
    /// True when a later one was entered before.
    bool enter(ReplayStep const& step) {
        auto& furthest = m_furthest[step.run];
        auto const state = static_cast<std::uint8_t>(step.milestone);
        bool const behind = furthest > state;
        furthest = std::max(furthest, state);
        m_last[step.run].push_back(step.milestone);
        return behind;
    }
    /// Those of the run after this one, in the order of states.
    std::vector<AssignmentState> after(ReplayStep const& step) const {
        std::vector<AssignmentState> later;
        for (AssignmentState const each : m_last.at(step.run))
            if (each > step.milestone) later.push_back(each);
        std::sort(later.begin(), later.end());
        return later;
    }
    void forget(std::uint32_t run) { m_last.erase(run); }

  private:
    std::vector<std::uint8_t> m_furthest;
    std::unordered_map<std::uint32_t, std::vector<AssignmentState>> m_last; // of runs that go on
};

} // namespace

std::string_view nameOf(ReplayStep::Kind kind) {
    switch (kind) {
    case Kind::Open: return "open";
    case Kind::Offer: return "offerLead";
    case Kind::See: return "unit";
    case Kind::Send: return "dispatch";
    case Kind::Deliver: return "deliver";
    case Kind::Reach: return "milestone";
    case Kind::Correct: return "correction";
    case Kind::Clear: return "clear";
    case Kind::Release: return "release";
    case Kind::Refuse: return "refuse";
    case Kind::Note: return "note";
    case Kind::Resolve: return "close";
    case Kind::Verify: return "verify";
    }
    return "?";
}

void ReplayScriptWriter::add(RowRecord const& row, std::uint64_t line) {
    if (row.incidentKey.empty() || !row.incident) return;
    std::uint32_t const call = callOf(row, line);
    m_calls[call].ending = row.ending;
    if (row.run && row.unit) addRun(row, call, line);
    if (row.note.empty()) return;
    ReplayStep step{.kind = Kind::Note, .call = call, .line = line};
    step.occurredAt = row.notedAt.value_or(m_script.calls[call].record.openedAt);
    step.due = std::max(step.occurredAt, m_script.calls[call].record.openedAt);
    step.note = static_cast<std::uint32_t>(m_script.notes.size());
    m_script.notes.push_back(row.note);
    place(step, noting);
}

std::uint32_t ReplayScriptWriter::callOf(RowRecord const& row, std::uint64_t line) {
    auto const next = static_cast<std::uint32_t>(m_calls.size());
    auto const [known, isNew] = m_callByKey.emplace(row.incidentKey, next);
    RecordedIncident const& record = *row.incident;
    if (!isNew) {
        auto& held = m_script.calls[known->second].record;
        if (!held.place) held.place = record.place;
        return known->second;
    }
    Instant const due = record.openedAt;
    m_script.calls.push_back(
        {.key = row.incidentKey, .record = record, .disposition = {}, .digest = row.incidentDigest});
    m_calls.push_back({.line = line, .ending = {}, .lastEnd = {}, .due = due});
    ReplayStep step{.kind = Kind::Open, .due = due, .occurredAt = due, .call = next, .line = line};
    place(step, calling);
    step.kind = Kind::Offer;
    if (record.routedTo) place(step, calling, 1);
    return next;
}

std::uint32_t ReplayScriptWriter::unitOf(RecordedUnit const& unit) {
    auto const next = static_cast<std::uint32_t>(m_script.units.size());
    auto const [known, isNew] = m_unitByCallsign.emplace(unit.callsign.text(), next);
    if (isNew) m_script.units.push_back(unit);
    return known->second;
}

void ReplayScriptWriter::addRun(RowRecord const& row, std::uint32_t index, std::uint64_t line) {
    RecordedRun const& run = *row.run;
    auto const dispatchedAt = run.at(AssignmentState::Dispatched);
    if (!dispatchedAt) return;
    auto const number = static_cast<std::uint32_t>(m_script.runs.size());
    m_script.runs.push_back({.unit = unitOf(*row.unit),
                             .record = run,
                             .rowKey = row.key,
                             .digest = row.digest,
                             .incidentDigest = row.incidentDigest});
    Call& call = m_calls[index];
    Instant const sent = std::max(*dispatchedAt, m_script.calls[index].record.openedAt);
    std::vector<Placed> steps;
    ReplayStep step{.kind = Kind::Send,
                    .due = sent,
                    .occurredAt = *dispatchedAt,
                    .call = index,
                    .run = number,
                    .line = line};
    steps.push_back({.step = step});
    Instant last = sent;
    for (auto state = AssignmentState::Delivered; state <= AssignmentState::AtDestination;
         state = static_cast<AssignmentState>(static_cast<int>(state) + 1)) {
        auto const at = run.at(state);
        if (!at) continue;
        step.kind = state == AssignmentState::Delivered ? Kind::Deliver : Kind::Reach;
        step.milestone = state;
        step.occurredAt = *at;
        step.due = std::max(*at, sent);
        last = std::max(last, step.due);
        steps.push_back({.step = step, .stage = static_cast<std::uint8_t>(state)});
    }
    auto const end = run.end();
    if (end) {
        step.kind = entryOf(*end, run);
        step.milestone = AssignmentState::Cleared;
        step.occurredAt = end->at;
        step.due = last = std::max(end->at, last); // nothing is entered for a run that has ended
        steps.push_back({.step = step, .stage = static_cast<std::uint8_t>(AssignmentState::Cleared)});
        call.lastEnd = std::max(call.lastEnd, std::optional(end->at));
        if (!run.disposition.isEmpty()) m_script.calls[index].disposition = run.disposition;
    } else {
        call.goesOn = true;
    }
    call.hasRun = true;
    call.due = std::max(call.due, last);
    bool const passes = last == sent && end;
    for (Placed const& each : steps)
        place(each.step, each.step.due != sent ? running : passes ? passing : beginning, each.stage);
}

void ReplayScriptWriter::place(ReplayStep const& step, std::uint8_t rank, std::uint8_t stage) {
    m_placed.push_back({.step = step, .rank = rank, .stage = stage});
}

void ReplayScriptWriter::addClosings() {
    for (std::uint32_t index = 0; index < m_calls.size(); ++index) {
        Call const& call = m_calls[index];
        ReplayCall& recorded = m_script.calls[index];
        if (!call.ending.disposition.isEmpty()) recorded.disposition = call.ending.disposition;
        // A unit that goes on keeps its incident open, whatever the record says.
        bool const said = call.ending.closed.has_value();
        if (call.goesOn || call.ending.closed == false || (!said && !call.hasRun)) continue;
        auto const at = said && call.ending.at ? call.ending.at : call.lastEnd;
        ReplayStep step{.kind = Kind::Resolve, .call = index, .line = call.line};
        step.occurredAt = at.value_or(recorded.record.openedAt);
        step.due = std::max(step.occurredAt, call.due);
        place(step, closing);
        step.kind = Kind::Verify;
        place(step, closing, 1);
    }
}

void ReplayScriptWriter::writeSteps() {
    std::sort(m_placed.begin(), m_placed.end(), [](Placed const& one, Placed const& other) {
        auto const key = [](Placed const& each) {
            return std::tuple(each.step.due, each.rank, each.step.run, each.step.call, each.stage,
                              each.step.note);
        };
        return key(one) < key(other);
    });
    std::vector<bool> seen(m_script.units.size());
    std::vector<std::size_t> lastOfRun(m_script.runs.size(), ReplayStep::none);
    EnteredMilestones entered(m_script.runs.size());
    auto& steps = m_script.steps;
    for (Placed const& placed : m_placed) {
        ReplayStep step = placed.step;
        if (step.kind == Kind::Send && !seen[m_script.runs[step.run].unit]) {
            seen[m_script.runs[step.run].unit] = true;
            steps.push_back(step);
            steps.back().kind = Kind::See;
        }
        bool const behind = step.kind == Kind::Reach && entered.enter(step);
        if (behind) step.kind = Kind::Correct;
        steps.push_back(step);
        if (behind)
            for (AssignmentState const later : entered.after(step)) {
                ReplayStep again = step;
                again.kind = Kind::Reach;
                again.milestone = later;
                again.occurredAt = *m_script.runs[step.run].record.at(later);
                steps.push_back(again);
            }
        if (step.run == ReplayStep::none) continue;
        lastOfRun[step.run] = steps.size() - 1;
        if (placed.stage == static_cast<std::uint8_t>(AssignmentState::Cleared)) entered.forget(step.run);
    }
    for (std::size_t run = 0; run < lastOfRun.size(); ++run)
        if (lastOfRun[run] != ReplayStep::none && !m_cutRuns.contains(static_cast<std::uint32_t>(run)))
            steps[lastOfRun[run]].lastOfRow = true;
}

ReplayScript ReplayScriptWriter::finish(ReplayCut const& cut) && {
    addClosings();
    auto const& calls = m_script.calls;
    std::erase_if(m_placed, [&](Placed const& each) {
        bool const over = cut.until && each.step.due >= *cut.until;
        if (over && each.step.run != ReplayStep::none) m_cutRuns.insert(each.step.run);
        return over || (cut.from && calls[each.step.call].record.openedAt < *cut.from);
    });
    writeSteps();
    return std::move(m_script);
}

} // namespace ob::core
