// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window.h"

#include "ui/command_line/command_bar.h"
#include "ui/command_line/palette.h"
#include "ui/console/unit_standing.h"
#include "ui/console/unit_steps.h"
#include "ui/dialogs/help_page.h"
#include "ui/panels/alarm_panel.h"
#include "ui/panels/inbox.h"
#include "ui/panels/incident_queue.h"
#include "ui/panels/inspector.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/panels/top_bar.h"
#include "ui/panels/unit_board.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

#include <QApplication>
#include <QDockWidget>
#include <QListView>
#include <QMenu>
#include <QToolButton>

namespace ob::ui {

using Menu = ActionRegistry::Menu;

namespace {

/// Puts one panel into a window of its own.
bool isOfPanel(QAction const& action) {
    QString const id = action.objectName();
    return id.startsWith(u"pane.") && id != u"pane.map" && id != u"pane.gather";
}

} // namespace

void MainWindow::addActions() {
    m_actions.add({.id = "incident.new",
                   .menu = Menu::Incident,
                   .keys = {Qt::CTRL | Qt::Key_N},
                   .text = [] { return tr("Take a call"); },
                   .run = [this] { takeCall(); }});
    m_actions.add({.id = "incident.note",
                   .menu = Menu::Incident,
                   .keys = {Qt::CTRL | Qt::Key_M},
                   .text = [] { return tr("Add a note"); },
                   .run = [this] { m_inspector->focusNote(); }});
    m_actions.add({.id = "incident.dispatch",
                   .menu = Menu::Incident,
                   .keys = {Qt::CTRL | Qt::Key_D},
                   .text = [] { return tr("Dispatch units…"); },
                   .run =
                       [this] {
                           auto const incident = m_console.board().incident(m_console.selectedIncident());
                           m_console.propose(incident ? dispatchLine({}, *incident) : QStringLiteral("D "),
                                             false);
                       }});
    m_actions.add({.id = "incident.close",
                   .menu = Menu::Incident,
                   .keys = {},
                   .text = [] { return tr("Close the incident…"); },
                   .run = [this] { m_console.propose(QStringLiteral("CLOSE . "), false); }});
    m_actions.add({.id = "incident.fly",
                   .menu = Menu::Incident,
                   .keys = {Qt::CTRL | Qt::Key_G},
                   .text = [] { return tr("Show on the map, and back"); },
                   .run =
                       [this] {
                           if (!m_console.selectedIncident().isNil())
                               m_console.flyTo(m_console.selectedIncident());
                       }});
    m_actions.add({.id = "unit.distress",
                   .menu = Menu::Unit,
                   .keys = {Qt::CTRL | Qt::Key_F12},
                   .text = [] { return tr("Distress of the selected unit"); },
                   .run = [this] { raiseDistress(); }});
    addUnitActions();
    addGoActions();
    addViewActions();
    m_actions.add({.id = "help.verbs",
                   .menu = Menu::Help,
                   .keys = {Qt::Key_F1},
                   .text = [] { return tr("Verbs and shortcuts"); },
                   .run = [this] { m_help->open(std::optional<core::Verb>()); }});
    addPaneActions();
    addSightActions();
    addDeskActions();
}

void MainWindow::addDeskActions() {
    m_actions.add({.id = "desk.lock",
                   .menu = Menu::Desk,
                   .keys = {Qt::CTRL | Qt::Key_L},
                   .text = [] { return tr("Lock"); },
                   .run = [this] { lockDesk(); }});
    m_actions.add({.id = "desk.operator",
                   .menu = Menu::Desk,
                   .keys = {},
                   .text = [] { return tr("Another operator"); },
                   .run = [this] { askWhoItIs(); }});
    m_actions.add({.id = "desk.silence",
                   .menu = Menu::Desk,
                   .keys = {Qt::Key_F9},
                   .text = [] { return tr("Silence the next alarm"); },
                   .run = [this] { m_alarmPanel->acknowledgeNext(); }});
    m_actions.add({.id = "desk.shelve",
                   .menu = Menu::Desk,
                   .keys = {},
                   .text = [] { return tr("Shelve an alarm…"); },
                   .run = [this] { m_console.propose(QStringLiteral("SHV "), false); }});
    m_actions.add({.id = "desk.alarms",
                   .menu = Menu::Desk,
                   .keys = {Qt::SHIFT | Qt::Key_F9},
                   .text = [] { return tr("Alarms"); },
                   .run = [this] { showAlarms(); }});
    m_actions.add({.id = "desk.quit",
                   .menu = Menu::Desk,
                   .keys = {Qt::CTRL | Qt::Key_Q},
                   .text = [] { return tr("End this desk"); },
                   .run = [this] { close(); }});
}

void MainWindow::addGoActions() {
    m_actions.add({.id = "go.palette",
                   .menu = Menu::Go,
                   .keys = {Qt::CTRL | Qt::Key_K},
                   .text = [] { return tr("Search everything"); },
                   .run = [this] { m_palette->open(); }});
    m_actions.add({.id = "go.command",
                   .menu = Menu::Go,
                   .keys = {Qt::Key_F2, Qt::Key_Slash},
                   .text = [] { return tr("Command line"); },
                   .run = [this] { m_command->focusLine(); }});
    m_actions.add({.id = "go.queue",
                   .menu = Menu::Go,
                   .keys = {Qt::Key_F4},
                   .text = [] { return tr("Incidents"); },
                   .run = [this] { m_queue->list()->setFocus(Qt::ShortcutFocusReason); }});
    m_actions.add({.id = "go.filter",
                   .menu = Menu::Go,
                   .keys = {Qt::CTRL | Qt::Key_F},
                   .text = [] { return tr("Filter incidents"); },
                   .run = [this] { m_queue->focusFilter(); }});
    m_actions.add({.id = "go.map",
                   .menu = Menu::Go,
                   .keys = {Qt::Key_F5},
                   .text = [] { return tr("Map"); },
                   .run = [this] { m_map->view().setFocus(Qt::ShortcutFocusReason); }});
    m_actions.add({.id = "go.units",
                   .menu = Menu::Go,
                   .keys = {Qt::Key_F7},
                   .text = [] { return tr("Units"); },
                   .run = [this] { m_units->focusFirst(); }});
    m_actions.add({.id = "go.next",
                   .menu = Menu::Go,
                   .keys = {Qt::CTRL | Qt::Key_Space, Qt::Key_F8},
                   .text = [] { return tr("Next thing to do"); },
                   .run = [this] { m_inbox->openNext(); }});
}

void MainWindow::addViewActions() {
    auto const layout = [this](char const* id, Layout which, auto text) {
        m_actions.add(
            {.id = id, .menu = Menu::View, .keys = {}, .text = text, .run = [this, which] { lay(which); }});
    };
    m_actions.add(
        {.id = "view.theme",
         .menu = Menu::View,
         .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_D},
         .text = [] { return tr("Day or night"); },
         .run = [this] { m_console.use(m_console.theme() == Theme::Day ? Theme::Night : Theme::Day); }});
    m_actions.add({.id = "view.language",
                   .menu = Menu::View,
                   .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_L},
                   .text =
                       [] {
                           return currentLanguage() == Language::Chinese ? QStringLiteral("English")
                                                                         : QStringLiteral("中文");
                       },
                   .run =
                       [this] {
                           m_services.speak(currentLanguage() == Language::Chinese ? QStringLiteral("en")
                                                                                   : QStringLiteral("zh_CN"));
                       }});
    m_actions.add({.id = "view.larger",
                   .menu = Menu::View,
                   .keys = {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
                   .text = [] { return tr("Larger text"); },
                   .run = [this] { enlargeText(0.125); }});
    m_actions.add({.id = "view.smaller",
                   .menu = Menu::View,
                   .keys = {Qt::CTRL | Qt::Key_Minus},
                   .text = [] { return tr("Smaller text"); },
                   .run = [this] { enlargeText(-0.125); }});
    layout("view.dispatcher", Layout::Dispatcher, [] { return tr("Layout: dispatcher (reset)"); });
    layout("view.calltaker", Layout::CallTaker, [] { return tr("Layout: call-taker"); });
    layout("view.commander", Layout::Commander, [] { return tr("Layout: commander"); });
    layout("view.field", Layout::Field, [] { return tr("Layout: field"); });
    addLayoutActions();
    auto* const locked = m_actions.add({.id = "view.lock",
                                        .menu = Menu::View,
                                        .keys = {},
                                        .text = [] { return tr("Lock panels"); },
                                        .run = [] {},
                                        .isCheckable = true});
    connect(locked, &QAction::toggled, this, &MainWindow::lock);
    m_actions.add({.id = "view.full",
                   .menu = Menu::View,
                   .keys = {Qt::Key_F11},
                   .text = [] { return tr("Full screen"); },
                   .run = [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }});
}

