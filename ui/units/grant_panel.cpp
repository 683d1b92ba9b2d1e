// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/grant_panel.h"

#include "ui/console/flat_button.h"
#include "ui/panels/panel_header.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/units/grant_text.h"

#include <QButtonGroup>
#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPointer>
#include <QTableView>
#include <QToolButton>

#include <algorithm>
#include <utility>

// What the grants do; how they are laid out is in grant_layout.cpp.
namespace ob::ui {

using core::DispatchGrant;

GrantPanel::GrantPanel(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_header(new PanelHeader(console)), m_model(console),
      m_record(console), m_table(new QTableView), m_close(new QToolButton), m_choices(new QButtonGroup(this)),
      m_cell(new QLabel), m_meaning(new QLabel), m_save(new FlatButton(FlatButton::Weight::Main)),
      m_discard(new FlatButton(FlatButton::Weight::Other)), m_told(new QLabel), m_recordTitle(new QLabel),
      m_lines(new QListView), m_pace([this] { refresh(); }) {
    build();
    connect(&console, &Console::boardChanged, this, [this] { m_pace.ask(m_console.board().units().size()); });
    connect(&console, &Console::sessionChanged, this, &GrantPanel::tell);
    connect(&console, &Console::themeChanged, this, &GrantPanel::dress);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &GrantPanel::tell);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &GrantPanel::tell);
    connect(m_choices, &QButtonGroup::idClicked, this,
            [this](int grant) { choose(static_cast<DispatchGrant>(grant)); });
    connect(m_save, &QAbstractButton::clicked, this, &GrantPanel::save);
    connect(m_discard, &QAbstractButton::clicked, &m_model, &GrantModel::discard);
    connect(m_close, &QToolButton::clicked, this, &GrantPanel::left);
    translate();
}

void GrantPanel::refresh() {
    if (!isVisible()) return;
    auto const row = m_table->currentIndex().row();
    auto const column = m_table->currentIndex().column();
    m_model.refresh();
    m_record.refresh();
    if (!m_table->currentIndex().isValid() && row >= 0)
        m_table->setCurrentIndex(m_model.index(row, std::min(column, m_model.columnCount() - 1)));
    tell();
}

std::optional<GrantModel::Cell> GrantPanel::current() const {
    return m_model.cellAt(m_table->currentIndex());
}

void GrantPanel::choose(DispatchGrant grant) {
    auto const cell = current();
    if (!cell || !whyReadOnly().isEmpty()) return;
    m_told->clear();
    m_model.prepare(*cell, grant);
}

QString GrantPanel::whyReadOnly() const {
    if (m_model.rowCount() == 0) return tr("There is no other agency in this realm.");
    // Asked of the rules themselves, with something that is not so yet.
    auto const cell = current().value_or(*m_model.cellAt(m_model.index(0, 0)));
    auto const other =
        m_model.standing(cell) == DispatchGrant::Direct ? DispatchGrant::Own : DispatchGrant::Direct;
    core::Command const probe{.intent = core::SetDispatchGrant{cell.group, cell.to, other}, .occurredAt = {}};
    auto const decided = core::decide(m_console.board(), probe, m_console.context());
    if (decided) return {};
    auto const wording = m_console.wording();
    return refusalText(decided.error(), &wording);
}

QString GrantPanel::sentenceOf(core::SetDispatchGrant const& change) const {
    GrantModel::Cell const cell{change.group, change.to};
    auto const reach = m_model.reachOf(cell);
    return grantMeaning({.change = change,
                         .before = m_model.standing(cell),
                         .units = reach.units,
                         .available = reach.available},
                        m_console.wording());
}

QString GrantPanel::meaning() const {
    auto const changes = m_model.changes();
    QStringList sentences;
    for (auto const& change : changes) {
        if (static_cast<std::size_t>(sentences.size()) == mostSentences) {
            sentences << tr("… and %1 more").arg(changes.size() - mostSentences);
            break;
        }
        sentences << tr("After saving: %1").arg(sentenceOf(change));
    }
    if (!changes.empty()) return sentences.join(QLatin1Char('\n'));
    auto const cell = current();
    return cell ? tr("Now: %1").arg(sentenceOf({cell->group, cell->to, m_model.standing(*cell)})) : QString();
}

QString GrantPanel::told() const { return m_told->text(); }

void GrantPanel::tell() {
    if (!isVisible()) return;
    auto const cell = current();
    QString const why = whyReadOnly();
    bool const isOpen = why.isEmpty();
    m_cell->setText(cell ? agencyName(cell->to, m_console.wording()) + QStringLiteral(" · ")
                               + groupName(cell->group)
                         : tr("Choose a cell with the arrow keys or the mouse."));
    m_choices->setExclusive(false);
    for (auto* const button : m_choices->buttons()) {
        auto const grant = static_cast<DispatchGrant>(m_choices->id(button));
        button->setEnabled(isOpen && cell);
        button->setChecked(cell && m_model.prepared(*cell).value_or(m_model.standing(*cell)) == grant);
    }
    m_choices->setExclusive(true);
    m_meaning->setText(isOpen ? meaning() : joined({why, meaning()}));
    auto const count = m_model.changes().size();
    m_save->setText(count == 0 ? tr("Save") : tr("Save (%1)").arg(count));
    m_save->updateGeometry();
    m_save->setEnabled(isOpen && count > 0);
    m_discard->setEnabled(count > 0);
    m_header->tell(isOpen ? tr("who may send our units · every change goes on record") : tr("read only"));
    m_table->viewport()->update();
}

void GrantPanel::save() {
    if (!whyReadOnly().isEmpty()) return tell();
    m_told->clear();
    for (auto const& change : m_model.changes())
        m_console.submit(
            {.intent = change, .occurredAt = {}},
            [panel = QPointer(this), cell = GrantModel::Cell{change.group, change.to}](auto const& told) {
                if (panel) panel->heard(cell, told);
            });
}

void GrantPanel::heard(GrantModel::Cell const& cell, core::Result<core::Receipt> const& told) {
    auto const wording = m_console.wording();
    QString const words =
        told ? tr("Saved: %1.").arg(agencyName(cell.to, wording)) : refusalText(told.error(), &wording);
    m_told->setText(joined({m_told->text(), words}));
    if (told) m_model.takeBack(cell);
    tell();
}

void GrantPanel::focusTable() {
    // The view would make a cell current without choosing it.
    if (!m_table->currentIndex().isValid() && m_model.rowCount() > 0)
        m_table->setCurrentIndex(m_model.index(0, 0));
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void GrantPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void GrantPanel::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) return Q_EMIT left();
    QWidget::keyPressEvent(event);
}

/// 1, 2, 3 in the table choose; Delete takes back what was prepared.
bool GrantPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_corner && event->type() == QEvent::Paint) {
        QPainter(m_corner).fillRect(m_corner->rect(), tokens(m_console.theme()).raised);
        return true;
    }
    if (watched != m_table || event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent*>(event)->key()) {
    case Qt::Key_1: choose(DispatchGrant::Own); return true;
    case Qt::Key_2: choose(DispatchGrant::Request); return true;
    case Qt::Key_3: choose(DispatchGrant::Direct); return true;
    case Qt::Key_Delete:
        if (auto const cell = current()) m_model.takeBack(*cell);
        return true;
    default: return false;
    }
}

void GrantPanel::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
