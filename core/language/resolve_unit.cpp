// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/resolve.h"

#include "core/text.h"

#include <algorithm>

namespace ob::core {
namespace {

using UnitPtr = std::shared_ptr<Unit const>;

std::string_view prefixOf(AgencyIndex agency, Surroundings const& surroundings) {
    auto const* const profile = surroundings.rules().agency(agencyCode(agency, surroundings).text());
    return profile == nullptr ? std::string_view{} : std::string_view(profile->prefix);
}

void addCalled(std::vector<UnitPtr>& found, std::string_view callsign, std::optional<AgencyIndex> agency,
               Board const& board) {
    auto const called = Callsign::of(callsign);
    if (!called) return;
    for (UnitId const id : board.unitsCalled(*called)) {
        auto const unit = board.unit(id);
        if (!unit || (agency && unit->agency != *agency)) continue;
        if (std::find(found.begin(), found.end(), unit) == found.end()) found.push_back(unit);
    }
}

/// `FD-E07`: the form that nothing else can be meant by.
std::vector<UnitPtr> byAgencyCode(std::string_view word, Surroundings const& surroundings) {
    std::vector<UnitPtr> found;
    for (AgencyIndex const agency : surroundings.context.allAgencies) {
        std::string const code = foldCase(agencyCode(agency, surroundings).text() + '-');
        if (code.size() > 1 && word.size() > code.size() && foldCase(word.substr(0, code.size())) == code)
            addCalled(found, word.substr(code.size()), agency, surroundings.board);
    }
    return found;
}

std::vector<UnitPtr> byPrefixOrAlone(std::string_view word, Surroundings const& surroundings) {
    std::vector<UnitPtr> found;
    addCalled(found, word, std::nullopt, surroundings.board);
    for (AgencyIndex const agency : surroundings.context.allAgencies) {
        std::string_view const prefix = prefixOf(agency, surroundings);
        if (prefix.empty() || !word.starts_with(prefix)) continue;
        std::string_view rest = word.substr(prefix.size());
        if (rest.starts_with('-')) rest.remove_prefix(1);
        addCalled(found, rest, agency, surroundings.board);
    }
    return found;
}

/// What begins like the word, then what holds it, in the order of callsigns.
std::vector<UnitPtr> nearUnits(std::string_view word, Surroundings const& surroundings) {
    std::string const sought = foldCase(word);
    std::vector<std::pair<std::pair<int, std::string>, UnitPtr>> ranked;
    for (auto const& [id, unit] : surroundings.board.units()) {
        std::string const full = foldCase(fullCallsign(*unit, surroundings));
        std::string const callsign = foldCase(unit->callsign.text());
        if (callsign.starts_with(sought) || full.starts_with(sought))
            ranked.push_back({{0, full}, unit});
        else if (full.find(sought) != std::string::npos)
            ranked.push_back({{1, full}, unit});
    }
    std::sort(ranked.begin(), ranked.end(), [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<UnitPtr> near;
    for (auto const& [rank, unit] : ranked)
        near.push_back(unit);
    return near;
}

} // namespace

Code agencyCode(AgencyIndex agency, Surroundings const& surroundings) {
    auto const& codes = surroundings.context.agencyCodes;
    return agency.value < codes.size() ? codes[agency.value] : Code{};
}

std::string fullCallsign(Unit const& unit, Surroundings const& surroundings) {
    std::string const byPrefix = std::string(prefixOf(unit.agency, surroundings)) + unit.callsign.text();
    if (auto const found = byPrefixOrAlone(byPrefix, surroundings);
        found.size() == 1 && found.front()->id == unit.id)
        return byPrefix;
    return agencyCode(unit.agency, surroundings).text() + '-' + unit.callsign.text();
}

Found<UnitId> findUnit(std::string_view word, Surroundings const& surroundings) {
    auto found = byAgencyCode(word, surroundings);
    if (found.empty()) found = byPrefixOrAlone(word, surroundings);
    if (found.size() == 1) return found.front()->id;
    Miss miss{.refusal = {found.empty() ? RefusalCode::UnknownUnit : RefusalCode::AmbiguousUnit,
                          {std::string(word)}},
              .candidates = {}};
    bool const isAmbiguous = !found.empty();
    for (UnitPtr const& unit : isAmbiguous ? found : nearUnits(word, surroundings)) {
        if (miss.candidates.size() == maxCandidates) break;
        miss.candidates.push_back(candidateOf(*unit, surroundings));
        if (isAmbiguous) miss.refusal.subjects.push_back(miss.candidates.back().insert);
    }
    return tl::unexpected(std::move(miss));
}

Candidate candidateOf(Unit const& unit, Surroundings const& surroundings) {
    Candidate candidate{.kind = CandidateKind::Unit, .insert = fullCallsign(unit, surroundings)};
    candidate.unit = unit.id;
    return candidate;
}

} // namespace ob::core
