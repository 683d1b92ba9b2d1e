// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/roster_panel.h"

#include "core/language/line.h"
#include "ui/console/flat_button.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"
#include "ui/units/labelled_field.h"
#include "ui/units/shift_end.h"

#include <QComboBox>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

// What the roster does; how it is laid out is in roster_layout.cpp.
namespace ob::ui {

RosterPanel::RosterPanel(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_header(new PanelHeader(console)), m_model(console),
      m_table(new QTableView), m_empty(new QLabel), m_filter(new QComboBox), m_search(new QLineEdit),
      m_scope(new QToolButton), m_order(new QToolButton), m_close(new QToolButton), m_chosen(new QLabel),
      m_until(new LabelledField(console)), m_told(new QLabel), m_pace([this] { refresh(); }) {
    build();
    connect(&console, &Console::boardChanged, this, [this] { m_pace.ask(m_console.board().units().size()); });
    connect(&console, &Console::ticked, this, [this] {
        if (isVisible()) m_model.pass();
    });
    connect(&console, &Console::selectionChanged, this, &RosterPanel::followSelection);
    connect(&console, &Console::themeChanged, this, &RosterPanel::dress);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &RosterPanel::keepPlace);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &RosterPanel::findPlace);
    connect(m_table, &QTableView::activated, this,
            [this](QModelIndex const& index) { Q_EMIT sheetWanted(m_model.row(index.row()).unit->id); });
    connect(m_table, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        if (auto const index = m_table->indexAt(at); index.isValid())
            Q_EMIT menuWanted(m_model.row(index.row()).unit->id, m_table->viewport()->mapToGlobal(at));
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &RosterPanel::select);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RosterPanel::tellCounts);
    connect(m_filter, &QComboBox::currentIndexChanged, this,
            [this](int index) { m_model.show(rosterFilters[static_cast<std::size_t>(std::max(0, index))]); });
    connect(m_search, &QLineEdit::textChanged, &m_model, &RosterModel::search);
    connect(m_scope, &QToolButton::toggled, this, [this](bool isAll) {
        m_model.show(isAll ? RosterModel::Scope::All : RosterModel::Scope::Own);
        fitColumns();
    });
    connect(m_close, &QToolButton::clicked, this, &RosterPanel::left);
    translate();
}

QSize RosterPanel::sizeHint() const { return {scaled(900), scaled(360)}; }

void RosterPanel::refresh() {
    if (!isVisible()) return;
    m_model.refresh();
    tellCounts();
    tellEmptiness();
}

QString RosterPanel::told() const { return m_told->text(); }

void RosterPanel::tellCounts() {
    auto const& byAgency = m_console.counts().byAgency;
    auto const own = m_console.agency().value;
    auto const counts = m_model.scope() == RosterModel::Scope::All ? m_console.counts().units
                        : own < byAgency.size()                    ? byAgency[own]
                                                                   : core::BoardCounts::Units();
    QString told = tr("on duty %1 · engaged %2 · available %3 · out of service %4")
                       .arg(counts.onDuty)
                       .arg(counts.engaged)
                       .arg(counts.available)
                       .arg(counts.outOfService);
    if (auto const order = m_model.ordered()) told += tr(" · by %1").arg(RosterModel::nameOf(*order));
    m_header->tell(told);
    auto const rows = m_table->selectionModel()->selectedRows().size();
    m_chosen->setText(tr("chosen %1").arg(rows));
    for (auto const& [button, step] : m_buttons)
        button->setEnabled(rows > 0);
}

void RosterPanel::tellEmptiness() {
    bool const isEmpty = m_model.rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(m_model.isNarrowed()
                         ? tr("Nothing fits the filter.")
                         : tr("This agency has no unit on the board yet.\nUNIT E01 ENGINE registers one."));
}

Units RosterPanel::chosen() const {
    std::vector<int> rows;
    for (auto const& index : m_table->selectionModel()->selectedRows())
        rows.push_back(index.row());
    std::ranges::sort(rows);
    Units units;
    for (int const row : rows)
        units.push_back(m_model.row(row).unit);
    return units;
}

void RosterPanel::propose(DutyStep step) {
    std::optional<core::Duration> length;
    if (step == DutyStep::On && !m_until->text().isEmpty()) {
        length = timeUntil(m_until->text(), m_console.now(), m_console.zone());
        if (!length) {
            m_told->setText(tr("The end of the shift is a time of day (08:00) or a length (12h)."));
            return m_until->setFocus(Qt::OtherFocusReason);
        }
    }
    auto const selection = selectedFor(step, chosen(), m_console);
    m_told->setText(leftOutText(selection));
    if (selection.units.empty()) return;
    QString const line = lineOf(step, selection.units, length, m_console);
    if (line.toUcs4().size() > static_cast<qsizetype>(core::maxLineCodePoints))
        return m_told->setText(
            tr("That is too much for one line: choose fewer than %1.").arg(selection.units.size()));
    m_console.propose(line, false);
}

void RosterPanel::focusTable() {
    // The view would make a row current without choosing it.
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0) m_table->selectRow(0);
    m_table->setFocus(Qt::ShortcutFocusReason);
    select(m_table->currentIndex());
}

/// The one that the keys are on is the selected unit of the console.
void RosterPanel::select(QModelIndex const& index) {
    if (index.isValid() && !m_isRestoring && m_table->hasFocus())
        m_console.selectUnit(m_model.row(index.row()).unit->id);
}

void RosterPanel::keepPlace() {
    m_isRestoring = true;
    m_kept.clear();
    for (auto const& unit : chosen())
        m_kept.insert(unit->id);
    auto const current = m_table->currentIndex();
    m_current = current.isValid() ? m_model.row(current.row()).unit->id : core::UnitId();
    auto const top = m_table->indexAt(QPoint(4, 4));
    bool const isScrolled = m_table->verticalScrollBar()->value() > 0;
    m_top = top.isValid() && isScrolled ? m_model.row(top.row()).unit->id : core::UnitId();
}

void RosterPanel::findPlace() {
    auto* const selection = m_table->selectionModel();
    QItemSelection rows;
    for (auto const& unit : m_kept)
        if (int const row = m_model.rowOf(unit); row >= 0)
            rows.select(m_model.index(row, 0), m_model.index(row, rosterColumns - 1));
    selection->select(rows, QItemSelectionModel::ClearAndSelect);
    if (int const row = m_model.rowOf(m_current); row >= 0)
        selection->setCurrentIndex(m_model.index(row, 0), QItemSelectionModel::NoUpdate);
    if (int const top = m_model.rowOf(m_top); top >= 0)
        m_table->scrollTo(m_model.index(top, 0), QAbstractItemView::PositionAtTop);
    m_isRestoring = false;
    tellCounts();
    tellEmptiness();
}

/// Several rows that were chosen here stay chosen.
void RosterPanel::followSelection() {
    if (!isVisible() || m_table->hasFocus()) return;
    int const row = m_model.rowOf(m_console.selectedUnit());
    if (row < 0 || m_table->selectionModel()->selectedRows().size() > 1) return;
    m_isRestoring = true;
    m_table->selectRow(row);
    m_isRestoring = false;
}

void RosterPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
    followSelection();
}

void RosterPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

/// Nothing moves under the cursor; from the search down into the table.
bool RosterPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_table->viewport()) {
        if (event->type() == QEvent::Enter) m_model.hold(true);
        if (event->type() == QEvent::Leave) m_model.hold(false);
    }
    if (watched == m_search && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        focusTable();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void RosterPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
