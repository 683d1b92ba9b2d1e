// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/map/map_view.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <unordered_map>
#include <vector>

namespace ob::ui {

/// The map with what is on the board. Follows and sets the one selection; a unit that is dropped on an
/// incident is proposed to be sent. In a look back it offers nothing to do.
class MapPanel : public QWidget {
    Q_OBJECT
  public:
    /// On a wall nobody touches it: it selects nothing, follows no flight, and sees to it that every incident
    /// is in view.
    enum class Place : std::uint8_t { Desk, Wall };
    explicit MapPanel(Console& console, QWidget* parent = nullptr, Place place = Place::Desk);

    MapView& view() { return *m_view; }
    MapView const& view() const { return *m_view; }
    /// Begins with the view of another one.
    void startFrom(MapPanel const& other);
    /// The next click gives a place instead of selecting; Esc ends it.
    void askForPlace(std::function<void(core::GeoPoint)> answer);

  Q_SIGNALS:
    void menuWanted(ob::core::GeoPoint place, ob::core::IncidentId incident, ob::core::UnitId unit,
                    QPoint globalPosition);
    /// By a double click on it, or Enter.
    void sheetWanted(ob::core::UnitId unit);

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void refresh();
    void showMarks();
    void takeHands();
    /// Home and every incident that is not far off.
    void keepInView(std::vector<IncidentMark> const& incidents);
    /// Home is where the units are: looked at once, when the board is first known.
    void goHome(std::vector<UnitMark> const& units);
    void followSelection();
    void takeSelection();
    void fly(core::IncidentId incident, core::UnitId unit);
    void flyTo(core::GeoPoint place);
    void drop(std::uint64_t unit, std::uint64_t incident);
    void openMenu(core::GeoPoint place, std::vector<MarkKey> const& keys, QPoint at);
    std::uint64_t numberOf(core::StreamId id);
    core::StreamId idOf(MarkKey key) const;

    Console& m_console;
    Place m_place;
    MapView* m_view;
    QTimer m_soon;
    std::unordered_map<core::StreamId, std::uint64_t> m_numbers;
    std::vector<core::StreamId> m_ids; ///< by number - 1
    std::function<void(core::GeoPoint)> m_placeAnswer;
    core::StreamId m_flownTo;
    bool m_isHome = false; ///< it stays where it is
    QElapsedTimer m_sinceFirstUnit;
    std::optional<std::pair<WorldPoint, double>> m_leftAt; ///< centre and zoom when nobody had moved it
    std::optional<WorldBox> m_home;                        ///< where the units are; nothing: too few to say
    std::optional<WorldBox> m_inView;                      ///< on a wall
    bool m_isFollowing = false;                            ///< the map's selection is being set
};

} // namespace ob::ui
