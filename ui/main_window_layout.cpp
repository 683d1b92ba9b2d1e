// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/dialogs/layout_page.h"
#include "ui/intake/intake_panel.h"
#include "ui/main_window.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"
#include "ui/wall/wall_window.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>

#include <algorithm>
#include <iterator>
#include <utility>

namespace ob::ui {
namespace {

QString layoutKey(char const* part) { return QStringLiteral("window/%1").arg(QLatin1StringView(part)); }

} // namespace

void MainWindow::lay(Layout layout) {
    auto const dock = [this](char const* id) { return findChild<QDockWidget*>(QLatin1StringView(id)); };
    std::pair<char const*, Qt::DockWidgetArea> const places[] = {{"queue", Qt::LeftDockWidgetArea},
                                                                 {"inspector", Qt::RightDockWidgetArea},
                                                                 {"units", Qt::BottomDockWidgetArea},
                                                                 {"inbox", Qt::BottomDockWidgetArea}};
    for (auto* const each : std::as_const(m_docks)) {
        each->setFloating(false);
        each->hide();
    }
    for (auto const& [id, area] : places) {
        addDockWidget(area, dock(id));
        dock(id)->show();
    }
    if (auto* const intake = dock("intake")) {
        addDockWidget(Qt::LeftDockWidgetArea, intake);
        placeIntake();
        intake->setVisible(layout == Layout::CallTaker);
        if (layout == Layout::CallTaker) intake->raise();
    }
    int const width = std::max(this->width(), 1200);
    bool const isNarrow = width < 1500;
    int side = scaled(isNarrow ? 350 : 430);
    int low = std::max(scaled(180), height() * 22 / 100);
    if (layout == Layout::CallTaker) dock("units")->hide();
    // Large letters on a low screen: the call needs the height.
    if (layout == Layout::CallTaker && height() < scaled(620)) {
        tabifyDockWidget(dock("inspector"), dock("inbox"));
        dock("inspector")->raise();
    }
    if (layout == Layout::Commander) low = scaled(150);
    if (layout == Layout::Field) {
        dock("inbox")->hide();
        dock("units")->hide();
        side = scaled(320);
    }
    resizeDocks({dock("queue"), dock("inspector")}, {side, side}, Qt::Horizontal);
    resizeDocks({dock("units"), dock("inbox")}, {width * 7 / 10, width * 3 / 10}, Qt::Horizontal);
    resizeDocks({dock("units"), dock("inbox")}, {low, low}, Qt::Vertical);
}

WindowLayout MainWindow::layoutNow() const {
    return {.geometry = saveGeometry(),
            .docks = saveState(layoutVersion),
            .sideMap = m_sideMap != nullptr ? m_sideMap->saveGeometry() : QByteArray(),
            .hasSideMap = m_sideMap != nullptr && m_sideMap->isVisible(),
            .hasWall = m_wall && m_wall->isVisible()};
}

void MainWindow::saveLayout() const {
    auto const now = layoutNow();
    m_services.settings.setValue(layoutKey("geometry"), now.geometry);
    m_services.settings.setValue(layoutKey("docks"), now.docks);
    if (!now.sideMap.isEmpty()) m_services.settings.setValue(layoutKey("sidemap"), now.sideMap);
    m_services.settings.setValue(layoutKey("hasSidemap"), now.hasSideMap);
    m_services.settings.setValue(layoutKey("hasWall"), now.hasWall);
}

bool MainWindow::placeGeometry(QByteArray const& geometry) {
    // A screen that is gone gives false, and the window would stay as small as it was made.
    bool const isPlaced = restoreGeometry(geometry);
    bool isInSight = false;
    for (auto const* const screen : QGuiApplication::screens())
        isInSight = isInSight || screen->availableGeometry().intersects(frameGeometry());
    if (!isPlaced || !isInSight) {
        QRect const room = QGuiApplication::primaryScreen()->availableGeometry();
        setGeometry(room.adjusted(0, 0, 0, 0));
        setWindowState(Qt::WindowMaximized);
    }
    return isPlaced;
}

/// The windows beside this one.
void MainWindow::placeWindows(WindowLayout const& layout) {
    bool const hasSideMap = m_sideMap != nullptr && m_sideMap->isVisible();
    if (!layout.sideMap.isEmpty())
        m_services.settings.setValue(layoutKey("sidemap"), layout.sideMap); // which is where it looks
    if (hasSideMap != layout.hasSideMap)
        toggleSideMap();
    else if (hasSideMap && !layout.sideMap.isEmpty())
        m_sideMap->restoreGeometry(layout.sideMap);
    bool const hasWall = m_wall && m_wall->isVisible();
    if (hasWall != layout.hasWall) showWall(layout.hasWall);
    gatherPanes();
}

bool MainWindow::restoreLayout() {
    auto const& settings = m_services.settings;
    bool const isPlaced = placeGeometry(settings.value(layoutKey("geometry")).toByteArray());
    bool const isLaid = restoreState(settings.value(layoutKey("docks")).toByteArray(), layoutVersion);
    if (!isLaid) lay(Layout::Dispatcher);
    placeWindows({.geometry = {},
                  .docks = {},
                  .sideMap = settings.value(layoutKey("sidemap")).toByteArray(),
                  .hasSideMap = settings.value(layoutKey("hasSidemap")).toBool(),
                  .hasWall = settings.value(layoutKey("hasWall")).toBool()});
    return isPlaced && isLaid;
}

OwnLayouts::Answer MainWindow::saveOwnLayout(QString const& name) {
    auto const answer = m_ownLayouts.save(textOf(m_console.session().operatorName), name, layoutNow());
    if (answer == OwnLayouts::Answer::Done) {
        nameOwnLayouts();
        m_console.say(Console::Tone::Done, tr("The layout is saved as %1.").arg(name));
    }
    return answer;
}

bool MainWindow::layOwn(QString const& name) {
    auto const kept = m_ownLayouts.find(textOf(m_console.session().operatorName), name);
    auto const before = saveState(layoutVersion);
    if (!kept || !restoreState(kept->docks, layoutVersion)) {
        restoreState(before, layoutVersion); // Qt may have begun
        m_console.say(Console::Tone::Refused,
                      tr("The layout %1 cannot be used by this version. Arrange the window and save it "
                         "under this name once more.")
                          .arg(name));
        return false;
    }
    // A smaller screen, or one that is gone, must not take the window out of sight.
    placeGeometry(kept->geometry);
    restoreState(kept->docks, layoutVersion);
    placeWindows(*kept);
    return true;
}

void MainWindow::addLayoutActions() {
    using Menu = ActionRegistry::Menu;
    m_actions.add({.id = "view.layouts",
                   .menu = Menu::View,
                   .keys = {Qt::CTRL | Qt::ALT | Qt::Key_0},
                   .text = [] { return tr("Layouts of my own…"); },
                   .run =
                       [this] {
                           if (m_layoutPage == nullptr) {
                               m_layoutPage = new LayoutPage(m_console, m_ownLayouts, this);
                               connect(
                                   m_layoutPage, &LayoutPage::saveWanted, this,
                                   [this](QString const& name) { m_layoutPage->tell(saveOwnLayout(name)); });
                               connect(m_layoutPage, &LayoutPage::useWanted, this, &MainWindow::layOwn);
                               connect(m_layoutPage, &LayoutPage::changed, this, &MainWindow::nameOwnLayouts);
                           }
                           m_layoutPage->open();
                       }});
    static constexpr char const* ids[] = {"view.own1", "view.own2", "view.own3", "view.own4", "view.own5",
                                          "view.own6", "view.own7", "view.own8", "view.own9"};
    static_assert(std::size(ids) == OwnLayouts::most);
    for (qsizetype at = 0; at < OwnLayouts::most; ++at)
        m_actions.add({.id = ids[at],
                       .menu = Menu::View,
                       .keys = {Qt::CTRL | Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + at)},
                       .text =
                           [this, at] {
                               return at < m_ownNames.size() ? tr("Layout: %1").arg(m_ownNames[at])
                                                             : tr("Layout %1 of my own").arg(at + 1);
                           },
                       .run =
                           [this, at] {
                               if (at < m_ownNames.size()) layOwn(m_ownNames[at]);
                           }});
    nameOwnLayouts();
}

