// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/oneboard/shot.h"

#include "ui/command_line/command_bar.h"
#include "ui/console/unit_standing.h"
#include "ui/lookback/typed_moment.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/top_bar.h"
#include "ui/panels/unit_board.h"
#include "ui/text/sentence.h"
#include "ui/wall/wall_window.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <cstdio>

namespace ob::app {
namespace {

constexpr int turnMs = 100;
/// Positions and links have come by then.
constexpr int openAt = 5;
constexpr int calmTurns = 15;
/// On a board that never rests the picture is taken as it is then.
constexpr int mostTurns = 300;

bool isAbove(QWidget const& other, QWidget const& window) {
    auto const kind = other.windowType();
    return other.isVisible() && &other != &window
           && (kind == Qt::Popup || kind == Qt::Dialog || kind == Qt::ToolTip || kind == Qt::Tool);
}

void press(QWidget& where, int key, QString const& text) {
    for (auto const kind : {QEvent::KeyPress, QEvent::KeyRelease}) {
        QKeyEvent event(kind, key, Qt::NoModifier, text);
        QApplication::sendEvent(&where, &event);
    }
}

} // namespace

Shot::Shot(Scene scene) : m_scene(scene) {
    auto& window = m_scene.window;
    window.resize(m_scene.options.size);
    window.show();
    window.lay(ui::MainWindow::Layout::Dispatcher);
    QObject::connect(&m_settling, &QTimer::timeout, &m_settling, [this] { grab(); });
    m_settling.start(turnMs);
}

QWidget* Shot::wanted() const {
    using enum Screen::Way;
    switch (m_scene.options.screen != nullptr ? m_scene.options.screen->way : Action) {
    case Action:
    case Menu:
    case UnitMenu:
    case MapMenu: return &m_scene.window;
    case LookBack: return m_look;
    case SideMap: return m_side;
    case Wall: return m_scene.window.wall();
    }
    return nullptr;
}

bool Shot::isSettled() const {
    auto& window = m_scene.window;
    auto* const shown = wanted();
    if (shown == m_look) return m_look && m_look->isSettled();
    if (shown == window.wall()) return shown != nullptr && window.wall()->map().view().isSettled();
    return shown != nullptr && window.map().view().isSettled();
}

void Shot::open() {
    auto& window = m_scene.window;
    auto const& options = m_scene.options;
    if (options.screen == nullptr) return;
    auto const now = m_scene.console.now();
    using enum Screen::Way;
    switch (options.screen->way) {
    case Action: return window.actions().find(QLatin1StringView(options.screen->action))->trigger();
    case LookBack:
        m_look = window.lookBackTo(ui::typedMoment(options.at, {.shown = now, .now = now}, m_scene.zone)
                                       .value_or(now + core::Duration::ofMinutes(-5)));
        return m_look->resize(options.size);
    case Wall:
        window.showWall(true);
        window.wall()->setWindowState(Qt::WindowNoState);
        return window.wall()->resize(options.size);
    case SideMap:
        window.actions().find(QLatin1StringView(options.screen->action))->trigger();
        for (auto* const map : window.findChildren<ui::MapPanel*>())
            if (map->isWindow()) m_side = map;
        return m_side->resize(options.size);
    case Menu:
    case UnitMenu:
    case MapMenu: return openMenu();
    }
}

/// The last two wait for an answer.
void Shot::openMenu() {
    auto& window = m_scene.window;
    auto const& console = m_scene.console;
    if (m_scene.options.screen->way == Screen::Way::Menu) {
        auto* const button = window.findChild<ui::TopBar*>()->menuButton();
        auto* const menu = button->menu();
        menu->popup(button->mapToGlobal(button->rect().bottomLeft()));
        // The longest of them beside it.
        auto const& parts = menu->actions();
        auto const longest = std::ranges::max_element(
            parts, {}, [](QAction const* part) { return part->menu()->actions().size(); });
        if (longest != parts.end()) menu->setActiveAction(*longest);
        return;
    }
    auto& map = window.map();
    QPoint const middle = map.mapToGlobal(map.rect().center());
    if (m_scene.options.screen->way == Screen::Way::UnitMenu)
        Q_EMIT window.findChild<ui::UnitBoard*>()->menuWanted(console.selectedUnit(), middle);
    else
        Q_EMIT map.menuWanted(ui::placeOf(map.view().camera().centre()), console.selectedIncident(), {},
                              middle);
}

/// By its number or its name; `first` is the first of the queue and a unit on it.
void Shot::select() {
    auto& console = m_scene.console;
    QString const& named = m_scene.options.selected;
    if (named.isEmpty()) return;
    bool const isFirst = named == u"first";
    for (auto const& entry : console.queue())
        if (isFirst || ui::textOf(entry.incident->number.text()).endsWith(named)) {
            console.selectIncident(entry.incident->id);
            if (isFirst) break;
        }
    for (auto const& [id, unit] : console.board().units()) {
        auto const standing = ui::standingOf(*unit, console.board(), console.rules(), console.now());
        bool const isOnFirst =
            isFirst && standing.incident && standing.incident->id == console.selectedIncident();
        if (isOnFirst || ui::unitName(*unit, console.wording()) == named) return console.selectUnit(id);
    }
    if (isFirst && !console.board().units().empty())
        console.selectUnit(console.board().units().begin()->first);
}

/// Into the command line, or by keys into what was opened.
void Shot::type() {
    auto const& options = m_scene.options;
    if (options.typed.isEmpty()) return;
    if (options.screen == nullptr) return m_scene.window.commandBar().propose(options.typed, false);
    for (QChar const letter : options.typed) {
        QWidget* const where = QApplication::focusWidget();
        if (where == nullptr) return;
        if (letter == u'\t' || letter == u'\n')
            press(*where, letter == u'\t' ? Qt::Key_Tab : Qt::Key_Return, {});
        else
            press(*where, 0, letter);
    }
}

QPixmap Shot::pictureOf(QWidget& window) {
    QPixmap picture = window.grab();
    QPainter painter(&picture);
    for (auto* const other : QApplication::topLevelWidgets())
        if (isAbove(*other, window))
            painter.drawPixmap(other->mapToGlobal(QPoint()) - window.mapToGlobal(QPoint()), other->grab());
    return picture;
}

void Shot::grab() {
    if (++m_calm == openAt) {
        select();
        // Not from here: some menus wait, and the timer with them.
        QTimer::singleShot(0, &m_settling, [this] { open(); });
        QTimer::singleShot(turnMs, &m_settling, [this] { type(); });
    }
    if (m_calm < calmTurns) return;
    QWidget* const window = isSettled() || m_calm >= mostTurns ? wanted() : nullptr;
    if (window == nullptr) return;
    m_settling.stop();
    bool const isWritten = pictureOf(*window).save(m_scene.options.shot);
    if (!isWritten) std::fprintf(stderr, "oneboard: cannot write %s\n", qPrintable(m_scene.options.shot));
    QCoreApplication::exit(isWritten ? 0 : 3);
}

} // namespace ob::app
