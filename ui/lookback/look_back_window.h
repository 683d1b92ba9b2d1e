// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/action_registry.h"
#include "ui/console/alarm_desk.h"
#include "ui/lookback/look_back.h"

#include <QWidget>

#include <memory>

class QLabel;
class QSplitter;
class QStackedLayout;

namespace ob::core {
class TilePort;
}

namespace ob::ui {

class IncidentQueue;
class Inspector;
class LookBackBar;
class MapPanel;
class TopBar;
class UnitBoard;

/// 回看 hh:mm: a window of its own with amber stripes around it, where nothing can be done to the board.
/// Alarms, links and the clock in its top line are those of now. Deletes itself when it is closed.
class LookBackWindow : public QWidget {
    Q_OBJECT
  public:
    /// `live` and `alarms` outlive it.
    LookBackWindow(Console& live, AlarmDesk const& alarms, core::Instant at, QWidget* parent);
    ~LookBackWindow() override;

    LookBack& look() { return m_look; }
    LookBackBar& bar() { return *m_bar; }
    MapPanel& map() { return *m_map; }
    IncidentQueue& queue() { return *m_queue; }
    Inspector& inspector() { return *m_inspector; }
    ActionRegistry& actions() { return m_actions; }
    void openMap(std::shared_ptr<core::TilePort> port);
    /// Nothing of it is outstanding, for a picture.
    bool isSettled() const;

  Q_SIGNALS:
    void alarmsWanted();
    /// Somebody calls for help: that goes through the console. The unit that is selected here, or nil.
    void distressWanted(ob::core::UnitId unit);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    void arrange();
    void addActions();
    void translate();
    void follow();

    Console& m_live;
    LookBack m_look;
    ActionRegistry m_actions;
    TopBar* m_top;
    LookBackBar* m_bar;
    QStackedLayout* m_room; ///< what it shows, or that it is not there yet
    QLabel* m_waiting;
    QSplitter* m_rows;
    QSplitter* m_columns;
    IncidentQueue* m_queue;
    MapPanel* m_map;
    Inspector* m_inspector;
    UnitBoard* m_units;
    bool m_isArranged = false; ///< by hand
};

} // namespace ob::ui
