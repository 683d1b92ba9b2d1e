// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/intake_panel.h"
#include "ui/main_window.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/wall/wall_window.h"

#include <QDockWidget>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>

#include <algorithm>
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
        splitDockWidget(dock("queue"), intake, Qt::Horizontal);
        intake->setVisible(layout == Layout::CallTaker);
    }
    int const width = std::max(this->width(), 1200);
    bool const isNarrow = width < 1500;
    int side = scaled(isNarrow ? 350 : 430);
    int low = std::max(scaled(180), height() * 22 / 100);
    if (layout == Layout::CallTaker) dock("units")->hide();
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

void MainWindow::saveLayout() const {
    m_services.settings.setValue(layoutKey("geometry"), saveGeometry());
    m_services.settings.setValue(layoutKey("docks"), saveState(layoutVersion));
    if (m_sideMap != nullptr) m_services.settings.setValue(layoutKey("sidemap"), m_sideMap->saveGeometry());
    m_services.settings.setValue(layoutKey("hasSidemap"), m_sideMap != nullptr && m_sideMap->isVisible());
    m_services.settings.setValue(layoutKey("hasWall"), m_wall && m_wall->isVisible());
}

bool MainWindow::restoreLayout() {
    auto const& settings = m_services.settings;
    // A screen that is gone gives false, and the window would stay as small as it was made.
    bool const isPlaced = restoreGeometry(settings.value(layoutKey("geometry")).toByteArray());
    bool isInSight = false;
    for (auto const* const screen : QGuiApplication::screens())
        isInSight = isInSight || screen->availableGeometry().intersects(frameGeometry());
    if (!isPlaced || !isInSight) {
        QRect const room = QGuiApplication::primaryScreen()->availableGeometry();
        setGeometry(room.adjusted(0, 0, 0, 0));
        setWindowState(Qt::WindowMaximized);
    }
    bool const isLaid = restoreState(settings.value(layoutKey("docks")).toByteArray(), layoutVersion);
    if (!isLaid) lay(Layout::Dispatcher);
    if (settings.value(layoutKey("hasSidemap")).toBool()) toggleSideMap();
    if (settings.value(layoutKey("hasWall")).toBool()) showWall(true);
    gatherPanes();
    return isPlaced && isLaid;
}

void MainWindow::lock(bool isLocked) {
    for (auto* const dock : std::as_const(m_docks))
        dock->setFeatures(isLocked ? QDockWidget::NoDockWidgetFeatures
                                   : QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable
                                         | QDockWidget::DockWidgetClosable);
}

void MainWindow::takeCall() {
    auto* const dock = findChild<QDockWidget*>(QStringLiteral("intake"));
    if (dock->isHidden())
        splitDockWidget(findChild<QDockWidget*>(QStringLiteral("queue")), dock, Qt::Horizontal);
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
