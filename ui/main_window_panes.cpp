// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Panels in windows of their own, and the second map, of ui/main_window.h.
#include "ui/console/drill_frame.h"
#include "ui/lookback/look_back_window.h"
#include "ui/main_window.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/wall/wall_window.h"

#include <QApplication>
#include <QDockWidget>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

using Menu = ActionRegistry::Menu;

/// Another screen than that of the window, when there is one.
QScreen const* otherScreen(QWidget const& window) {
    auto const screens = QGuiApplication::screens();
    auto const other = std::ranges::find_if(screens, [&](auto* screen) { return screen != window.screen(); });
    return other == screens.end() ? window.screen() : *other;
}

/// Enough of it that a hand can take it: its upper edge, on a screen that is there.
bool isInReach(QRect const& frame) {
    return std::ranges::any_of(QGuiApplication::screens(), [&](auto const* screen) {
        QRect const seen = screen->availableGeometry() & QRect(frame.topLeft(), QSize(frame.width(), 40));
        return seen.width() >= std::min(120, frame.width()) && seen.height() >= 20;
    });
}

} // namespace

void MainWindow::openMap(std::shared_ptr<core::TilePort> port) {
    m_mapPort = std::move(port);
    m_map->view().openMap(m_mapPort);
    if (m_sideMap != nullptr) m_sideMap->view().openMap(m_mapPort);
    if (m_wall) m_wall->openMap(m_mapPort);
    for (auto* const look : findChildren<LookBackWindow*>())
        look->openMap(m_mapPort);
}

void MainWindow::addPaneActions() {
    std::pair<char const*, char const*> const panes[] = {
        {"pane.queue", "queue"}, {"pane.inspector", "inspector"}, {"pane.units", "units"},
        {"pane.inbox", "inbox"}, {"pane.alarms", "alarms"},       {"pane.intake", "intake"},
        {"pane.unit", "unit"},   {"pane.roster", "roster"},       {"pane.grants", "grants"}};
    for (auto const& [id, name] : panes) {
        auto* const dock = findChild<QDockWidget*>(QLatin1StringView(name));
        connect(dock, &QDockWidget::topLevelChanged, this, [this] { m_actions.translate(); });
        m_actions.add({.id = id,
                       .menu = Menu::Window,
                       .keys = {},
                       .text =
                           [dock] {
                               return dock->isFloating()
                                          ? tr("Back into the console: %1").arg(dock->windowTitle())
                                          : tr("In a window of its own: %1").arg(dock->windowTitle());
                           },
                       .run = [this, dock] { detach(*dock); }});
    }
    m_actions.add({.id = "pane.map",
                   .menu = Menu::Window,
                   .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_M},
                   .text = [] { return tr("Second map"); },
                   .run = [this] { toggleSideMap(); }});
    m_actions.add({.id = "pane.gather",
                   .menu = Menu::Window,
                   .keys = {},
                   .text = [] { return tr("Bring lost windows here"); },
                   .run = [this] { gatherPanes(); }});
    // After the window system has moved what it moves by itself.
    connect(qApp, &QGuiApplication::screenRemoved, this,
            [this] { QTimer::singleShot(0, this, &MainWindow::gatherPanes); });
}

/// In a window of its own, on another screen when there is one; once more brings it back.
void MainWindow::detach(QDockWidget& dock) {
    if (dock.isFloating()) {
        dock.setFloating(false);
        return dock.show();
    }
    QScreen const* const screen = otherScreen(*this);
    QRect const room = screen->availableGeometry();
    bool const isOther = screen != this->screen();
    QSize const size =
        isOther
            ? room.size() * 2 / 3
            : dock.widget()->sizeHint().expandedTo({scaled(420), scaled(360)}).boundedTo(room.size() * 2 / 3);
    dock.setFloating(true);
    dock.resize(size);
    QPoint const shift = isOther ? QPoint() : QPoint(room.width() / 12, room.height() / 12);
    dock.move(room.center() - QPoint(size.width() / 2, size.height() / 2) + shift);
    dock.show();
    dock.raise();
}

/// What a screen took with it when it went comes to where the window is.
void MainWindow::gatherPanes() {
    QRect const home = screen()->availableGeometry();
    auto const gather = [&](QWidget& window) {
        if (!window.isVisible() || !window.isWindow() || isInReach(window.frameGeometry())) return;
        window.resize(window.size().boundedTo(home.size()));
        window.move(home.center() - QPoint(window.width() / 2, window.height() / 2));
    };
    for (auto* const dock : std::as_const(m_docks))
        gather(*dock);
    if (m_sideMap != nullptr) gather(*m_sideMap);
    for (auto* const look : findChildren<LookBackWindow*>())
        gather(*look);
    if (!isInReach(frameGeometry())) move(home.topLeft());
}

/// Beside the first one, with a view of its own and the one selection of the console.
void MainWindow::toggleSideMap() {
    if (m_sideMap != nullptr && m_sideMap->isVisible()) return m_sideMap->hide();
    if (m_sideMap == nullptr) {
        m_sideMap = new MapPanel(m_console, this);
        m_sideMap->setWindowFlags(Qt::Window);
        m_sideMap->setMinimumSize(scaled(320), scaled(240));
        DrillFrame::putOn(*m_sideMap, m_console);
        connect(m_sideMap, &MapPanel::menuWanted, this, &MainWindow::openMapMenu);
        auto& view = m_sideMap->view();
        view.openMap(m_mapPort);
        view.use(m_map->view().theme());
        auto const home = m_map->view().camera();
        view.lookAt(placeOf(home.centre()), home.zoom());
        for (auto* const action : m_actions.all()) // keys work in every window
            m_sideMap->addAction(action);
        m_sideMap->resize(scaled(900), scaled(640));
        QRect const room = otherScreen(*this)->availableGeometry();
        m_sideMap->move(room.center() - QPoint(m_sideMap->width() / 2, m_sideMap->height() / 2));
    }
    m_sideMap->setWindowTitle(windowTitle());
    m_sideMap->restoreGeometry(m_services.settings.value(QStringLiteral("window/sidemap")).toByteArray());
    m_sideMap->show();
    m_sideMap->raise();
    gatherPanes();
}

/// Personal data is nowhere in sight while nobody is at the desk; alarms are, and the wall, which has none.
void MainWindow::coverPanes(bool isCovered) {
    if (isCovered) {
        if (!m_covered.empty()) return;
        for (auto* const dock : std::as_const(m_docks))
            if (dock->isFloating() && dock->isVisible() && dock->objectName() != u"alarms")
                m_covered.push_back(dock);
        if (m_sideMap != nullptr && m_sideMap->isVisible()) m_covered.push_back(m_sideMap);
        for (auto* const look : findChildren<LookBackWindow*>())
            if (look->isVisible()) m_covered.push_back(look);
        for (auto* const window : m_covered)
            window->hide();
        return;
    }
    for (auto* const window : std::exchange(m_covered, {}))
        window->show();
}

} // namespace ob::ui