void MainWindow::buildMenu() {
    auto* const button = m_top->menuButton();
    delete button->menu();
    auto* const menu = new QMenu(button);
    for (auto const part :
         {Menu::Incident, Menu::Unit, Menu::Go, Menu::View, Menu::Window, Menu::Desk, Menu::Help}) {
        auto const actions = m_actions.of(part);
        if (actions.empty()) continue;
        auto* const under = menu->addMenu(ActionRegistry::nameOf(part));
        if (part == Menu::Window) {
            // Nine that differ in a word would be taller than a low screen.
            auto* const panes = under->addMenu(tr("Panels in windows of their own"));
            for (auto* const action : actions)
                (isOfPanel(*action) ? panes : under)->addAction(action);
        } else {
            under->addActions({actions.begin(), actions.end()});
        }
        if (part != Menu::Window) continue;
        under->addSeparator();
        for (auto* const dock : m_docks)
            under->addAction(dock->toggleViewAction());
    }
    button->setMenu(menu);
}

void MainWindow::raiseDistress() {
    auto const unit = m_console.board().unit(m_console.selectedUnit());
    if (!unit) return m_console.propose(QStringLiteral("EMG "), false);
    m_console.propose(QStringLiteral("EMG ") + typedCallsign(*unit, m_console), true);
}

