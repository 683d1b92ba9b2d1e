// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/incident_queue.h"

#include "ui/console/unit_standing.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/row_pen.h"
#include "ui/text/board_text.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"

#include <QEvent>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QVBoxLayout>

namespace ob::ui {
namespace {

/// P1 and P2 in two lines, the others in one.
class QueueDelegate : public QStyledItemDelegate {
  public:
    QueueDelegate(Console& console, QueueModel const& model, QObject* parent)
        : QStyledItemDelegate(parent), m_console(console), m_model(model) {}

    QSize sizeHint(QStyleOptionViewItem const&, QModelIndex const& index) const override {
        bool const isUrgent = m_model.entry(index.row()).incident->priority <= core::Priority::P2;
        return {scaled(200), scaled(isUrgent ? 46 : 26)};
    }

    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override {
        auto const& entry = m_model.entry(index.row());
        auto const& incident = *entry.incident;
        auto const wording = m_console.wording();
        Tokens const& colours = tokens(m_console.theme());
        RowPen pen(*painter, colours);
        QRect const row = option.rect;
        bool const isSelected = incident.id == m_console.selectedIncident();
        pen.ground(row, isSelected, option.state.testFlag(QStyle::State_MouseOver));
        pen.priorityBar(row, incident.priority);

        int const right = row.right() - scaled(8);
        bool const isTall = row.height() > scaled(40);
        QRect first(row.left() + scaled(10), row.top() + (isTall ? scaled(3) : 0),
                    right - row.left() - scaled(10), isTall ? scaled(21) : row.height());
        QRect second(first.left() + scaled(48), row.top() + scaled(23), right - first.left() - scaled(48),
                     scaled(19));
        // At the right what is due, and the state where there is room for it.
        int const limit = paintLimit(pen, first, entry);
        first.setRight(right - limit - (limit > 0 ? scaled(8) : 0));
        QRect& stateRow = isTall ? second : first;
        if (isTall || limit == 0)
            stateRow.setRight(
                stateRow.right() - scaled(8)
                - pen.text(stateRow, standingOf(incident),
                           {.ink = colours.muted, .pixels = 13, .align = Qt::AlignRight | Qt::AlignVCenter}));
        QRect const number(first.left(), row.top(), scaled(42), row.height());
        // Of a long one the end tells it from the others.
        pen.text(number,
                 QFontMetrics(panelFont())
                     .elidedText(spokenNumber(incident.number), Qt::ElideLeft, number.width()),
                 {.ink = colours.muted});
        first.setLeft(first.left() + scaled(48));
        QString const type = typeName(incident.type, wording);
        QString const address = incident.address ? textOf(*incident.address) : QString();
        if (!isTall) {
            int const taken = pen.text(first, type);
            pen.muted(first.adjusted(taken + scaled(8), 0, 0, 0), address);
            return;
        }
        pen.text(first, type, {.ink = colours.text, .weight = QFont::DemiBold, .pixels = 15});
        QStringList details{address, leadOf(incident, wording)};
        details.removeAll(QString());
        pen.text(second, details.join(QStringLiteral(" · ")), {.ink = colours.muted, .pixels = 13});
    }

  private:
    /// Gives the width that it took.
    int paintLimit(RowPen& pen, QRect where, core::QueueEntry const& entry) const {
        Tokens const& colours = pen.tokens();
        if (!entry.next) return 0;
        QString const words = limitText(entry.next->clock, entry.next->due, m_console.now());
        if (entry.isOverdue) return pen.chip(where, words, colours.priority[0], colours.numeral[0]);
        return pen.text(where, words, {.ink = colours.text, .align = Qt::AlignRight | Qt::AlignVCenter});
    }

