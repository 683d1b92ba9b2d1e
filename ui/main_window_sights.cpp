// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Other sights of the board, of ui/main_window.h: looking back, and the wall.
#include "ui/command_line/command_bar.h"
#include "ui/console/unit_steps.h"
#include "ui/lookback/look_back_bar.h"
#include "ui/lookback/look_back_window.h"
#include "ui/main_window.h"
#include "ui/panels/inspector.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"
#include "ui/wall/wall_window.h"

#include <QScreen>

namespace ob::ui {
namespace {

using Menu = ActionRegistry::Menu;

/// Where one begins to look: what was just now, as a first thing to see.
constexpr core::Duration ago = core::Duration::ofMinutes(-5);

} // namespace

void MainWindow::addSightActions() {
    m_actions.add({.id = "window.lookback",
                   .menu = Menu::Window,
                   .keys = {Qt::CTRL | Qt::Key_H},
                   .text = [] { return tr("Look back"); },
                   .run =
                       [this] {
                           if (auto* const look = lookBackTo(m_console.now() + ago)) look->bar().focusTime();
                       }});
    m_actions.add({.id = "window.wall",
                   .menu = Menu::Window,
                   .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_W},
                   .text = [] { return tr("Wall display"); },
                   .run = [this] { showWall(!m_wall || !m_wall->isVisible()); }});
    connect(m_inspector, &Inspector::lookBackWanted, this,
            [this](core::Instant recordedAt) { lookBackTo(recordedAt + LookBack::untilKnown); });
}

LookBackWindow* MainWindow::lookBackTo(core::Instant at) {
    auto const open = static_cast<int>(findChildren<LookBackWindow*>().size());
    if (open >= mostLookBacks) {
        m_console.say(Console::Tone::Refused,
                      tr("%1 windows look back already: close one of them.").arg(open));
        return nullptr;
    }
    auto* const look = new LookBackWindow(m_console, m_alarms, at, this);
    connect(look, &LookBackWindow::alarmsWanted, this, [this] {
        activateWindow();
        showAlarms();
    });
    connect(look, &LookBackWindow::distressWanted, this, &MainWindow::raiseDistressAgain);
    look->openMap(m_mapPort);
    QRect const room = screen()->availableGeometry();
    look->resize(QSize(scaled(1500), scaled(860)).boundedTo(room.size() * 9 / 10));
    QPoint const shift(scaled(28) * open, scaled(28) * open);
    look->move(room.center() - QPoint(look->width() / 2, look->height() / 2) + shift);
    look->map().startFrom(*m_map);
    look->show();
    look->raise();
    look->activateWindow();
    return look;
}

/// Nothing can be done to the board in a look back; who calls for help is one step from the console. What is
/// selected in the past goes into the line and is not sent.
void MainWindow::raiseDistressAgain(core::UnitId unit) {
    activateWindow();
    raise();
    auto const known = m_console.board().unit(unit);
    m_console.propose(QStringLiteral("EMG ") + (known ? typedCallsign(*known, m_console) : QString()), false);
}

void MainWindow::showWall(bool isShown) {
    if (!isShown) {
        if (m_wall) m_wall->close();
        return;
    }
    if (!m_wall) {
        m_wall = std::make_unique<WallWindow>(m_console, m_services.settings, *this);
        m_wall->openMap(m_mapPort);
    }
    m_wall->stand();
}

} // namespace ob::ui
