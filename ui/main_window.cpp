// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/main_window.h"

#include "core/language/resolve.h"
#include "ui/command_line/command_bar.h"
#include "ui/command_line/palette.h"
#include "ui/console/drill_frame.h"
#include "ui/console/lock_curtain.h"
#include "ui/console/sign_in.h"
#include "ui/dialogs/help_page.h"
#include "ui/dialogs/layout_page.h"
#include "ui/intake/intake_panel.h"
#include "ui/lookback/look_back_window.h"
#include "ui/panels/alarm_panel.h"
#include "ui/panels/inbox.h"
#include "ui/panels/incident_queue.h"
#include "ui/panels/inspector.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/row_pen.h"
#include "ui/panels/top_bar.h"
#include "ui/panels/unit_board.h"
#include "ui/text/sentence.h"
#include "ui/wall/wall_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

constexpr int drillFrame = 3;

} // namespace

MainWindow::MainWindow(Console& console, WindowServices services)
    : m_console(console), m_services(std::move(services)), m_actions(this),
      m_alarms(console, m_services.sound), m_top(new TopBar(console, m_alarms)), m_map(new MapPanel(console)),
      m_queue(new IncidentQueue(console)), m_inspector(new Inspector(console)),
      m_units(new UnitBoard(console)), m_inbox(new Inbox(console)),
      m_alarmPanel(new AlarmPanel(console, m_alarms)),
      m_intake(new IntakePanel(console, m_services.cards, m_services.drafts)),
      m_command(new CommandBar(console, m_alarms)), m_commandStrip(new QToolBar), m_palette(nullptr),
      m_help(nullptr), m_ownLayouts(m_services.settings), m_signIn(nullptr), m_curtain(nullptr) {
    build();
    addActions();
    buildMenu();
    m_palette = new Palette(console, m_actions, this);
    m_help = new HelpPage(m_actions, this);
    m_curtain = new LockCurtain(console, m_services.operators, this);
    m_signIn = new SignInPanel(console, m_services.operators, this);
    m_signIn->hide();
    connect(m_signIn, &SignInPanel::signedIn, this, [this](core::OperatorSession session) {
        m_console.signIn(std::move(session));
        m_signIn->hide();
        m_curtain->release();
        cover(false);
        m_command->focusLine();
    });
    connect(m_curtain, &LockCurtain::unlocked, this, [this] {
        cover(false);
        goBack();
    });
    connect(m_curtain, &LockCurtain::changeWanted, this, &MainWindow::askWhoItIs);
    connect(m_top, &TopBar::callWanted, this, &MainWindow::takeCall);
    connect(m_top, &TopBar::alarmsWanted, this, &MainWindow::showAlarms);
    connect(m_command, &CommandBar::helpWanted, m_help,
            qOverload<std::optional<core::Verb>>(&HelpPage::open));
    connect(m_command, &CommandBar::left, this, &MainWindow::goBack);
    connect(&console, &Console::themeChanged, this, &MainWindow::dress);
    connect(&console, &Console::sessionChanged, this, &MainWindow::nameOwnLayouts);
    connect(m_units, &UnitBoard::menuWanted, this, &MainWindow::openUnitMenu);
    connect(m_inspector, &Inspector::menuWanted, this, &MainWindow::openUnitMenu);
    connect(m_map, &MapPanel::menuWanted, this, &MainWindow::openMapMenu);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget* before, QWidget* now) {
        if (now != nullptr && m_command->isAncestorOf(now) && before != nullptr
            && !m_command->isAncestorOf(before))
            m_before = before;
    });
    lay(Layout::Dispatcher);
    dress();
    translate();
}

/// Goes off the screen while its panels can still be told; what shows the alarms goes before them.
MainWindow::~MainWindow() {
    hide();
    qDeleteAll(findChildren<LookBackWindow*>());
}

void MainWindow::build() {
    setMenuWidget(m_top);
    setDockNestingEnabled(true);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::BottomDockWidgetArea);
    setCentralWidget(m_map);
    addPanel("queue", m_queue, m_queue->header(), Qt::LeftDockWidgetArea);
    addPanel("inspector", m_inspector, m_inspector->header(), Qt::RightDockWidgetArea);
    addPanel("units", m_units, m_units->header(), Qt::BottomDockWidgetArea);
    addPanel("inbox", m_inbox, m_inbox->header(), Qt::BottomDockWidgetArea);
    addPanel("alarms", m_alarmPanel, m_alarmPanel->header(), Qt::RightDockWidgetArea);
    addPanel("intake", m_intake, new QWidget, Qt::LeftDockWidgetArea); // it has a line of its own on top
    addUnitPanels();
    connect(m_intake, &IntakePanel::left, this, &MainWindow::goBack);
    connect(m_intake, &IntakePanel::placeWanted, this,
            [this] { m_map->askForPlace([this](core::GeoPoint place) { m_intake->setPlace(place); }); });
    m_commandStrip->setObjectName(QStringLiteral("command"));
    m_commandStrip->setMovable(false);
    m_commandStrip->setFloatable(false);
    m_commandStrip->setContextMenuPolicy(Qt::PreventContextMenu);
    m_commandStrip->addWidget(m_command);
    m_commandStrip->setContentsMargins(0, 0, 0, 0);
    m_command->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    addToolBar(Qt::BottomToolBarArea, m_commandStrip);
    if (m_console.isDrill()) setContentsMargins(drillFrame, drillFrame, drillFrame, drillFrame);
}

