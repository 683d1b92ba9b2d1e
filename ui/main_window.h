// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rules/sop_book.h"
#include "ui/console/action_registry.h"
#include "ui/console/alarm_desk.h"
#include "ui/console/console.h"
#include "ui/console/operator_port.h"
#include "ui/console/own_layouts.h"
#include "ui/intake/draft_port.h"

#include <QMainWindow>

#include <array>
#include <functional>
#include <memory>
#include <vector>

class QDockWidget;
class QSettings;
class QToolBar;

namespace ob::core {
class TilePort;
}

namespace ob::ui {

class AlarmPanel;
class CommandBar;
class GrantPanel;
class HelpPage;
class Inbox;
class IncidentQueue;
class Inspector;
class IntakePanel;
class LayoutPage;
class LockCurtain;
class LookBackWindow;
class MapPanel;
class Palette;
class PanelHeader;
class RosterPanel;
class SignInPanel;
class TopBar;
class UnitBoard;
class UnitSheet;
class WallWindow;
enum class DutyStep : std::uint8_t;

/// What the program does for the window.
struct WindowServices {
    QSettings& settings;                       ///< layouts and looks; of this desk
    std::function<void(QString const&)> speak; ///< another language, by its name
    OperatorPort& operators;
    DraftPort& drafts;
    core::SopBook const& cards;
    SoundPort& sound;
};

/// The console: queue, map, inspector, units, inbox and the command line, in docks that go where somebody
/// wants them and come back where they were.
class MainWindow : public QMainWindow {
    Q_OBJECT
  public:
    MainWindow(Console& console, WindowServices services);
    ~MainWindow() override;

    MapPanel& map() { return *m_map; }
    /// The base map of all its maps; null: none.
    void openMap(std::shared_ptr<core::TilePort> port);
    CommandBar& commandBar() { return *m_command; }
    Inspector& inspector() { return *m_inspector; }
    IncidentQueue& queue() { return *m_queue; }
    UnitSheet& unitSheet() { return *m_sheet; }
    RosterPanel& roster() { return *m_roster; }
    GrantPanel& grants() { return *m_grants; }
    ActionRegistry& actions() { return m_actions; }
    /// 回看 in a window of its own; null when so many are open that another would only be lost among them.
    LookBackWindow* lookBackTo(core::Instant at);
    /// Null until it was opened first.
    WallWindow* wall() { return m_wall.get(); }
    void showWall(bool isShown);
    static constexpr int mostLookBacks = 6;
    /// Puts a panel into a dock of its own, closed at first.
    QDockWidget* addPanel(char const* id, QWidget* panel, QWidget* header, Qt::DockWidgetArea area);

    /// Which panels there are, and how large, for each kind of work.
    enum class Layout : std::uint8_t { Dispatcher, CallTaker, Commander, Field };
    void lay(Layout layout);
    /// As it was left; false when nothing of it could be used.
    bool restoreLayout();
    void saveLayout() const;
    /// The one that this operator has given the name; false, and nothing moves, when it cannot be had.
    bool layOwn(QString const& name);
    OwnLayouts::Answer saveOwnLayout(QString const& name);

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

  private:
    void build();
    void addActions();
    void addGoActions();
    void addViewActions();
    void buildMenu();
    void translate();
    void dress();
    void lock(bool isLocked);
    void openUnitMenu(core::UnitId unit, QPoint at);
    void openMapMenu(core::GeoPoint place, core::IncidentId incident, core::UnitId unit, QPoint at);
    void fillUnitMenu(class QMenu& menu, core::UnitId unit);
    void addDeskActions();
    void placeCurtains();
    /// What lies behind a page or curtain cannot be reached by keys either.
    void cover(bool isCovered);
    void lockDesk();
    void takeCall();
    void placeIntake();
    void takeCallAt(core::GeoPoint place);
    void askWhoItIs();
    void showAlarms();
    void raiseDistress();
    void goBack();
    void addPaneActions();
    void detach(QDockWidget& dock);
    void gatherPanes();
    void toggleSideMap();
    void addSightActions();
    void raiseDistressAgain(core::UnitId unit);
    void coverPanes(bool isCovered);
    void enlargeText(double by);
    void addUnitPanels();
    void addUnitActions();
    /// Of the selected unit.
    void openSheet();
    void openRoster();
    void openGrants();
    /// Into the place of another dock, as a tab, or into its area when that one is not there.
    void addLayoutActions();
    void nameOwnLayouts();
    WindowLayout layoutNow() const;
    void placeWindows(WindowLayout const& layout);
    bool placeGeometry(QByteArray const& geometry);
    void placeWith(QDockWidget& dock, char const* other, Qt::DockWidgetArea area);
    void closePanel(char const* id);
    void nameTabs();
    /// Of what is chosen in the roster, else of the selected unit.
    void proposeDuty(DutyStep step);

    static constexpr int layoutVersion = 1;

    Console& m_console;
    WindowServices m_services;
    ActionRegistry m_actions;
    AlarmDesk m_alarms;
    TopBar* m_top;
    MapPanel* m_map;
    IncidentQueue* m_queue;
    Inspector* m_inspector;
    UnitBoard* m_units;
    Inbox* m_inbox;
    AlarmPanel* m_alarmPanel;
    UnitSheet* m_sheet = nullptr;
    RosterPanel* m_roster = nullptr;
    GrantPanel* m_grants = nullptr;
    IntakePanel* m_intake;
    CommandBar* m_command;
    QToolBar* m_commandStrip;
    Palette* m_palette;
    HelpPage* m_help;
    OwnLayouts m_ownLayouts;
    LayoutPage* m_layoutPage = nullptr; ///< made when it is wanted first
    QStringList m_ownNames;             ///< of the operator at the desk, as the actions have them
    SignInPanel* m_signIn;
    LockCurtain* m_curtain;
    std::vector<QDockWidget*> m_docks;
    MapPanel* m_sideMap = nullptr;      ///< made when it is wanted first
    std::unique_ptr<WallWindow> m_wall; ///< as well; without a parent, so that it need not go where that goes
    std::shared_ptr<core::TilePort> m_mapPort;
    std::vector<QWidget*> m_covered; ///< windows that come back when somebody signs in
    QWidget* m_before = nullptr;     ///< had the focus before the command line
};

} // namespace ob::ui
