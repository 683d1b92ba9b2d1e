// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/duplicates.h"

#include "core/text.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr std::string_view houseNumberMark = "号";

bool isSameKind(Code const& first, Code const& second, RuleBook const& rules) {
    if (first == second || second.isEmpty()) return true;
    auto const* const a = rules.type(first.text());
    auto const* const b = rules.type(second.text());
    return a != nullptr && b != nullptr && a->category == b->category;
}

bool mayStillBeReported(Incident const& incident, Instant now) {
    switch (incident.state) {
    case IncidentState::Open: return true;
    case IncidentState::Resolved:
    case IncidentState::Closed:
    case IncidentState::Referred: return incident.openedAt + duplicateAge >= now;
    case IncidentState::Merged:
    case IncidentState::Voided: return false;
    }
    return false;
}

} // namespace

std::string addressKey(std::string_view address) {
    std::string text = normalise(address);
    if (text.ends_with(houseNumberMark)) text.resize(text.size() - houseNumberMark.size());
    return segment(text);
}

bool isSameAddress(std::string_view first, std::string_view second) {
    std::string const key = addressKey(first);
    return !key.empty() && key == addressKey(second);
}

std::vector<DuplicateFound> possibleDuplicates(ReportedPlace const& reported, Board const& board,
                                               RuleBook const& rules, Instant now) {
    std::vector<DuplicateFound> found;
    for (auto const& [id, incident] : board.incidents()) {
        if (!mayStillBeReported(*incident, now) || !isSameKind(incident->type, reported.type, rules))
            continue;
        std::optional<double> metres;
        if (incident->place && reported.place) metres = distanceMetres(*incident->place, *reported.place);
        if ((metres && *metres <= duplicateMetres)
            || (incident->address && isSameAddress(*incident->address, reported.address)))
            found.push_back({.incident = incident, .age = now - incident->openedAt, .metres = metres});
    }
    std::sort(found.begin(), found.end(), [](DuplicateFound const& a, DuplicateFound const& b) {
        return a.age != b.age ? a.age < b.age : a.incident->id < b.incident->id;
    });
    if (found.size() > maxDuplicates) found.resize(maxDuplicates);
    return found;
}

} // namespace ob::core