QDockWidget* MainWindow::addPanel(char const* id, QWidget* panel, QWidget* header, Qt::DockWidgetArea area) {
    auto* const dock = new QDockWidget(this);
    dock->setObjectName(QLatin1StringView(id));
    dock->setTitleBarWidget(header);
    dock->setWidget(panel);
    addDockWidget(area, dock);
    DrillFrame::putOn(*dock, m_console);
    m_docks.push_back(dock);
    return dock;
}

/// The sign-in covers everything; the curtain leaves the line with the alarms in sight.
void MainWindow::placeCurtains() {
    if (m_signIn == nullptr) return;
    QRect const room = rect().marginsRemoved(contentsMargins());
    m_signIn->setGeometry(room);
    m_curtain->setGeometry(room.adjusted(0, m_top->height(), 0, 0));
}

void MainWindow::cover(bool isCovered) {
    m_palette->hide();
    for (auto* const action : m_actions.all())
        action->setEnabled(!isCovered);
    coverPanes(isCovered);
    if (isCovered && m_layoutPage != nullptr) m_layoutPage->hide();
    m_map->setEnabled(!isCovered);
    m_commandStrip->setEnabled(!isCovered);
    for (auto* const dock : m_docks)
        dock->setEnabled(!isCovered);
    m_top->menuButton()->setEnabled(!isCovered);
    m_top->callButton()->setEnabled(!isCovered);
}

void MainWindow::askWhoItIs() {
    placeCurtains();
    cover(true);
    m_signIn->show();
    m_signIn->raise();
}

/// Only somebody with a passphrase can come back.
void MainWindow::lockDesk() {
    m_services.operators.list([window = QPointer(this)](OperatorRoster const& roster) {
        if (!window) return;
        auto const& session = window->m_console.session();
        QString const name = textOf(session.operatorName);
        auto const isKnown = [&](OperatorEntry const& entry) { return entry.name == name; };
        if (std::ranges::none_of(roster.active, isKnown))
            return window->m_console.say(
                Console::Tone::Refused,
                tr("%1 has no passphrase at this desk and could not come back: oneboardctl "
                   "operator add makes one.")
                    .arg(name));
        window->placeCurtains();
        window->cover(true);
        window->m_curtain->lock(session);
    });
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    placeCurtains();
}

void MainWindow::showEvent(QShowEvent* event) {
    QMainWindow::showEvent(event);
    if (m_console.session().operatorName.empty()) return askWhoItIs();
    if (focusWidget() == nullptr) m_command->focusLine(); // as after signing in
}

void MainWindow::closeEvent(QCloseEvent* event) {
    saveLayout();
    showWall(false);
    QMainWindow::closeEvent(event);
}

void MainWindow::goBack() {
    if (m_before != nullptr && m_before->isVisible())
        m_before->setFocus(Qt::OtherFocusReason);
    else
        m_queue->list()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::enlargeText(double by) {
    setTextScale(textScale() + by);
    m_services.settings.setValue(QStringLiteral("look/text"), textScale());
    QApplication::setFont(panelFont());
    QEvent changed(QEvent::LanguageChange); // everything is laid anew
    // Each window tells its own parts. What is made anew on the way, as the menus are, is gone from the list.
    std::vector<QPointer<QWidget>> windows;
    for (auto* const widget : QApplication::topLevelWidgets())
        windows.emplace_back(widget);
    for (auto const& widget : windows)
        if (widget) QApplication::sendEvent(widget, &changed);
}

void MainWindow::dress() {
    qApp->setPalette(ui::palette(m_console.theme()));
    m_services.settings.setValue(QStringLiteral("look/theme"), m_console.theme() == Theme::Day
                                                                   ? QStringLiteral("day")
                                                                   : QStringLiteral("night"));
    update();
}

void MainWindow::translate() {
    QString const kind = m_console.isDrill() ? tr("DRILL") : tr("LIVE");
    setWindowTitle(QStringLiteral("%1 · %2 · %3 · %4")
                       .arg(tr("OneBoard"), kind, m_console.realm(), m_console.deskName()));
    std::pair<char const*, QString> const names[] = {
        {"queue", tr("Incidents")}, {"inspector", tr("Inspector")}, {"units", tr("Units")},
        {"inbox", tr("To do")},     {"alarms", tr("Alarms")},       {"intake", tr("Call")},
        {"unit", tr("Unit sheet")}, {"roster", tr("Roster")},       {"grants", tr("Dispatch grants")}};
    for (auto const& [id, name] : names)
        if (auto* const dock = findChild<QDockWidget*>(QLatin1StringView(id))) dock->setWindowTitle(name);
    m_actions.translate();
    buildMenu();
}

void MainWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_console.theme());
    painter.fillRect(rect(), m_console.isDrill() ? colours.drill : colours.window);
    if (m_console.isDrill())
        painter.fillRect(rect().adjusted(drillFrame, drillFrame, -drillFrame, -drillFrame), colours.window);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && m_help != nullptr) translate();
    QMainWindow::changeEvent(event);
}

} // namespace ob::ui
