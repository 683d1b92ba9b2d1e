// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// How the grants are laid out and named, of ui/units/grant_panel.h.
#include "ui/console/flat_button.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/row_pen.h"
#include "ui/text/state_text.h"
#include "ui/units/flat_header.h"
#include "ui/units/grant_panel.h"
#include "ui/units/grant_text.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QScrollArea>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

namespace ob::ui {
namespace {

using core::DispatchGrant;

/// What is granted stands out by weight, what will change by its bar.
class GrantDelegate : public QStyledItemDelegate {
  public:
    GrantDelegate(Console& console, GrantModel const& model, QObject* parent)
        : QStyledItemDelegate(parent), m_console(console), m_model(model) {}

    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override {
        Tokens const& colours = tokens(m_console.theme());
        RowPen pen(*painter, colours);
        QRect const where = option.rect;
        auto const cell = m_model.cellAt(index);
        auto const next = cell ? m_model.prepared(*cell) : std::nullopt;
        bool const isCurrent = option.state.testFlag(QStyle::State_Selected);
        pen.ground(where, isCurrent, false);
        if (next)
            painter->fillRect(QRect(where.left(), where.top(), scaled(3), where.height()),
                              colours.selectedEdge);
        bool const isGranted =
            cell && !m_model.isInherited(*cell) && m_model.standing(*cell) != DispatchGrant::Own;
        bool const isNothing = index.data().toString() == grantsNothing();
        bool const isLoud = next || isGranted || (!cell && !isNothing);
        // What it was is said in the sentences.
        QString const words = next ? QStringLiteral("→ ") + wordOf(*next) : index.data().toString();
        pen.text(where.adjusted(scaled(8), 0, -scaled(6), 0), words,
                 {.ink = isLoud ? colours.text : colours.muted,
                  .weight = next ? QFont::DemiBold : QFont::Normal,
                  .pixels = 13});
    }

  private:
    Console& m_console;
    GrantModel const& m_model;
};

/// When and who, and below it what.
class RecordDelegate : public QStyledItemDelegate {
  public:
    RecordDelegate(Console& console, GrantRecordModel const& model, QObject* parent)
        : QStyledItemDelegate(parent), m_console(console), m_model(model) {}

    QSize sizeHint(QStyleOptionViewItem const&, QModelIndex const&) const override {
        return {scaled(120), scaled(40)};
    }
    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override {
        auto const& row = m_model.row(index.row());
        Tokens const& colours = tokens(m_console.theme());
        RowPen pen(*painter, colours);
        QRect const where = option.rect.adjusted(scaled(8), 0, -scaled(8), 0);
        QRect const first(where.left(), where.top() + scaled(2), where.width(), scaled(18));
        int const taken = pen.text(first, row.time, {.ink = colours.muted, .pixels = 13});
        pen.text(first.adjusted(taken + scaled(8), 0, 0, 0), row.person,
                 {.ink = colours.muted, .pixels = 13});
        pen.text(first.translated(0, scaled(18)), row.words, {.ink = colours.text, .pixels = 13});
    }

