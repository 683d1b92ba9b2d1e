// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/camera.h"
#include "ui/map/display_list.h"
#include "ui/map/incident_squares.h"
#include "ui/map/mark_atlas.h"
#include "ui/map/mark_labels.h"
#include "ui/map/mark_room.h"
#include "ui/map/marks.h"
#include "ui/map/occupancy.h"
#include "ui/map/unit_cells.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace ob::ui {

/// A mark as it stands in the frame, or a group of them.
struct MarkHit {
    MarkKey key;
    QPoint at;      ///< logical pixels
    int reach = 12; ///< logical pixels around it
    int group = 0;  ///< so many units or incidents as one; 0: this is a single mark
};

struct MarkCounts {
    std::size_t unitsInView = 0;
    std::size_t units = 0;
    std::size_t incidentsInView = 0;
    std::size_t incidents = 0;
    std::size_t unitsAsSymbols = 0;
    std::size_t unitsAsDots = 0;
    std::size_t unitsInGroups = 0;
    std::size_t incidentsInGroups = 0; ///< with the one that stands for them
    friend bool operator==(MarkCounts const&, MarkCounts const&) = default;
};

/// Marks spread out around the place where they lie on each other.
struct Spider {
    WorldPoint middle;
    std::vector<MarkKey> keys;

    static constexpr std::size_t most = 24;
    /// Logical pixels from the middle.
    QPointF offsetOf(std::size_t index) const;
};

/// Units, incidents, facilities and what joins them. Selected, assigned and calling units are always full
/// symbols; of the others as many as can be told apart; each of the rest is a dot or counted in a group. Of
/// hundreds of incidents the first in each place stands for those around it, and says how many.
class MarkLayer {
  public:
    void show(MarkLists lists);
    MarkLists const& lists() const { return m_lists; }
    void select(std::set<MarkKey> keys);
    std::set<MarkKey> const& selection() const { return m_selection; }
    void crowd(Crowding crowding) { m_crowding = crowding; }
    void spread(std::optional<Spider> spider) { m_spider = std::move(spider); }
    std::optional<Spider> const& spider() const { return m_spider; }

    /// Finds out what stands where; the lists that are appended then hold until the next call.
    void arrange(Camera const& camera, MarkAtlas const& atlas);
    /// Then: writes names beside the marks, clear of what lies on the glass (logical pixels).
    void nameMarks(std::vector<QRectF> const& glass);
    void appendShapes(DisplayList& list) const;
    void appendMarks(DisplayList& list) const;
    /// What marks and their labels cover, device pixels.
    Occupancy const& taken() const { return m_taken; }
    MarkCounts const& counts() const { return m_counts; }
    std::vector<MarkHit> const& hits() const { return m_hits; } ///< topmost last

    /// The topmost mark within its reach; logical pixels.
    std::optional<MarkHit> hitAt(QPointF point) const;
    /// Single marks that lie on each other there.
    std::vector<MarkHit> hitsAt(QPointF point) const;
    std::optional<WorldPoint> placeOf(MarkKey key) const;
    /// What to call a mark: callsign, number or name.
    QString nameOf(MarkKey key) const;
    /// The same as a sentence, with its state.
    QString spokenName(MarkKey key) const;

  private:
    struct Line {
        std::vector<QPointF> points;
        bool isUndelivered = false;
    };
    /// From the place of a mark to where it stands.
    struct Leg {
        QPointF from;
        QPointF to;
    };

    MarkLists m_lists;
    std::set<MarkKey> m_selection;
    std::optional<Spider> m_spider;
    Crowding m_crowding = Crowding::Groups;

    std::vector<std::uint32_t> m_incidentOrder; ///< lowest priority first
    std::vector<AssignmentMark> m_byUnit;       ///< sorted by unit
    std::uint64_t m_assignedBits = 0;           ///< quick "surely not in m_byUnit"
    std::uint64_t m_selectedBits = 0;

    std::vector<Stamp> m_stamps;
    std::vector<QPoint> m_dots;
    std::vector<MarkHit> m_hits;
    std::vector<Line> m_lines;
    std::vector<Leg> m_legs;
    std::vector<OrdinaryUnit> m_ordinary;
    std::vector<OrdinaryUnit> m_special;
    std::vector<OrdinaryUnit> m_ordinaryStands; ///< symbols, where they stand
    std::vector<PlacedIncident> m_incidents;    ///< topmost last, where they stand
    std::map<MarkKey, QPoint> m_moved;          ///< who stands beside its place
    MarkRoom m_room;
    std::vector<std::pair<std::uint64_t, WorldPoint>> m_assignedPlaces;
    UnitCells m_cells;
    MarkLabels m_labels;
    Occupancy m_taken{QSize(1, 1), 4};
    MarkCounts m_counts;
    Camera m_camera;
    QSize m_frame;      ///< device pixels
    double m_scale = 1; ///< device pixels across the world
    QPointF m_origin;   ///< where the world's corner lies
    MarkAtlas const* m_atlas = nullptr;

    QPoint deviceOf(WorldPoint place) const;
    QPoint deviceOf(MarkKey key, WorldPoint place) const;
    QPoint standFor(MarkKey key, QPoint place, int room);
    QPoint standOf(MarkKey key, WorldPoint place) const;
    bool isSpread(MarkKey key) const;
    bool isInView(QPoint at, int margin) const;
    bool isSelected(MarkKey key) const;
    void stamp(Sprite const& sprite, QPoint at, std::optional<MarkKey> key, int reach);
    void arrangeFacilities();
    void arrangeUnits();
    void sortOutUnits();
    void standUnits();
    void stampUnit(OrdinaryUnit const& unit);
    void stampGroup(UnitGroup const& group);
    MarkSquares::Ground ground() const;
    bool mayGroup() const;
    void arrangeIncidents();
    void stampIncident(PlacedIncident const& shown);
    void stampIncidents();
    void arrangeLines();
    void arrangeLegs();
    void wishUnitLabel(UnitMark const& unit, QPoint at, int rank);
};

} // namespace ob::ui
