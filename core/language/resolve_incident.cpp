// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/resolve.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr std::size_t minSuffix = 3;
constexpr std::size_t dayDigits = 8;

using IncidentPtr = std::shared_ptr<Incident const>;

bool isDigit(char character) { return character >= '0' && character <= '9'; }

bool endsWith(IncidentNumber number, std::string_view suffix) {
    std::string text = number.text();
    if (text.ends_with(suffix)) return true;
    std::erase(text, '-');
    return text.ends_with(suffix);
}

bool isUnfinished(Incident const& incident) {
    return incident.state == IncidentState::Open || incident.state == IncidentState::Resolved;
}

/// Newest number first, so that candidates stand in the order in which they are likely.
template<class Accept>
std::vector<IncidentPtr> matching(Board const& board, std::string_view suffix, Accept accept) {
    std::vector<IncidentPtr> found;
    for (auto const& [id, incident] : board.incidents())
        if (accept(*incident) && endsWith(incident->number, suffix)) found.push_back(incident);
    std::sort(found.begin(), found.end(), [](IncidentPtr const& a, IncidentPtr const& b) {
        return a->number != b->number ? a->number > b->number : a->id < b->id;
    });
    return found;
}

std::vector<IncidentPtr> matching(Board const& board, std::string_view suffix, Among among) {
    auto const isMerged = [](Incident const& each) { return each.state == IncidentState::Merged; };
    switch (among) {
    case Among::Finished:
        return matching(board, suffix, [](Incident const& each) {
            return each.state != IncidentState::Open && each.state != IncidentState::Merged;
        });
    case Among::Absorbed: return matching(board, suffix, isMerged);
    case Among::Open:
    case Among::Known: break;
    }
    auto found = matching(board, suffix, isUnfinished);
    if (found.empty())
        found = matching(board, suffix, [&](Incident const& each) {
            if (!isMerged(each)) return false;
            auto const survivor = board.incident(board.survivorOf(each.id));
            return survivor && isUnfinished(*survivor);
        });
    if (found.empty() && among == Among::Known)
        found = matching(board, suffix, [](Incident const&) { return true; });
    return found;
}

FoundIncident resolved(Incident const& incident, Among among, Board const& board) {
    IncidentId const survivor = board.survivorOf(incident.id);
    if (among == Among::Absorbed || survivor == incident.id) return {.id = incident.id, .absorbed = {}};
    return {.id = survivor, .absorbed = incident.number};
}

std::optional<IncidentNumber> fullNumber(std::string_view word) {
    if (auto const number = IncidentNumber::parse(word)) return number;
    if (word.size() < dayDigits + 4 || !std::all_of(word.begin(), word.end(), isDigit)) return std::nullopt;
    return IncidentNumber::parse(std::string(word.substr(0, dayDigits)) + '-'
                                 + std::string(word.substr(dayDigits)));
}

Miss missed(RefusalCode code, std::string_view word) {
    return {.refusal = {code, {std::string(word)}}, .candidates = {}};
}

Found<FoundIncident> onlyOne(std::string_view word, std::vector<IncidentPtr> const& found, Among among,
                             Surroundings const& surroundings) {
    if (found.empty()) return tl::unexpected(missed(RefusalCode::UnknownIncident, word));
    if (found.size() == 1) return resolved(*found.front(), among, surroundings.board);
    Miss miss = missed(RefusalCode::AmbiguousIncident, word);
    for (IncidentPtr const& each : found) {
        if (miss.candidates.size() == maxCandidates) break;
        miss.refusal.subjects.push_back(each->number.text());
        miss.candidates.push_back(candidateOf(*each, surroundings));
    }
    return tl::unexpected(std::move(miss));
}

} // namespace

bool looksLikeIncident(std::string_view word) {
    if (word == ".") return true;
    return !word.empty() && isDigit(word.front()) && isDigit(word.back())
           && std::all_of(word.begin(), word.end(),
                          [](char character) { return isDigit(character) || character == '-'; });
}

Found<FoundIncident> findIncident(std::string_view word, Among among, Surroundings const& surroundings) {
    Board const& board = surroundings.board;
    if (word == ".") {
        auto const selected = board.incident(surroundings.selected);
        if (!selected)
            return tl::unexpected(Miss{.refusal = {RefusalCode::NothingSelected, {}}, .candidates = {}});
        return resolved(*selected, among, board);
    }
    if (!looksLikeIncident(word) || word.size() < minSuffix)
        return tl::unexpected(Miss{.refusal = {RefusalCode::BadArgument,
                                               {std::string(nameOf(Argument::Incident)), std::string(word)}},
                                   .candidates = {}});
    if (auto const number = fullNumber(word)) {
        std::vector<IncidentPtr> found;
        for (IncidentId const id : board.incidentsNumbered(*number))
            if (auto incident = board.incident(id)) found.push_back(std::move(incident));
        return onlyOne(word, found, among, surroundings);
    }
    return onlyOne(word, matching(board, word, among), among, surroundings);
}

std::string shortNumber(Incident const& incident, Surroundings const& surroundings) {
    std::string const text = incident.number.text();
    if (!isUnfinished(incident)) return text;
    for (std::size_t length = minSuffix; length + dayDigits < text.size(); ++length) {
        std::string const suffix = text.substr(text.size() - length);
        if (matching(surroundings.board, suffix, isUnfinished).size() == 1) return suffix;
    }
    return text;
}

Candidate candidateOf(Incident const& incident, Surroundings const& surroundings) {
    Candidate candidate{.kind = CandidateKind::Incident, .insert = shortNumber(incident, surroundings)};
    candidate.incident = incident.id;
    return candidate;
}

} // namespace ob::core
