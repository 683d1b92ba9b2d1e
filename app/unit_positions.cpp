// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/unit_positions.h"

#include "core/board.h"

#include <algorithm>
#include <utility>

namespace ob::app {

UnitPositions::UnitPositions(Surroundings surroundings)
    : m_around(std::move(surroundings)), m_tracks(m_around.database) {}

UnitPositions::Outcome UnitPositions::report(core::UnitId id, core::Fix fix) {
    auto const unit = m_around.board().unit(id);
    if (!unit) return Outcome::UnknownUnit;
    if (unit->agency != m_around.agency) return Outcome::OtherAgency;
    if (unit->duty == core::DutyState::OffDuty) return Outcome::OffDuty;
    fix.fixedAt = std::min(fix.fixedAt, m_around.clock.now());
    auto const known = newest(id);
    if (known && fix.fixedAt < known->fixedAt) return Outcome::Older;
    keep(id, fix);
    if (m_reported) m_reported(id, fix);
    return Outcome::Taken;
}

void UnitPositions::take(core::AgencyIndex agency, std::vector<net::TaggedFix> const& fixes) {
    for (auto const& each : fixes)
        if (auto const unit = unitOf(agency, each.unit); !unit.isNil()) keep(unit, each.fix);
}

std::optional<core::Fix> UnitPositions::newest(core::UnitId unit) {
    auto const [found, isNew] = m_newest.try_emplace(unit);
    if (isNew) {
        auto const track = m_tracks.track(unit, {}, *core::Instant::ofMilliseconds(core::Instant::max), 1);
        if (!track.empty()) found->second = track.back();
    }
    return found->second;
}

std::vector<core::UnitFix> UnitPositions::takeNews() {
    std::vector<core::UnitFix> all;
    for (auto const& [unit, fix] : std::exchange(m_news, {}))
        all.push_back({unit, fix});
    return all;
}

void UnitPositions::keep(core::UnitId unit, core::Fix const& fix) {
    m_newest.insert_or_assign(unit, fix);
    m_news.insert_or_assign(unit, fix);
    m_tracks.append(unit, fix);
}

/// Nil when no unit on the board is meant.
core::UnitId UnitPositions::unitOf(core::AgencyIndex agency, net::UnitTag const& tag) {
    auto const find = [&] {
        auto const found = m_units.find({agency, tag});
        return found == m_units.end() ? core::UnitId{} : found->second;
    };
    auto const& units = m_around.board().units();
    if (auto const known = find(); !known.isNil() || units.size() == m_unitsSeen) return known;
    m_unitsSeen = units.size();
    for (auto const& [id, unit] : units)
        m_units.insert_or_assign({unit->agency, net::tagOf(id)}, id);
    return find();
}

} // namespace ob::app
