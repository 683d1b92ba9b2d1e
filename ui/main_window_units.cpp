// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Unit sheet, roster and dispatch grants, of ui/main_window.h.
#include "ui/main_window.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/row_pen.h"
#include "ui/panels/unit_board.h"
#include "ui/units/duty_selection.h"
#include "ui/units/grant_panel.h"
#include "ui/units/roster_panel.h"
#include "ui/units/unit_sheet.h"

#include <QApplication>
#include <QDockWidget>
#include <QTabBar>

#include <algorithm>
#include <utility>

namespace ob::ui {

using Menu = ActionRegistry::Menu;

void MainWindow::addUnitPanels() {
    m_sheet = new UnitSheet(m_console);
    m_roster = new RosterPanel(m_console);
    m_grants = new GrantPanel(m_console);
    addPanel("unit", m_sheet, m_sheet->header(), Qt::RightDockWidgetArea);
    addPanel("roster", m_roster, m_roster->header(), Qt::BottomDockWidgetArea);
    addPanel("grants", m_grants, m_grants->header(), Qt::BottomDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    for (auto* const dock : std::as_const(m_docks))
        connect(dock, &QDockWidget::visibilityChanged, this, &MainWindow::nameTabs);
    auto const open = [this](core::UnitId unit) {
        m_console.selectUnit(unit);
        openSheet();
    };
    connect(m_units, &UnitBoard::sheetWanted, this, open);
    connect(m_map, &MapPanel::sheetWanted, this, open);
    connect(m_roster, &RosterPanel::sheetWanted, this, open);
    connect(m_roster, &RosterPanel::menuWanted, this, &MainWindow::openUnitMenu);
    connect(m_sheet, &UnitSheet::left, this, [this] { closePanel("unit"); });
    connect(m_roster, &RosterPanel::left, this, [this] { closePanel("roster"); });
    connect(m_grants, &GrantPanel::left, this, [this] { closePanel("grants"); });
}

void MainWindow::addUnitActions() {
    m_actions.add({.id = "unit.sheet",
                   .menu = Menu::Unit,
                   .keys = {Qt::Key_F3},
                   .text = [] { return tr("Unit sheet"); },
                   .run = [this] { openSheet(); }});
    m_actions.add({.id = "unit.roster",
                   .menu = Menu::Unit,
                   .keys = {Qt::SHIFT | Qt::Key_F7},
                   .text = [] { return tr("Roster"); },
                   .run = [this] { openRoster(); }});
    m_actions.add({.id = "unit.grants",
                   .menu = Menu::Unit,
                   .keys = {Qt::CTRL | Qt::Key_F7},
                   .text = [] { return tr("Dispatch grants"); },
                   .run = [this] { openGrants(); }});
    m_actions.add({.id = "unit.on",
                   .menu = Menu::Unit,
                   .keys = {Qt::CTRL | Qt::Key_1},
                   .text = [] { return tr("Chosen units on duty"); },
                   .run = [this] { proposeDuty(DutyStep::On); }});
    m_actions.add({.id = "unit.available",
                   .menu = Menu::Unit,
                   .keys = {Qt::CTRL | Qt::Key_2},
                   .text = [] { return tr("Chosen units available"); },
                   .run = [this] { proposeDuty(DutyStep::Available); }});
    m_actions.add({.id = "unit.off",
                   .menu = Menu::Unit,
                   .keys = {Qt::CTRL | Qt::Key_3},
                   .text = [] { return tr("Chosen units off duty"); },
                   .run = [this] { proposeDuty(DutyStep::Off); }});
}

void MainWindow::placeWith(QDockWidget& dock, char const* other, Qt::DockWidgetArea area) {
    auto* const beside = findChild<QDockWidget*>(QLatin1StringView(other));
    if (beside->isVisible() && !beside->isFloating())
        tabifyDockWidget(beside, &dock);
    else
        addDockWidget(area, &dock);
}

/// Beside the inspector where there is room for both, else as a tab in its place. Once more closes it.
void MainWindow::openSheet() {
    auto* const dock = findChild<QDockWidget*>(QStringLiteral("unit"));
    if (dock->isVisible() && m_sheet->isAncestorOf(QApplication::focusWidget())) return closePanel("unit");
    if (dock->isHidden() && !dock->isFloating()) {
        auto* const inspector = findChild<QDockWidget*>(QStringLiteral("inspector"));
        bool const hasRoom = width() >= scaled(1700) && inspector->isVisible() && !inspector->isFloating();
        if (hasRoom)
            splitDockWidget(inspector, dock, Qt::Horizontal);
        else
            placeWith(*dock, "inspector", Qt::RightDockWidgetArea);
        dock->show();
        if (hasRoom) resizeDocks({inspector, dock}, {scaled(400), scaled(400)}, Qt::Horizontal);
    }
    dock->show();
    dock->raise();
    m_sheet->focusFirst();
}

void MainWindow::openRoster() {
    auto* const dock = findChild<QDockWidget*>(QStringLiteral("roster"));
    if (dock->isVisible() && m_roster->isAncestorOf(QApplication::focusWidget())) return closePanel("roster");
    if (dock->isHidden() && !dock->isFloating()) placeWith(*dock, "units", Qt::BottomDockWidgetArea);
    dock->show();
    dock->raise();
    if (!dock->isFloating()) resizeDocks({dock}, {height() * 45 / 100}, Qt::Vertical);
    m_roster->focusTable();
}

void MainWindow::openGrants() {
    auto* const dock = findChild<QDockWidget*>(QStringLiteral("grants"));
    if (dock->isVisible() && m_grants->isAncestorOf(QApplication::focusWidget())) return closePanel("grants");
    if (dock->isHidden() && !dock->isFloating()) placeWith(*dock, "units", Qt::BottomDockWidgetArea);
    dock->show();
    dock->raise();
    if (!dock->isFloating()) resizeDocks({dock}, {height() * 45 / 100}, Qt::Vertical);
    m_grants->focusTable();
}

/// What it shared its place with is as high as before.
void MainWindow::closePanel(char const* id) {
    auto* const dock = findChild<QDockWidget*>(QLatin1StringView(id));
    auto* const units = findChild<QDockWidget*>(QStringLiteral("units"));
    dock->hide();
    if (dockWidgetArea(dock) == Qt::BottomDockWidgetArea && units->isVisible())
        resizeDocks({units}, {std::max(scaled(180), height() * 22 / 100)}, Qt::Vertical);
    goBack();
}

/// The window makes them by itself, when docks share a place.
void MainWindow::nameTabs() {
    for (auto* const tabs : findChildren<QTabBar*>(QString(), Qt::FindDirectChildrenOnly)) {
        tabs->setAccessibleName(tr("Panels in one place"));
        tabs->setFont(panelFont(13));
    }
}

void MainWindow::proposeDuty(DutyStep step) {
    if (m_roster->isVisible() && m_roster->hasChosen()) return m_roster->propose(step);
    auto const unit = m_console.board().unit(m_console.selectedUnit());
    if (!unit) return m_console.say(Console::Tone::Refused, tr("No unit is selected."));
    auto const selection = selectedFor(step, {unit}, m_console);
    if (selection.units.empty()) return m_console.say(Console::Tone::Refused, leftOutText(selection));
    m_console.propose(lineOf(step, selection.units, {}, m_console), false);
}

} // namespace ob::ui