/// Those of whoever is at the desk now.
void MainWindow::nameOwnLayouts() {
    m_ownNames = m_ownLayouts.names(textOf(m_console.session().operatorName));
    for (qsizetype at = 0; at < OwnLayouts::most; ++at)
        if (auto* const action = m_actions.find(QStringLiteral("view.own%1").arg(at + 1)))
            action->setVisible(at < m_ownNames.size());
    m_actions.translate();
}

void MainWindow::lock(bool isLocked) {
    for (auto* const dock : std::as_const(m_docks))
        dock->setFeatures(isLocked ? QDockWidget::NoDockWidgetFeatures
                                   : QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable
                                         | QDockWidget::DockWidgetClosable);
}

/// Beside the queue; in its place where the map would have no room any more.
void MainWindow::placeIntake() {
    auto* const queue = findChild<QDockWidget*>(QStringLiteral("queue"));
    auto* const intake = findChild<QDockWidget*>(QStringLiteral("intake"));
    int const queueCallInspectorAndMap = scaled(340 + 400 + 350 + 200);
    if (width() < queueCallInspectorAndMap)
        tabifyDockWidget(queue, intake);
    else
        splitDockWidget(queue, intake, Qt::Horizontal);
}

void MainWindow::takeCall() {
    auto* const dock = findChild<QDockWidget*>(QStringLiteral("intake"));
    if (dock->isHidden()) placeIntake();
    dock->show();
    dock->raise();
    resizeDocks({findChild<QDockWidget*>(QStringLiteral("queue")), dock}, {scaled(340), scaled(400)},
                Qt::Horizontal);
    m_intake->start();
}

void MainWindow::takeCallAt(core::GeoPoint place) {
    takeCall();
    m_intake->setPlace(place);
}

void MainWindow::showAlarms() {
    auto* const dock = findChild<QDockWidget*>(QStringLiteral("alarms"));
    if (dock->isHidden())
        splitDockWidget(findChild<QDockWidget*>(QStringLiteral("inspector")), dock, Qt::Vertical);
    dock->show();
    dock->raise();
}

} // namespace ob::ui
