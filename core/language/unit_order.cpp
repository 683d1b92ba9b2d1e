// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/unit_order.h"

#include "core/language/resolve.h"
#include "core/text.h"

#include <algorithm>
#include <compare>
#include <string>
#include <utility>

namespace ob::core {
namespace {

enum class Wanted : std::uint8_t { Any, ToSend, AtWork, AtWorkElsewhere };

Wanted wantedBy(Verb verb) {
    switch (verb) {
    case Verb::NewIncident:
    case Verb::Dispatch:
    case Verb::Plan: return Wanted::ToSend;
    case Verb::Divert: return Wanted::AtWorkElsewhere;
    case Verb::Release:
    case Verb::Acknowledge:
    case Verb::EnRoute:
    case Verb::Stage:
    case Verb::OnScene:
    case Verb::Transport:
    case Verb::AtDestination:
    case Verb::Clear:
    case Verb::Refuse:
    case Verb::Voice: return Wanted::AtWork;
    default: return Wanted::Any;
    }
}

/// Less is better. Names say what makes it worse.
struct Rank {
    bool isInside = false; ///< what was typed stands within the callsign
    bool isBusy = false;
    bool isElsewhere = false; ///< a unit at work, but not where it is asked for
    bool needsRequest = false;
    bool isOthers = false;
    bool isNotOfLead = false;
    bool isNowhere = false;
    double metres = 0;
    std::string callsign{};

    friend auto operator<=>(Rank const&, Rank const&) = default;
};

class Order {
  public:
    Order(Verb verb, Surroundings const& surroundings)
        : m_surroundings(surroundings), m_board(surroundings.board), m_wanted(wantedBy(verb)) {
        if (m_wanted != Wanted::ToSend) return;
        if (surroundings.bound)
            m_bound = *surroundings.bound;
        else if (verb != Verb::NewIncident)
            m_bound = boundForSelected();
    }

    /// By the air line, when both places are known.
    std::optional<double> metres(UnitId unit) const {
        auto const fix =
            m_bound.place && m_surroundings.fixOf ? m_surroundings.fixOf(unit) : std::optional<Fix>();
        if (!fix || m_surroundings.context.now - fix->fixedAt > m_surroundings.fixLimit) return std::nullopt;
        return distanceMetres(*m_bound.place, fix->place);
    }

    Rank rankOf(Unit const& unit, std::optional<double> metres) const {
        Rank rank{.isBusy = !m_board.isDispatchable(unit.id),
                  .isOthers = unit.agency != m_surroundings.context.agency,
                  .isNowhere = !metres,
                  .metres = metres.value_or(0)};
        if (m_wanted == Wanted::ToSend) {
            rank.needsRequest =
                m_board.dispatchGrant(unit, m_surroundings.context.agency) != DispatchGrant::Direct;
            rank.isNotOfLead = agencyCode(unit.agency, m_surroundings) != m_bound.lead;
        }
        if (m_wanted == Wanted::AtWork || m_wanted == Wanted::AtWorkElsewhere) {
            auto const active = m_board.activeAssignments(unit.id);
            bool const isThere = std::ranges::any_of(
                active, [this](auto const& each) { return each.incident == m_surroundings.selected; });
            rank.isBusy = active.empty();
            rank.isElsewhere = isThere == (m_wanted == Wanted::AtWorkElsewhere);
        }
        return rank;
    }

  private:
    Surroundings::Bound boundForSelected() const {
        auto const incident = m_board.incident(m_surroundings.selected);
        if (!incident) return {};
        return boundFor(m_surroundings.rules().findType(incident->type.text()), incident->place);
    }

    Surroundings const& m_surroundings;
    Board const& m_board;
    Wanted m_wanted;
    Surroundings::Bound m_bound{};
};

} // namespace

Surroundings::Bound boundFor(IncidentType const* type, std::optional<GeoPoint> place) {
    return {.place = place, .lead = type ? Code::of(type->leadAgency).value_or(Code()) : Code()};
}

std::vector<Candidate> unitsFor(Verb verb, std::string_view typed, Surroundings const& surroundings) {
    Order const order(verb, surroundings);
    std::string const sought = foldCase(typed);
    struct Ranked {
        Rank rank;
        std::shared_ptr<Unit const> unit;
    };
    std::vector<Ranked> ranked;
    for (auto const& [id, unit] : surroundings.board.units()) {
        std::string full = foldCase(fullCallsign(*unit, surroundings));
        std::string const coded =
            foldCase(agencyCode(unit->agency, surroundings).text() + '-' + unit->callsign.text());
        bool const begins = full.starts_with(sought) || coded.starts_with(sought)
                            || foldCase(unit->callsign.text()).starts_with(sought);
        if (!begins && full.find(sought) == std::string::npos) continue;
        Rank rank = order.rankOf(*unit, order.metres(id));
        rank.isInside = !begins;
        rank.callsign = std::move(full);
        ranked.push_back({std::move(rank), unit});
    }
    auto const shown = std::min(ranked.size(), maxCandidates);
    std::ranges::partial_sort(ranked, ranked.begin() + static_cast<std::ptrdiff_t>(shown), {}, &Ranked::rank);
    std::vector<Candidate> candidates;
    for (std::size_t at = 0; at < shown; ++at) {
        Candidate candidate = candidateOf(*ranked[at].unit, surroundings);
        if (!ranked[at].rank.isNowhere) candidate.metres = ranked[at].rank.metres;
        candidates.push_back(std::move(candidate));
    }
    return candidates;
}

} // namespace ob::core
