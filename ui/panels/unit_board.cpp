// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/unit_board.h"

#include "ui/panels/panel_header.h"
#include "ui/panels/panel_scroll.h"
#include "ui/panels/row_pen.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QListView>
#include <QMouseEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

class UnitDelegate : public QStyledItemDelegate {
  public:
    UnitDelegate(Console& console, UnitColumn const& model, QObject* parent)
        : QStyledItemDelegate(parent), m_console(console), m_model(model) {}

    QSize sizeHint(QStyleOptionViewItem const&, QModelIndex const&) const override {
        return {scaled(120), scaled(24)};
    }

    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override {
        auto const& shown = m_model.row(index.row());
        Tokens const& colours = tokens(m_console.theme());
        RowPen pen(*painter, colours);
        QRect const row = option.rect;
        bool const isSelected = shown.unit && shown.unit->id == m_console.selectedUnit();
        bool const isUnderCursor = option.state.testFlag(QStyle::State_MouseOver);
        if (isSelected || isUnderCursor) pen.ground(row, isSelected, isUnderCursor);
        QRect const glyph(row.left() + scaled(8), row.top(), scaled(16), row.height());
        QRect words(glyph.right() + scaled(5), row.top(), row.right() - glyph.right() - scaled(12),
                    row.height());
        if (!shown.unit) {
            pen.glyph(glyph,
                      {.state = shown.kind == UnitColumn::Row::Kind::Available ? MarkState::Available
                                                                               : MarkState::OutOfService});
            pen.muted(words,
                      m_model.words(shown) + (shown.isOpen ? QStringLiteral(" ▾") : QStringLiteral(" ▸")));
            return;
        }
        auto const& standing = shown.standing;
        pen.glyph(glyph, {.state = standing.state,
                          .isUndelivered = standing.isUndelivered,
                          .isDistress = shown.unit->distress.has_value()});
        QRect const time = row.adjusted(0, 0, -scaled(6), 0);
        bool const isLate = standing.overdue.has_value() || shown.unit->distress;
        // Whose it is says the column. Where there is no room for all, its letter has said what it does, and
        // then the seconds of a long time go before the number does.
        QFontMetrics const small(panelFont(13));
        QString const callsign = textOf(shown.unit->callsign.text());
        QString const number = standing.incident ? spokenNumber(standing.incident->number) : QString();
        int const name = std::max(QFontMetrics(panelFont()).horizontalAdvance(callsign), scaled(28));
        int const room =
            time.right() - words.left() - scaled(4) - name - scaled(6) - small.horizontalAdvance(number);
        core::Duration const elapsed = m_console.now() - standing.since;
        QString const since = elapsedText(elapsed);
        int const timeTaken =
            pen.text(time, small.horizontalAdvance(since) > room ? briefElapsedText(elapsed) : since,
                     {.ink = isLate ? colours.priority[0] : colours.muted,
                      .pixels = 13,
                      .align = Qt::AlignRight | Qt::AlignVCenter});
        words.setRight(time.right() - timeTaken - scaled(4));
        int const taken = pen.text(words, callsign);
        words.setLeft(words.left() + std::max(taken, scaled(28)) + scaled(6));
        QString told = m_model.words(shown);
        if (standing.incident && small.horizontalAdvance(told) > words.width()) told = number;
        pen.text(words, told, {.ink = isLate ? colours.priority[0] : colours.muted, .pixels = 13});
    }

  private:
    Console& m_console;
    UnitColumn const& m_model;
};

} // namespace

