// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/completion.h"

#include "core/language/line.h"
#include "core/language/resolve.h"
#include "core/language/unit_order.h"
#include "core/text.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace ob::core {
namespace {

constexpr std::string_view wideBlank = "\u3000";

bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// Behind the last of these before `end`; 0 when there is none.
std::size_t behindLast(std::string_view line, std::size_t end,
                       std::initializer_list<std::string_view> marks) {
    std::size_t behind = 0;
    for (std::string_view const mark : marks)
        if (auto const place = line.substr(0, end).rfind(mark); place != std::string_view::npos)
            behind = std::max(behind, place + mark.size());
    return behind;
}

/// The word to complete and what stands before it.
struct Place {
    VerbSpec const* verb = nullptr; ///< null: the verb itself is completed
    std::size_t wordsBefore = 0;    ///< arguments before the word
    std::size_t from = 0;
    std::string typed;               ///< normalised
    std::vector<std::string> listed; ///< words before it, each member of a list alone
};

/// Behind a Chinese verb that is glued to what follows; 0 when there is none.
std::size_t behindGluedVerb(std::string_view line) {
    VerbSplit const split = splitVerb(line);
    bool const isGlued = split.verb != nullptr && split.end < line.size() && line[split.end] != ' '
                         && line.starts_with(split.verb->zh);
    return isGlued ? split.end : 0;
}

Place placeOf(std::string_view line, std::size_t cursor) {
    Place place;
    place.from = behindLast(line, cursor, {" ", "\t", wideBlank});
    if (place.from == 0) place.from = behindGluedVerb(line.substr(0, cursor));
    if (place.from > 0) place.from = std::max(place.from, behindLast(line, cursor, {",", "，", "、"}));
    std::string const before = normalise(line.substr(0, place.from));
    VerbSplit const split = splitVerb(before);
    place.verb = split.verb;
    if (place.from > 0 && place.verb != nullptr) {
        bool goesOn = false;
        for (std::string const& word : wordsIn(std::string_view(before).substr(split.end))) {
            bool const joins = goesOn || beginsWithComma(word);
            goesOn = endsInComma(word);
            if (!joins) ++place.wordsBefore;
            std::ranges::move(listed(word), std::back_inserter(place.listed));
        }
        // A comma before the word: still the same list.
        if (goesOn && place.wordsBefore > 0) --place.wordsBefore;
        place.from = std::max(place.from, behindLast(line, cursor, {"+", "＋"}));
    }
    place.typed = normalise(line.substr(place.from, cursor - place.from));
    return place;
}

using Candidates = std::vector<Candidate>;

void addVerbs(Candidates& candidates, std::string_view typed) {
    std::string const sought = foldCase(typed);
    for (VerbSpec const* const spec : nearVerbs(typed, verbTable().size())) {
        auto const spellings = spec->spellings();
        bool const begins = std::any_of(spellings.begin(), spellings.end(), [&](std::string_view spelling) {
            return foldCase(spelling).starts_with(sought);
        });
        if (!begins || spec->stage == Stage::Later) continue;
        candidates.push_back(candidateOf(*spec));
        // Who types Chinese gets Chinese.
        if (!typed.empty() && spec->zh.starts_with(typed)) candidates.back().insert = spec->zh;
    }
}

void addIncidents(Candidates& candidates, std::string_view typed, bool finished,
                  Surroundings const& surroundings) {
    std::vector<std::shared_ptr<Incident const>> found;
    for (auto const& [id, incident] : surroundings.board.incidents()) {
        bool const isUnfinished =
            incident->state == IncidentState::Open || incident->state == IncidentState::Resolved;
        std::string const number = incident->number.text();
        if (isUnfinished != finished && (typed.empty() || number.find(typed) != std::string::npos))
            found.push_back(incident);
    }
    auto const rank = [&](Incident const& each) {
        bool const ends = each.number.text().ends_with(typed);
        return std::tuple(each.id != surroundings.selected, !ends, each.priority);
    };
    std::sort(found.begin(), found.end(), [&](auto const& a, auto const& b) {
        if (rank(*a) != rank(*b)) return rank(*a) < rank(*b);
        return a->number != b->number ? a->number > b->number : a->id < b->id;
    });
    if (found.size() > maxCandidates) found.resize(maxCandidates);
    for (auto const& incident : found)
        candidates.push_back(candidateOf(*incident, surroundings));
}

/// Who stands in the list already is not offered again.
void addUnits(Candidates& candidates, Place const& place, Surroundings const& surroundings) {
    auto found = unitsFor(place.verb->verb, place.typed, surroundings);
    for (std::string const& word : place.listed)
        if (auto const unit = findUnit(word, surroundings))
            std::erase_if(found, [&](Candidate const& each) { return each.unit == *unit; });
    std::ranges::move(found, std::back_inserter(candidates));
}

void addCodes(Candidates& candidates, Argument list, std::string_view typed, RuleBook const& rules) {
    CodeList const& codes = *codeListOf(list, rules);
    if (!typed.empty()) {
        for (CodeEntry const* const entry : codes.near(typed, maxCandidates))
            candidates.push_back(candidateOf(*entry, list));
        return;
    }
    for (CodeEntry const& entry : codes.all())
        candidates.push_back(candidateOf(entry, list));
}

void addTypes(Candidates& candidates, std::string_view typed, RuleBook const& rules) {
    if (!typed.empty()) {
        for (IncidentType const* const type : rules.nearTypes(typed, maxCandidates))
            candidates.push_back(candidateOf(*type));
        return;
    }
    for (IncidentType const& type : rules.types().all())
        candidates.push_back(candidateOf(type));
}

void addAgencies(Candidates& candidates, std::string_view typed, Surroundings const& surroundings) {
    auto const& agencies = surroundings.rules().agencies();
    std::vector<AgencyProfile const*> found = agencies.near(typed, agencies.all().size());
    if (typed.empty())
        for (AgencyProfile const& agency : agencies.all())
            found.push_back(&agency);
    for (AgencyProfile const* const agency : found)
        if (findAgency(agency->code, surroundings)) candidates.push_back(candidateOf(*agency));
}

void addPriorities(Candidates& candidates, std::string_view typed) {
    for (char const* const word : {"p1", "p2", "p3", "p4"})
        if (std::string_view(word).starts_with(foldCase(typed)))
            candidates.push_back({.kind = CandidateKind::Priority, .insert = word});
}

/// Incidents with several of them, which are named at once, then one by one.
void addAlarms(Candidates& candidates, std::string_view typed, bool isShelving,
               Surroundings const& surroundings) {
    if (surroundings.alarms == nullptr) return;
    Candidates found, single;
    std::vector<Alarm> all;
    for (std::size_t at = 0; at < surroundings.alarms->size(); ++at) {
        auto const& each = (*surroundings.alarms)[at];
        if (each.isShelved || (!isShelving && each.isAcknowledged)) continue;
        if (isShelving && each.alarm.isDistress()) continue;
        all.push_back(each.alarm);
        single.push_back({.kind = CandidateKind::Alarm, .insert = std::to_string(at + 1)});
        single.back().alarms = {each.alarm};
    }
    for (auto& group : byIncident(all)) {
        auto const incident = surroundings.board.incident(group.incident);
        if (!incident || group.alarms.size() < 2) continue;
        found.push_back({.kind = CandidateKind::Alarm, .insert = shortNumber(*incident, surroundings)});
        found.back().alarms = std::move(group.alarms);
    }
    found.insert(found.end(), single.begin(), single.end());
    std::ranges::copy_if(found, std::back_inserter(candidates),
                         [&](Candidate const& each) { return each.insert.starts_with(typed); });
}

void addArgument(Candidates& candidates, ArgumentSpec const& spec, Place const& place,
                 Surroundings const& surroundings) {
    RuleBook const& rules = surroundings.rules();
    switch (spec.argument) {
    case Argument::Type: return addTypes(candidates, place.typed, rules);
    case Argument::Priority: return addPriorities(candidates, place.typed);
    case Argument::Incident:
    case Argument::Into:
        return addIncidents(candidates, place.typed, place.verb->verb == Verb::Reopen, surroundings);
    case Argument::Units:
    case Argument::Unit:
    case Argument::PlusUnits: return addUnits(candidates, place, surroundings);
    case Argument::Agency: return addAgencies(candidates, place.typed, surroundings);
    case Argument::Thing:
        addUnits(candidates, place, surroundings);
        return addIncidents(candidates, place.typed, false, surroundings);
    case Argument::Verb: return addVerbs(candidates, place.typed);
    case Argument::Alarm:
        return addAlarms(candidates, place.typed, place.verb->verb == Verb::Shelve, surroundings);
    case Argument::Released:
    case Argument::Disposition:
    case Argument::Refused:
    case Argument::Unavailable:
    case Argument::Voided:
    case Argument::Target:
    case Argument::Referred:
    case Argument::Sent:
    case Argument::Checked:
    case Argument::Reopened:
    case Argument::Phase: return addCodes(candidates, spec.argument, place.typed, rules);
    case Argument::Address:
    case Argument::Text:
    case Argument::Time:
    case Argument::Phone:
    case Argument::Words:
    case Argument::Outside:
    case Argument::Length:
    case Argument::Minutes:
    case Argument::Crew:
    case Argument::PlusSkills: // behind its plus only
    case Argument::Vehicle:
    case Argument::CrewNames:
    case Argument::NewCallsign:
    case Argument::UnitKind:
    case Argument::Reason:
    case Argument::Contact:
    case Argument::Answer:
    case Argument::End:
    case Argument::Query: return;
    }
}

/// The argument at this place and, while it may be left out, those behind it.
void addArguments(Candidates& candidates, Place const& place, std::string_view before,
                  Surroundings const& surroundings) {
    auto const& specs = place.verb->arguments;
    if (before.ends_with('+') || before.ends_with("＋")) {
        if (place.verb->verb != Verb::LogOn) return addUnits(candidates, place, surroundings);
        return addCodes(candidates, Argument::PlusSkills, place.typed, surroundings.rules());
    }
    // An optional incident that was left out shifts what follows by one.
    std::size_t at = place.wordsBefore;
    if (at > 1 && at < specs.size() && specs[at - 1].presence == Presence::Optional
        && specs[at - 1].argument == Argument::Incident)
        --at;
    for (; at < specs.size(); ++at) {
        addArgument(candidates, specs[at], place, surroundings);
        if (specs[at].presence == Presence::Required) break;
    }
}

} // namespace

Completions completionsOf(std::string_view line, std::size_t cursor, Surroundings const& surroundings) {
    Completions completions;
    if (!fitsCodePoints(line, maxLineCodePoints)) return completions;
    cursor = std::min(cursor, line.size());
    while (cursor > 0 && cursor < line.size() && isContinuation(line[cursor]))
        --cursor;
    Place const place = placeOf(line, cursor);
    completions.from = place.from;
    completions.to = cursor;
    if (place.from == 0)
        addVerbs(completions.candidates, place.typed);
    else if (place.verb != nullptr)
        addArguments(completions.candidates, place, line.substr(0, place.from), surroundings);
    if (completions.candidates.size() > maxCandidates) completions.candidates.resize(maxCandidates);
    return completions;
}

} // namespace ob::core