  private:
    Console& m_console;
    GrantRecordModel const& m_model;
};

} // namespace

void GrantPanel::build() {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    m_close->setText(QStringLiteral("✕"));
    m_close->setAutoRaise(true);
    m_close->setFocusPolicy(Qt::TabFocus);
    m_header->add(m_close);
    auto* const sides = new QHBoxLayout;
    sides->setSpacing(scaled(4));
    layout->addLayout(sides, 1);
    m_table->setModel(&m_model);
    m_table->setHorizontalHeader(new FlatHeader(m_console, Qt::Horizontal, m_table));
    m_table->setVerticalHeader(new FlatHeader(m_console, Qt::Vertical, m_table));
    m_table->setItemDelegate(new GrantDelegate(m_console, m_model, m_table));
    m_table->setCornerButtonEnabled(false);
    m_corner = m_table->findChild<QAbstractButton*>();
    if (m_corner != nullptr) m_corner->installEventFilter(this);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->installEventFilter(this);
    sides->addWidget(m_table, 5);
    auto* const choices = new QWidget;
    auto* const right = new QVBoxLayout(choices);
    right->setContentsMargins(scaled(4), scaled(4), scaled(8), 0);
    right->setSpacing(scaled(4));
    auto* const scroll = new QScrollArea; // for large text on a low screen
    scroll->setWidget(choices);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    choices->setAutoFillBackground(false);
    sides->addWidget(scroll, 3);
    buildChoices(*right);
    m_lines->setModel(&m_record);
    m_lines->setItemDelegate(new RecordDelegate(m_console, m_record, m_lines));
    m_lines->setFrameShape(QFrame::NoFrame);
    m_lines->setSelectionMode(QAbstractItemView::NoSelection);
    m_lines->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_lines->setMinimumHeight(scaled(40)); // the choices come first
    right->addWidget(m_recordTitle);
    right->addWidget(m_lines, 1);
}

void GrantPanel::buildChoices(QBoxLayout& column) {
    column.addWidget(m_cell);
    m_choiceRow = new QBoxLayout(QBoxLayout::TopToBottom);
    m_choiceRow->setSpacing(scaled(4));
    for (auto const grant : {DispatchGrant::Own, DispatchGrant::Request, DispatchGrant::Direct}) {
        auto* const button = new FlatButton(FlatButton::Weight::Other);
        button->setCheckable(true);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        m_choices->addButton(button, static_cast<int>(grant));
        m_choiceRow->addWidget(button);
    }
    m_choiceRow->addStretch(1);
    column.addLayout(m_choiceRow);
    column.addWidget(m_meaning);
    auto* const saving = new QHBoxLayout;
    saving->setSpacing(scaled(4));
    saving->addWidget(m_save);
    saving->addWidget(m_discard);
    saving->addWidget(m_told, 1);
    column.addLayout(saving);
    for (auto* const label : {m_cell, m_meaning, m_told}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
}

/// The choices beside each other where there is room for them, else one below the other.
void GrantPanel::resizeEvent(QResizeEvent*) {
    int needed = scaled(24);
    for (auto const* const button : m_choices->buttons())
        needed += button->sizeHint().width() + m_choiceRow->spacing();
    // All columns beside each other as long as each can be told from the next: cut words beat a table that
    // goes sideways.
    int const room = width() * 5 / 8 - m_table->verticalHeader()->sizeHint().width();
    bool const fits = m_model.columnCount() * scaled(100) <= room;
    m_table->horizontalHeader()->setSectionResizeMode(fits ? QHeaderView::Stretch : QHeaderView::Interactive);
    m_table->setHorizontalScrollBarPolicy(fits ? Qt::ScrollBarAlwaysOff : Qt::ScrollBarAsNeeded);
    bool const hasRoom = needed <= width() * 3 / 8;
    m_choiceRow->setDirection(hasRoom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

QSize GrantPanel::sizeHint() const { return {scaled(900), scaled(360)}; }

void GrantPanel::translate() {
    m_header->name(tr("Dispatch grants"));
    m_table->setAccessibleName(tr("Dispatch grants by agency and unit group"));
    m_close->setAccessibleName(tr("Close the dispatch grants"));
    m_close->setFont(panelFont(13));
    int number = 0;
    for (auto const grant : {DispatchGrant::Own, DispatchGrant::Request, DispatchGrant::Direct}) {
        auto* const button = m_choices->button(static_cast<int>(grant));
        button->setText(QStringLiteral("%1 %2").arg(++number).arg(wordOf(grant)));
        button->setAccessibleName(wordOf(grant));
        button->setFont(panelFont(13));
        button->updateGeometry();
    }
    m_discard->setText(tr("Discard"));
    m_recordTitle->setText(tr("Record"));
    m_lines->setAccessibleName(tr("Record of the grants"));
    for (auto* const button : {m_save, m_discard}) {
        button->setFont(panelFont(13));
        button->updateGeometry();
    }
    auto* const names = m_table->horizontalHeader();
    names->setDefaultSectionSize(scaled(150));
    m_table->verticalHeader()->updateGeometry();
    names->setStretchLastSection(true);
    m_table->verticalHeader()->setMinimumSectionSize(scaled(26));
    m_table->verticalHeader()->setDefaultSectionSize(scaled(26));
    m_record.retranslate();
    dress();
    tell();
}

void GrantPanel::dress() {
    QPalette look = ob::ui::palette(m_console.theme());
    m_meaning->setFont(panelFont());
    m_meaning->setPalette(look);
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    for (QLabel* const label : {m_cell, m_told, m_recordTitle}) {
        label->setFont(panelFont(13, label == m_recordTitle ? QFont::DemiBold : QFont::Normal));
        label->setPalette(look);
    }
    m_table->viewport()->update();
    update();
}

void GrantPanel::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokens(m_console.theme()).panel);
}

} // namespace ob::ui
