// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lookback/look_back_window.h"

#include "ui/console/drill_frame.h"
#include "ui/lookback/look_back_bar.h"
#include "ui/lookback/look_back_keys.h"
#include "ui/panels/incident_queue.h"
#include "ui/panels/inspector.h"
#include "ui/panels/map_panel.h"
#include "ui/panels/row_pen.h"
#include "ui/panels/top_bar.h"
#include "ui/panels/unit_board.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ob::ui {
namespace {

constexpr int stripes = 6;
constexpr int drillFrame = 3;

} // namespace

LookBackWindow::LookBackWindow(Console& live, AlarmDesk const& alarms, core::Instant at, QWidget* parent)
    : QWidget(parent, Qt::Window), m_live(live), m_look(live, at), m_actions(this),
      m_top(new TopBar(live, alarms)), m_bar(new LookBackBar(m_look, m_actions)), m_room(new QStackedLayout),
      m_waiting(new QLabel), m_rows(new QSplitter(Qt::Vertical)), m_columns(new QSplitter(Qt::Horizontal)),
      m_queue(new IncidentQueue(m_look.console())), m_map(new MapPanel(m_look.console())),
      m_inspector(new Inspector(m_look.console())), m_units(new UnitBoard(m_look.console())) {
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    addActions();
    DrillFrame::putOn(*this, live);
    connect(&m_look, &LookBack::changed, this, &LookBackWindow::follow);
    connect(&live, &Console::themeChanged, this, &LookBackWindow::translate);
    connect(m_top, &TopBar::alarmsWanted, this, &LookBackWindow::alarmsWanted);
    connect(m_inspector, &Inspector::lookBackWanted, this,
            [this](core::Instant moment) { m_look.goTo(moment + LookBack::untilKnown); });
    translate();
}

/// What shows the past goes before the past.
LookBackWindow::~LookBackWindow() {
    for (auto* const part : findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        delete part;
}

void LookBackWindow::build() {
    auto* const all = new QVBoxLayout(this);
    int const edge = stripes + (m_live.isDrill() ? drillFrame : 0);
    all->setContentsMargins(edge, edge, edge, edge);
    all->setSpacing(0);
    all->addWidget(m_top);
    all->addWidget(m_bar);
    all->addLayout(m_room, 1);
    m_waiting->setAlignment(Qt::AlignCenter);
    m_waiting->setWordWrap(true);
    m_room->addWidget(m_waiting);
    m_room->addWidget(m_rows);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_units);
    for (QWidget* const panel :
         {static_cast<QWidget*>(m_queue), static_cast<QWidget*>(m_map), static_cast<QWidget*>(m_inspector)})
        m_columns->addWidget(panel);
    for (auto* const splitter : {m_rows, m_columns}) {
        splitter->setHandleWidth(4);
        splitter->setChildrenCollapsible(false);
        connect(splitter, &QSplitter::splitterMoved, this, [this] { m_isArranged = true; });
    }
    setMinimumSize(960, 560);
}

void LookBackWindow::arrange() {
    int const side = std::min(scaled(width() < 1500 ? 350 : 430), width() * 3 / 10);
    m_columns->setSizes({side, std::max(1, width() - 2 * side), side});
    int const low = std::max(scaled(170), height() * 22 / 100);
    m_rows->setSizes({std::max(1, height() - low), low});
}

void LookBackWindow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (!m_isArranged) arrange();
}

void LookBackWindow::addActions() {
    m_actions.add({.id = "lookback.full",
                   .menu = ActionRegistry::Menu::View,
                   .keys = {lookBackKey("lookback.full").key},
                   .text = [] { return wordsOf(lookBackKey("lookback.full")); },
                   .run = [this] { setWindowState(windowState() ^ Qt::WindowFullScreen); }});
    m_actions.add({.id = "lookback.close",
                   .menu = ActionRegistry::Menu::Window,
                   .keys = {lookBackKey("lookback.close").key},
                   .text = [] { return wordsOf(lookBackKey("lookback.close")); },
                   .run = [this] { close(); }});
    m_actions.add({.id = "lookback.distress",
                   .menu = ActionRegistry::Menu::Unit,
                   .keys = {lookBackKey("lookback.distress").key},
                   .text = [] { return wordsOf(lookBackKey("lookback.distress")); },
                   .run = [this] { Q_EMIT distressWanted(m_look.console().selectedUnit()); }});
}

void LookBackWindow::openMap(std::shared_ptr<core::TilePort> port) { m_map->view().openMap(std::move(port)); }

bool LookBackWindow::isSettled() const {
    return m_look.isShown() && !m_look.isWorking() && m_map->view().isSettled();
}

void LookBackWindow::translate() {
    Tokens const& colours = tokens(m_live.theme());
    QPalette look = palette();
    look.setColor(QPalette::WindowText, colours.muted);
    m_waiting->setPalette(look);
    m_waiting->setFont(panelFont(15));
    m_actions.translate();
    follow();
    update();
}

void LookBackWindow::follow() {
    QString const time = minuteText(m_look.moment(), m_live.zone());
    bool const isToday = m_live.zone().localDay(m_look.moment()) == m_live.zone().localDay(m_live.now());
    QString const day = textOf(m_live.zone().localText(m_look.moment())).mid(5, 5);
    QString const view = tr("Looking back %1").arg(isToday ? time : day + QLatin1Char(' ') + time);
    m_top->lookBack(view);
    QString const kind = m_live.isDrill() ? tr("DRILL") : tr("LIVE");
    setWindowTitle(QStringLiteral("%1 · %2 · %3 · %4").arg(view, kind, m_live.realm(), m_live.deskName()));
    m_waiting->setText(m_look.problem().empty()
                           ? tr("Working: the board of that moment is put together from the journal …")
                           : m_bar->state());
    m_room->setCurrentWidget(m_look.isShown() ? static_cast<QWidget*>(m_rows) : m_waiting);
}

void LookBackWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    Tokens const& colours = tokens(m_live.theme());
    painter.fillRect(rect(), colours.window);
    int const edge = stripes + (m_live.isDrill() ? drillFrame : 0);
    QRegion const frame = QRegion(rect()) - QRegion(rect().adjusted(edge, edge, -edge, -edge));
    painter.setClipRegion(frame);
    painter.setRenderHint(QPainter::Antialiasing);
    constexpr int wide = 10;
    painter.setPen(QPen(colours.priority[1], wide, Qt::SolidLine, Qt::FlatCap));
    for (int x = -height(); x < width(); x += 2 * wide)
        painter.drawLine(QPointF(x - wide, height() + wide), QPointF(x + height() + wide, -wide));
}

void LookBackWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

/// Also when the desk is locked.
void LookBackWindow::hideEvent(QHideEvent* event) {
    m_look.play(0);
    QWidget::hideEvent(event);
}

} // namespace ob::ui
