// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// How the roster is laid out and named, of ui/units/roster_panel.h.
#include "ui/console/flat_button.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/row_pen.h"
#include "ui/text/state_text.h"
#include "ui/units/flat_header.h"
#include "ui/units/labelled_field.h"
#include "ui/units/roster_delegate.h"
#include "ui/units/roster_panel.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ob::ui {
namespace {

/// At the text scale 1; the state takes what is left.
int widthOf(RosterColumn column) {
    switch (column) {
    case RosterColumn::Callsign: return 96;
    case RosterColumn::Kind: return 130;
    case RosterColumn::Station: return 130;
    case RosterColumn::State: return 200;
    case RosterColumn::Since: return 72;
    case RosterColumn::Crew: return 52;
    case RosterColumn::Vehicle: return 90;
    case RosterColumn::ShiftEnd: return 92;
    case RosterColumn::Agency: return 110;
    }
    return 100;
}

QString nameOf(RosterFilter filter) {
    switch (filter) {
    case RosterFilter::All: return RosterPanel::tr("All");
    case RosterFilter::OnDuty: return RosterPanel::tr("On duty");
    case RosterFilter::Engaged: return RosterPanel::tr("Engaged");
    case RosterFilter::Available: return wordOf(core::DutyState::Available);
    case RosterFilter::OutOfService: return wordOf(core::DutyState::Unavailable);
    case RosterFilter::OnRecall: return wordOf(core::DutyState::Conditional);
    case RosterFilter::OffDuty: return wordOf(core::DutyState::OffDuty);
    case RosterFilter::ShiftOver: return RosterPanel::tr("Shift over");
    }
    return {};
}

} // namespace

void RosterPanel::build() {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_table, 1);
    layout->addWidget(m_empty, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    buildTools();
    buildTable();
    auto* const row = new QHBoxLayout;
    row->setContentsMargins(scaled(8), scaled(4), scaled(8), scaled(4));
    row->setSpacing(scaled(6));
    row->addWidget(m_chosen);
    for (auto const step : {DutyStep::On, DutyStep::Available, DutyStep::Off}) {
        auto* const button = new FlatButton(FlatButton::Weight::Other);
        connect(button, &QAbstractButton::clicked, this, [this, step] { propose(step); });
        if (step == DutyStep::On) row->addWidget(m_until);
        row->addWidget(button);
        m_buttons.push_back({button, step});
    }
    row->addWidget(m_told, 1);
    m_told->setTextFormat(Qt::PlainText);
    layout->addLayout(row);
}

void RosterPanel::buildTools() {
    for (auto const filter : rosterFilters)
        m_filter->addItem(nameOf(filter));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_scope->setCheckable(true);
    m_order->setPopupMode(QToolButton::InstantPopup);
    m_close->setText(QStringLiteral("✕"));
    for (auto* const button : {m_scope, m_order, m_close}) {
        button->setAutoRaise(button == m_close);
        button->setFocusPolicy(Qt::TabFocus);
    }
    for (QWidget* const tool :
         {static_cast<QWidget*>(m_filter), static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_scope),
          static_cast<QWidget*>(m_order), static_cast<QWidget*>(m_close)})
        m_header->add(tool);
}

void RosterPanel::buildTable() {
    m_table->setModel(&m_model);
    auto* const names = new FlatHeader(m_console, Qt::Horizontal, m_table);
    m_table->setHorizontalHeader(names);
    names->setSectionsClickable(true);
    names->setSortIndicatorClearable(true);
    names->setSortIndicator(-1, Qt::AscendingOrder);
    names->setMinimumSectionSize(scaled(40));
    m_table->setSortingEnabled(true);
    m_table->setItemDelegate(new RosterDelegate(m_console, m_model, m_table));
    m_table->verticalHeader()->hide();
    m_table->setCornerButtonEnabled(false);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_table->viewport()->installEventFilter(this);
    connect(names, &QHeaderView::sortIndicatorChanged, this, &RosterPanel::tellCounts);
}

