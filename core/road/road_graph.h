// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/road_network.h"
#include "core/road/drive_profile.h"

#include <memory>
#include <span>
#include <vector>

namespace ob::core {

/// A way to drive from one state to another along a segment.
struct DriveArc {
    std::uint32_t tail = 0;
    std::uint32_t head = 0;
    std::uint32_t milliseconds = 0;
    std::uint32_t segment = 0;
    bool isReversed = false;
};

/// The roads as one profile drives them, in compressed sparse rows both ways. A state is a node; a node with
/// banned turns has one more state for each segment from which not all turns are allowed, so that a search
/// knows of states only. Made once, then the same for any number of threads.
class RoadGraph {
  public:
    RoadGraph(std::shared_ptr<RoadNetwork const> roads, DriveProfile profile);

    RoadNetwork const& roads() const { return *m_roads; }
    DriveProfile profile() const { return m_profile; }
    std::size_t stateCount() const { return m_firstOut.size() - 1; }
    std::span<DriveArc const> arcs() const { return m_arcs; }
    /// Out of a state.
    std::span<DriveArc const> arcsFrom(std::uint32_t state) const {
        return {m_arcs.data() + m_firstOut[state], m_arcs.data() + m_firstOut[state + 1]};
    }
    /// What a search towards a place reads: whence, how long, and the number of the arc.
    struct InArc {
        std::uint32_t tail;
        std::uint32_t milliseconds;
        std::uint32_t segment;
        std::uint32_t arc;
    };
    std::span<InArc const> arcsTo(std::uint32_t state) const {
        return {m_in.data() + m_firstIn[state], m_in.data() + m_firstIn[state + 1]};
    }
    /// Numbers of the arcs along a segment; several for one direction when it leaves a node with banned
    /// turns.
    std::span<std::uint32_t const> arcsAlong(std::uint32_t segment) const {
        return {m_along.data() + m_firstAlong[segment], m_along.data() + m_firstAlong[segment + 1]};
    }
    bool isUsable(std::uint32_t segment) const { return m_firstAlong[segment] != m_firstAlong[segment + 1]; }

  private:
    std::shared_ptr<RoadNetwork const> m_roads;
    DriveProfile m_profile;
    std::vector<std::uint32_t> m_firstOut, m_firstIn, m_firstAlong, m_along;
    std::vector<DriveArc> m_arcs; ///< by tail
    std::vector<InArc> m_in;
};

} // namespace ob::core
