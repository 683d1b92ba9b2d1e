// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/action_registry.h"
#include "ui/console/console.h"

#include <QWidget>

#include <memory>

class QScreen;
class QSettings;

namespace ob::core {
class TilePort;
}

namespace ob::ui {

class MapPanel;
class WallHead;
class WallQueue;
class WallUnits;

/// Where a wall goes, by the names of the screens: where it stood, else beside the console, else to it.
QString wallScreen(QStringList const& screens, QString const& home, QString const& remembered);

/// 大屏: the board for a room, read from five metres away. No command line, nothing personal, nothing that
/// takes the focus; so it stays in sight while the desk is locked. F11 fills the screen, Esc closes it.
class WallWindow : public QWidget {
    Q_OBJECT
  public:
    /// Both outlive it. `console` is the window whose screen is left to the console.
    WallWindow(Console& board, QSettings& settings, QWidget const& console);

    MapPanel& map() { return *m_map; }
    WallQueue& queue() { return *m_queue; }
    ActionRegistry& actions() { return m_actions; }
    void openMap(std::shared_ptr<core::TilePort> port);
    /// Shows it on its screen: the whole of it where that is not the console's.
    void stand();

  protected:
    void resizeEvent(QResizeEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void addActions();
    void translate();
    void follow();
    void remember();
    QScreen* chosenScreen() const;
    void turnFull();

    Console& m_board;
    QSettings& m_settings;
    QWidget const& m_console;
    ActionRegistry m_actions;
    WallHead* m_head;
    MapPanel* m_map;
    WallQueue* m_queue;
    WallUnits* m_units;
};

} // namespace ob::ui