void RosterPanel::buildOrderMenu() {
    delete m_order->menu();
    auto* const menu = new QMenu(m_order);
    auto* const names = m_table->horizontalHeader();
    menu->addAction(tr("By need"), this, [names] { names->setSortIndicator(-1, Qt::AscendingOrder); });
    for (int at = 0; at < rosterColumns; ++at)
        menu->addAction(RosterModel::nameOf(static_cast<RosterColumn>(at)), this,
                        [names, at] { names->setSortIndicator(at, Qt::AscendingOrder); });
    m_order->setMenu(menu);
}

/// The state takes what is left. What the unit sheet tells as well gives way where there is little room.
void RosterPanel::fitColumns() {
    auto* const names = m_table->horizontalHeader();
    int const room = m_table->width() - m_table->verticalScrollBar()->sizeHint().width();
    int const state = static_cast<int>(RosterColumn::State);
    int const agency = static_cast<int>(RosterColumn::Agency);
    m_table->setColumnHidden(agency, m_model.scope() == RosterModel::Scope::Own);
    int needed = 0;
    for (int at = 0; at < rosterColumns; ++at)
        if (at != agency || !m_table->isColumnHidden(agency))
            needed += scaled(widthOf(static_cast<RosterColumn>(at)));
    for (auto const column : {RosterColumn::Vehicle, RosterColumn::Station, RosterColumn::Kind}) {
        bool const isTooMuch = needed > room;
        m_table->setColumnHidden(static_cast<int>(column), isTooMuch);
        if (isTooMuch) needed -= scaled(widthOf(column));
    }
    int others = 0;
    for (int at = 0; at < rosterColumns; ++at)
        if (at != state && !m_table->isColumnHidden(at)) others += names->sectionSize(at);
    names->resizeSection(state, std::max(scaled(widthOf(RosterColumn::State)), room - others));
}

void RosterPanel::resizeEvent(QResizeEvent*) { fitColumns(); }

void RosterPanel::translate() {
    m_header->name(tr("Roster"));
    m_table->setAccessibleName(tr("Roster"));
    m_filter->setAccessibleName(tr("Which units"));
    m_filter->setFont(panelFont(13));
    for (std::size_t at = 0; at < rosterFilters.size(); ++at)
        m_filter->setItemText(static_cast<int>(at), nameOf(rosterFilters[at]));
    m_search->setPlaceholderText(tr("Filter"));
    m_search->setAccessibleName(tr("Filter units"));
    m_search->setFont(panelFont(13));
    m_search->setMaximumWidth(scaled(140));
    m_scope->setText(tr("All agencies"));
    m_scope->setAccessibleName(m_scope->text());
    m_order->setText(tr("Order"));
    m_order->setAccessibleName(m_order->text());
    m_close->setAccessibleName(tr("Close the roster"));
    for (auto* const button : {m_scope, m_order, m_close})
        button->setFont(panelFont(13));
    buildOrderMenu();
    m_until->limitWidth(112);
    m_until->name(tr("Shift until"), tr("08:00 or 12h"));
    for (auto const& [button, step] : m_buttons) {
        button->setText(step == DutyStep::On          ? tr("On duty (Ctrl+1)")
                        : step == DutyStep::Available ? tr("Available (Ctrl+2)")
                                                      : tr("Off duty (Ctrl+3)"));
        button->setFont(panelFont());
        button->updateGeometry();
    }
    auto* const names = m_table->horizontalHeader();
    for (int at = 0; at < rosterColumns; ++at)
        names->resizeSection(at, scaled(widthOf(static_cast<RosterColumn>(at))));
    fitColumns();
    m_table->verticalHeader()->setMinimumSectionSize(scaled(24));
    m_table->verticalHeader()->setDefaultSectionSize(scaled(24));
    names->viewport()->update();
    dress();
    tellCounts();
    tellEmptiness();
}

void RosterPanel::dress() {
    QPalette look = ob::ui::palette(m_console.theme());
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    for (QLabel* const label : {m_empty, m_chosen, m_told}) {
        label->setFont(panelFont(13));
        label->setPalette(look);
    }
    m_table->viewport()->update();
    update();
}

void RosterPanel::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokens(m_console.theme()).panel);
}

} // namespace ob::ui
