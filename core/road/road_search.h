// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/road/bucket_queue.h"
#include "core/road/road_graph.h"
#include "core/road/road_index.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace ob::core {

/// Segments that nobody drives now, by number; empty: none is closed. Who stands on one may leave it, and a
/// place on one is reached along it.
using RoadClosures = std::vector<bool>;

/// Shortest times over one graph. Keeps its memory between searches, so one thread owns one.
class RoadSearch {
  public:
    explicit RoadSearch(std::shared_ptr<RoadGraph const> graph);

    void close(RoadClosures closures) { m_closures = std::move(closures); }

    struct Arrival {
        std::size_t from; ///< index
        std::uint32_t milliseconds;
    };
    /// Who is there first, at most so many, in order (ties by index). Places without a way are left out. One
    /// search from the place backwards, which ends when so many are known.
    std::vector<Arrival> first(RoadSpot const& to, std::span<RoadSpot const> from, std::size_t count);

    /// A stretch of one segment, driven from one part of its length to another.
    struct Leg {
        std::uint32_t segment;
        double from;
        double to;
    };
    struct Route {
        std::uint32_t milliseconds = 0;
        std::vector<Leg> legs;
    };
    std::optional<Route> route(RoadSpot const& from, RoadSpot const& to);

    /// All stretches that are reached from a place in the time.
    std::vector<Leg> within(RoadSpot const& from, std::uint32_t milliseconds);

  private:
    /// Set in `Label::next` when the arc ends at the place itself.
    static constexpr std::uint32_t isLast = 0x8000'0000;
    /// Farther than a day is not reached.
    static constexpr std::uint32_t farthest = 86'400'000;

    struct Start {
        std::uint32_t state;
        std::uint32_t milliseconds;
        std::uint32_t arc;
    };
    struct Waiting {
        std::uint32_t from;
        std::uint32_t rest; ///< milliseconds to the state
        std::uint32_t next; ///< of the same state
    };
    void begin();
    void relax(std::uint32_t state, std::uint32_t milliseconds, std::uint32_t arc);
    bool isClosed(std::uint32_t segment) const { return segment < m_closures.size() && m_closures[segment]; }
    void seed(RoadSpot const& to);
    std::vector<Start> starts(RoadSpot const& from) const;
    /// Along the segment that both are on, without leaving it.
    std::optional<std::uint32_t> direct(RoadSpot const& from, RoadSpot const& to) const;

    std::shared_ptr<RoadGraph const> m_graph;
    RoadClosures m_closures;
    BucketQueue m_queue;
    std::uint32_t m_turn = 0;
    /// What is known of a state, together in memory as it is asked together.
    struct Label {
        std::uint32_t seen = 0; ///< turn in which the other two were set
        std::uint32_t time = 0;
        std::uint32_t next = 0; ///< number of the arc to drive
        std::uint32_t waitSeen = 0;
    };
    std::vector<Label> m_labels;
    std::vector<std::uint32_t> m_firstWaiting;
    std::vector<Waiting> m_waiting;
};

/// The legs as one line on the ground, and its length.
std::vector<GeoPoint> lineOf(RoadNetwork const& roads, std::span<RoadSearch::Leg const> legs);
double metresOf(RoadNetwork const& roads, std::span<RoadSearch::Leg const> legs);

} // namespace ob::core