UnitBoard::UnitBoard(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_header(new PanelHeader(console)), m_scroll(new QScrollArea),
      m_row(new QHBoxLayout), m_pace([this] { refresh(); }) {
    placeScrolled(*this, *m_header, *m_scroll, *m_row);
    m_row->setSpacing(1);
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto const soon = [this] { m_pace.ask(m_console.board().units().size()); };
    connect(&console, &Console::boardChanged, this, soon);
    connect(&console, &Console::ticked, this, soon);
    connect(&console, &Console::selectionChanged, this, &UnitBoard::followSelection);
    connect(&console, &Console::themeChanged, this, &UnitBoard::followSelection);
    refresh();
    translate();
    followSelection();
}

QSize UnitBoard::sizeHint() const { return {scaled(1300), scaled(236)}; }

void UnitBoard::translate() {
    m_header->name(tr("Units"));
    for (auto const& column : m_columns) {
        QString const name = agencyName(column.model->agency(), m_console.wording());
        column.title->name(name);
        column.list->setAccessibleName(tr("Units of %1").arg(name));
    }
    refresh();
}

UnitBoard::Column& UnitBoard::columnOf(core::AgencyIndex agency) {
    while (m_columns.size() <= agency.value) {
        core::AgencyIndex const next{static_cast<std::uint16_t>(m_columns.size())};
        auto* const frame = new QWidget;
        auto* const layout = new QVBoxLayout(frame);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(0);
        Column const column{.model = new UnitColumn(m_console, next, frame),
                            .frame = frame,
                            .title = new PanelHeader(m_console),
                            .list = new QListView};
        layout->addWidget(column.title);
        layout->addWidget(column.list);
        column.list->setModel(column.model);
        column.list->setItemDelegate(new UnitDelegate(m_console, *column.model, column.list));
        column.list->setFrameShape(QFrame::NoFrame);
        column.list->setUniformItemSizes(true);
        column.list->setMouseTracking(true);
        column.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        column.list->setContextMenuPolicy(Qt::CustomContextMenu);
        frame->setMinimumWidth(scaled(152));
        column.list->viewport()->installEventFilter(this);
        connect(column.list, &QListView::clicked, this,
                [this, column](QModelIndex const& index) { press(column, index); });
        connect(column.list, &QListView::doubleClicked, this, [this, column](QModelIndex const& index) {
            auto const unit = column.model->row(index.row()).unit;
            m_isDoubleClick = unit != nullptr;
            if (unit) Q_EMIT sheetWanted(unit->id);
        });
        connect(column.list, &QListView::activated, this, [this, column](QModelIndex const& index) {
            if (std::exchange(m_isDoubleClick, false)) return; // also an activation; Enter is one alone
            auto const& row = column.model->row(index.row());
            if (row.unit)
                m_console.flyToUnit(row.unit->id);
            else
                column.model->toggle(index.row());
        });
        connect(column.list->selectionModel(), &QItemSelectionModel::currentChanged, this,
                [this, column](QModelIndex const& index) {
                    if (!index.isValid() || !column.list->hasFocus()) return;
                    auto const& row = column.model->row(index.row());
                    if (row.unit) m_console.selectUnit(row.unit->id);
                });
        connect(column.list, &QWidget::customContextMenuRequested, this, [this, column](QPoint at) {
            auto const index = column.list->indexAt(at);
            if (!index.isValid()) return;
            auto const& row = column.model->row(index.row());
            if (row.unit) Q_EMIT menuWanted(row.unit->id, column.list->viewport()->mapToGlobal(at));
        });
        m_row->addWidget(frame, 1);
        m_columns.push_back(column);
        QString const name = agencyName(next, m_console.wording());
        column.title->name(name);
        column.list->setAccessibleName(tr("Units of %1").arg(name));
    }
    return m_columns[agency.value];
}

void UnitBoard::press(Column const& column, QModelIndex const& index) {
    auto const unit = column.model->row(index.row()).unit;
    if (!unit) return column.model->toggle(index.row());
    m_console.selectUnit(unit->id);
    auto const& standing = column.model->row(index.row()).standing;
    if (standing.incident) m_console.selectIncident(standing.incident->id);
}

void UnitBoard::refresh() {
    if (m_isHeld) return;
    std::vector<std::vector<std::shared_ptr<core::Unit const>>> units;
    for (auto const& [id, unit] : m_console.board().units()) {
        if (units.size() <= unit->agency.value) units.resize(unit->agency.value + 1U);
        units[unit->agency.value].push_back(unit);
    }
    if (!units.empty()) columnOf({static_cast<std::uint16_t>(units.size() - 1)});
    units.resize(m_columns.size());
    for (std::size_t index = 0; index < m_columns.size(); ++index) {
        auto& column = m_columns[index];
        column.frame->setVisible(!units[index].empty());
        column.model->fill(std::move(units[index]));
        column.title->tell(QString::number(column.model->onDuty()));
    }
    auto const& counts = m_console.counts().units;
    QString const none = m_console.isPast()
                             ? tr("No unit was on the board")
                             : tr("No unit is on the board yet: UNIT E01 ENGINE registers one");
    m_header->tell(m_columns.empty() ? none
                                     : tr("on duty %1 · engaged %2 · available %3 · out of service %4")
                                           .arg(counts.onDuty)
                                           .arg(counts.engaged)
                                           .arg(counts.available)
                                           .arg(counts.outOfService));
}

void UnitBoard::followSelection() {
    QPalette look = palette();
    look.setColor(QPalette::Window, tokens(m_console.theme()).panel);
    m_scroll->setPalette(look);
    auto const unit = m_console.board().unit(m_console.selectedUnit());
    for (auto const& column : m_columns) {
        int const row = unit && unit->agency == column.model->agency() ? column.model->rowOf(unit->id) : -1;
        if (row < 0)
            column.list->selectionModel()->clear();
        else if (column.list->currentIndex().row() != row)
            column.list->setCurrentIndex(column.model->index(row));
        column.list->viewport()->update();
    }
}

void UnitBoard::focusFirst() {
    for (auto const& column : m_columns) {
        if (!column.frame->isVisible()) continue;
        column.list->setFocus(Qt::ShortcutFocusReason);
        if (!column.list->currentIndex().isValid()) column.list->setCurrentIndex(column.model->index(0));
        return;
    }
}

/// Nothing moves under the cursor; left and right go from column to column.
bool UnitBoard::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Enter) m_isHeld = true;
    if (event->type() == QEvent::Leave) {
        m_isHeld = false;
        refresh();
    }
    return QWidget::eventFilter(watched, event);
}

void UnitBoard::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
