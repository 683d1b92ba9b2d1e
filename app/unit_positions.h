// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/change_set.h"
#include "core/ports.h"
#include "core/store/sqlite_tracks.h"
#include "net/position_frame.h"

#include <functional>
#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ob::core {
class Board;
} // namespace ob::core

namespace ob::app {

/// Where units are as far as this desk knows: the newest place of each, and thinned tracks on the disk.
/// Belongs to the desk thread.
class UnitPositions {
  public:
    struct Surroundings {
        core::AgencyIndex agency; ///< of this desk
        store::Database& database;
        core::ClockPort& clock;
        std::function<core::Board const&()> board;
    };
    explicit UnitPositions(Surroundings surroundings);

    enum class Outcome : std::uint8_t {
        Taken,
        Older,       ///< there is a newer one
        UnknownUnit, ///< not on the board
        OtherAgency, ///< its own agency says where a unit is
        OffDuty,     ///< nobody is followed home
    };
    /// A place of a unit of this agency. A time that is still to come becomes now.
    Outcome report(core::UnitId unit, core::Fix fix);
    /// From desks of that agency.
    void take(core::AgencyIndex agency, std::vector<net::TaggedFix> const& fixes);
    /// Newest; after a start what the tracks tell. Nothing when it was never known.
    std::optional<core::Fix> newest(core::UnitId unit);

    /// Of what this desk reports, for its peers.
    void onReport(std::function<void(core::UnitId, core::Fix const&)> call) { m_reported = std::move(call); }
    /// Newer places since the last call, by unit.
    std::vector<core::UnitFix> takeNews();
    bool hasNews() const { return !m_news.empty(); }

    /// Writes tracks. Throws core::StoreError and drops what waited.
    void flush() { m_tracks.flush(); }

  private:
    void keep(core::UnitId unit, core::Fix const& fix);
    core::UnitId unitOf(core::AgencyIndex agency, net::UnitTag const& tag);

    Surroundings m_around;
    store::SqliteTracks m_tracks;
    std::unordered_map<core::UnitId, std::optional<core::Fix>> m_newest; ///< nothing: none in the tracks
    std::map<core::UnitId, core::Fix> m_news;
    std::map<std::pair<core::AgencyIndex, net::UnitTag>, core::UnitId> m_units;
    std::size_t m_unitsSeen = 0; ///< on the board when m_units was made
    std::function<void(core::UnitId, core::Fix const&)> m_reported;
};

} // namespace ob::app