    Console& m_console;
    QueueModel const& m_model;
};

} // namespace

IncidentQueue::IncidentQueue(Console& console, QWidget* parent)
    : QWidget(parent), m_console(console), m_model(console), m_header(new PanelHeader(console)),
      m_list(new QListView), m_empty(new QLabel), m_filter(new QLineEdit), m_scope(new QToolButton) {
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(m_list);
    layout->addWidget(m_empty, 1);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    setMinimumWidth(scaled(240));
    m_filter->setClearButtonEnabled(true);
    m_scope->setCheckable(true);
    m_scope->setFocusPolicy(Qt::NoFocus);
    m_header->add(m_scope);
    m_header->add(m_filter);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new QueueDelegate(console, m_model, m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->installEventFilter(this);
    m_list->installEventFilter(this);
    m_filter->installEventFilter(this);

    connect(m_filter, &QLineEdit::textChanged, &m_model, &QueueModel::filter);
    connect(m_scope, &QToolButton::toggled, this, [this](bool isOwn) {
        m_model.show(isOwn ? QueueModel::Scope::Own : QueueModel::Scope::All);
        tellCounts();
    });
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, &IncidentQueue::keepPlace);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &IncidentQueue::followSelection);
    connect(&m_model, &QAbstractItemModel::modelReset, this, &IncidentQueue::tellEmptiness);
    connect(m_filter, &QLineEdit::textChanged, this, &IncidentQueue::tellEmptiness);
    connect(&console, &Console::themeChanged, this, &IncidentQueue::dress);
    connect(&m_model, &QueueModel::waitingChanged, this, &IncidentQueue::tellCounts);
    connect(&console, &Console::boardChanged, this, &IncidentQueue::tellCounts);
    connect(&console, &Console::ticked, this, &IncidentQueue::tellCounts);
    connect(&console, &Console::selectionChanged, this, &IncidentQueue::followSelection);
    connect(&console, &Console::themeChanged, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_list, &QListView::clicked, this, [this](QModelIndex const& index) {
        m_console.selectIncident(m_model.entry(index.row()).incident->id);
    });
    connect(m_list, &QListView::activated, this,
            [this](QModelIndex const& index) { m_console.flyTo(m_model.entry(index.row()).incident->id); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](QModelIndex const& index) {
                if (index.isValid() && m_list->hasFocus())
                    m_console.selectIncident(m_model.entry(index.row()).incident->id);
            });
    translate();
}

QSize IncidentQueue::sizeHint() const { return {scaled(430), scaled(600)}; }

void IncidentQueue::focusFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void IncidentQueue::translate() {
    m_header->name(tr("Incidents"));
    m_list->setAccessibleName(tr("Incidents"));
    m_filter->setPlaceholderText(tr("Filter"));
    m_filter->setAccessibleName(tr("Filter incidents"));
    m_scope->setAccessibleName(tr("Own only"));
    tellCounts();
    dress();
    m_list->viewport()->update();
}

void IncidentQueue::dress() {
    m_filter->setMaximumWidth(scaled(84));
    m_filter->setFont(panelFont(13));
    m_scope->setFont(panelFont(13));
    tellEmptiness();
}

void IncidentQueue::tellEmptiness() {
    bool const isEmpty = m_model.rowCount() == 0;
    m_list->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    bool const isFiltered = !m_filter->text().trimmed().isEmpty() || m_scope->isChecked();
    m_empty->setText(isFiltered           ? tr("Nothing fits the filter.")
                     : m_console.isPast() ? tr("No incident was open.")
                                          : tr("No incident is open.\nCtrl+N takes a call."));
    m_empty->setFont(panelFont(13));
    QPalette look = palette();
    look.setColor(QPalette::WindowText, tokens(m_console.theme()).muted);
    m_empty->setPalette(look);
}

void IncidentQueue::paintEvent(QPaintEvent*) {
    QPainter(this).fillRect(rect(), tokens(m_console.theme()).panel);
}

void IncidentQueue::tellCounts() {
    auto const& counts = m_console.counts();
    m_scope->setText(tr("Own %1").arg(counts.own));
    QString told = tr("open %1").arg(counts.open);
    if (counts.toCheck > 0) told += tr(" · check %1").arg(counts.toCheck);
    if (m_model.waiting() > 0) told += tr(" · %1 will move").arg(m_model.waiting());
    m_header->tell(told);
}

void IncidentQueue::keepPlace() {
    auto const top = m_list->indexAt(QPoint(4, 4));
    m_top = top.isValid() && m_list->verticalScrollBar()->value() > 0 ? m_model.entry(top.row()).incident->id
                                                                      : core::IncidentId();
}

/// After the rows were laid anew as well: the selected one is the current one, and what was on top is on top.
void IncidentQueue::followSelection() {
    int const row = m_model.rowOf(m_console.selectedIncident());
    auto* const selection = m_list->selectionModel();
    if (row < 0) {
        selection->clear();
    } else if (selection->currentIndex().row() != row) {
        selection->setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
        if (!m_list->viewport()->underMouse()) m_list->scrollTo(m_model.index(row));
    }
    if (int const top = m_model.rowOf(std::exchange(m_top, {})); top >= 0)
        m_list->scrollTo(m_model.index(top), QAbstractItemView::PositionAtTop);
    m_list->viewport()->update();
}

bool IncidentQueue::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list->viewport()) {
        if (event->type() == QEvent::Enter) m_model.hold(true);
        if (event->type() == QEvent::Leave) m_model.hold(false);
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void IncidentQueue::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) translate();
    QWidget::changeEvent(event);
}

} // namespace ob::ui
