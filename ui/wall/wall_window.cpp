// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/wall/wall_window.h"

#include "ui/console/drill_frame.h"
#include "ui/panels/map_panel.h"
#include "ui/wall/wall_head.h"
#include "ui/wall/wall_queue.h"
#include "ui/wall/wall_units.h"

#include <QEvent>
#include <QGuiApplication>
#include <QScreen>
#include <QSettings>
#include <QTimer>

#include <algorithm>
#include <cmath>

namespace ob::ui {
namespace {

/// Of a wall of 1920 × 1080.
constexpr QSize whole(1920, 1080);
constexpr int headHeight = 132;
constexpr int unitsHeight = 156;
constexpr int queueWidth = 760;
constexpr int drillFrame = 3;
/// On the map everything is so many times as large as at a desk.
constexpr double mapTimes = 2;

constexpr char const* screenKey = "wall/screen";

QScreen* screenNamed(QString const& name) {
    for (auto* const screen : QGuiApplication::screens())
        if (screen->name() == name) return screen;
    return QGuiApplication::primaryScreen();
}

} // namespace

QString wallScreen(QStringList const& screens, QString const& home, QString const& remembered) {
    if (screens.contains(remembered)) return remembered;
    for (auto const& screen : screens)
        if (screen != home) return screen;
    return home;
}

WallWindow::WallWindow(Console& board, QSettings& settings, QWidget const& console)
    : QWidget(nullptr, Qt::Window), m_board(board), m_settings(settings), m_console(console), m_actions(this),
      m_head(new WallHead(board, this)), m_map(new MapPanel(board, this, MapPanel::Place::Wall)),
      m_queue(new WallQueue(board, this)), m_units(new WallUnits(board, this)) {
    setAttribute(Qt::WA_QuitOnClose, false); // the desk ends with the console
    setFocusPolicy(Qt::NoFocus);
    setAutoFillBackground(true);
    setMinimumSize(whole / 2);
    addActions();
    DrillFrame::putOn(*this, board);
    connect(qApp, &QGuiApplication::screenAdded, this,
            [this] { QTimer::singleShot(0, this, &WallWindow::follow); });
    connect(qApp, &QGuiApplication::screenRemoved, this,
            [this] { QTimer::singleShot(0, this, &WallWindow::follow); });
    translate();
}

void WallWindow::addActions() {
    m_actions.add({.id = "wall.full",
                   .menu = ActionRegistry::Menu::View,
                   .keys = {Qt::Key_F11},
                   .text = [] { return tr("Full screen"); },
                   .run = [this] { turnFull(); }});
    m_actions.add({.id = "wall.close",
                   .menu = ActionRegistry::Menu::Window,
                   .keys = {Qt::Key_Escape},
                   .text = [] { return tr("Close the wall display"); },
                   .run = [this] { close(); }});
}

void WallWindow::turnFull() {
    setWindowState(windowState() ^ Qt::WindowFullScreen);
    remember();
}

void WallWindow::openMap(std::shared_ptr<core::TilePort> port) {
    if (port != nullptr) {
        auto const& source = port->source(); // until the board says where its units are
        m_map->view().lookAtAll(
            {worldOfDegrees(source.north, source.west), worldOfDegrees(source.south, source.east)});
    }
    m_map->view().openMap(std::move(port));
}

QScreen* WallWindow::chosenScreen() const {
    QStringList names;
    for (auto const* const screen : QGuiApplication::screens())
        names << screen->name();
    return screenNamed(wallScreen(names, m_console.screen()->name(),
                                  m_settings.value(QLatin1StringView(screenKey)).toString()));
}

void WallWindow::stand() {
    QScreen* const chosen = chosenScreen();
    QRect const room = chosen->availableGeometry();
    if (chosen == m_console.screen()) {
        // Where the console needs the screen too it is a window among others.
        setWindowState(Qt::WindowNoState);
        resize(room.size() * 3 / 4);
        move(room.center() - QPoint(width() / 2, height() / 2));
        show();
    } else {
        setGeometry(chosen->geometry());
        showFullScreen();
    }
    raise();
}

/// A screen came or went: it goes to its own, and never covers the console of its own accord.
void WallWindow::follow() {
    if (isVisible() && chosenScreen() != screen()) stand();
    if (isVisible() && isFullScreen() && screen() == m_console.screen()) stand();
}

/// With a single screen there is nothing to remember: a second one that comes is for the wall.
void WallWindow::remember() {
    if (QGuiApplication::screens().size() > 1)
        m_settings.setValue(QLatin1StringView(screenKey), screen()->name());
}

void WallWindow::hideEvent(QHideEvent* event) {
    remember();
    QWidget::hideEvent(event);
}

void WallWindow::resizeEvent(QResizeEvent*) {
    double const unit = std::min(static_cast<double>(width()) / whole.width(),
                                 static_cast<double>(height()) / whole.height());
    auto const px = [unit](int size) { return static_cast<int>(std::lround(size * unit)); };
    int const edge = m_board.isDrill() ? drillFrame : 0;
    QRect const room = rect().adjusted(edge, edge, -edge, -edge);
    int const middle = room.height() - px(headHeight) - px(unitsHeight);
    m_head->setGeometry(room.left(), room.top(), room.width(), px(headHeight));
    m_units->setGeometry(room.left(), room.bottom() + 1 - px(unitsHeight), room.width(), px(unitsHeight));
    m_queue->setGeometry(room.right() + 1 - px(queueWidth), room.top() + px(headHeight), px(queueWidth),
                         middle);
    m_map->setGeometry(room.left(), room.top() + px(headHeight), room.width() - px(queueWidth) - px(4),
                       middle);
    m_head->measure(unit);
    m_queue->measure(unit);
    m_units->measure(unit);
    // In quarters: names are drawn for as many sizes as there are.
    m_map->view().enlarge(std::max(1.0, std::round(mapTimes * unit * 4) / 4));
}

void WallWindow::translate() {
    QString const kind = m_board.isDrill() ? tr("DRILL") : tr("LIVE");
    setWindowTitle(
        QStringLiteral("%1 · %2 · %3 · %4").arg(tr("Wall"), kind, m_board.realm(), m_board.deskName()));
    m_actions.translate();
}

void WallWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