void MainWindow::fillUnitMenu(QMenu& menu, core::UnitId id) {
    auto const unit = m_console.board().unit(id);
    if (!unit) return;
    menu.addSection(unitName(*unit, m_console.wording()));
    std::optional<UnitStep::Kind> before;
    for (auto const& step : stepsOf(*unit, m_console)) {
        if (before && *before != step.kind) menu.addSeparator();
        before = step.kind;
        menu.addAction(step.words, this, [this, step] { m_console.propose(step.line, step.isSent); });
    }
    menu.addSeparator();
    menu.addAction(tr("Unit sheet"), this, [this, id] {
        m_console.selectUnit(id);
        openSheet();
    });
    menu.addAction(tr("Show on the map"), this, [this, id] { m_console.flyToUnit(id); });
}

void MainWindow::openUnitMenu(core::UnitId unit, QPoint at) {
    QMenu menu;
    fillUnitMenu(menu, unit);
    menu.exec(at);
}

void MainWindow::openMapMenu(core::GeoPoint place, core::IncidentId incident, core::UnitId unit, QPoint at) {
    QMenu menu;
    if (!unit.isNil()) fillUnitMenu(menu, unit);
    if (auto const known = m_console.board().incident(incident)) {
        menu.addSection(spokenNumber(known->number));
        menu.addAction(tr("Select"), this, [this, incident] { m_console.selectIncident(incident); });
    }
    menu.addSeparator();
    menu.addAction(tr("New call here"), this, [this, place] { takeCallAt(place); });
    menu.exec(at);
}

} // namespace ob::ui
