// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/map/map_view.h"

#include <QTimer>
#include <QWidget>

#include <unordered_map>
#include <vector>

namespace ob::ui {

/// The map with what is on the board. Follows and sets the one selection; a unit that is dropped on an
/// incident is proposed to be sent.
class MapPanel : public QWidget {
    Q_OBJECT
  public:
    explicit MapPanel(Console& console, QWidget* parent = nullptr);

    MapView& view() { return *m_view; }
    /// The next click gives a place instead of selecting; Esc ends it.
    void askForPlace(std::function<void(core::GeoPoint)> answer);

  Q_SIGNALS:
    void menuWanted(ob::core::GeoPoint place, ob::core::IncidentId incident, ob::core::UnitId unit,
                    QPoint globalPosition);

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void refresh();
    void showMarks();
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
    MapView* m_view;
    QTimer m_soon;
    std::unordered_map<core::StreamId, std::uint64_t> m_numbers;
    std::vector<core::StreamId> m_ids; ///< by number - 1
    std::function<void(core::GeoPoint)> m_placeAnswer;
    core::StreamId m_flownTo;
    bool m_isHome = false;
    bool m_isFollowing = false; ///< the map's selection is being set
};

} // namespace ob::ui
