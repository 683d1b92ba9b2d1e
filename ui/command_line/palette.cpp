// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/command_line/palette.h"

#include "ui/panels/row_pen.h"
#include "ui/text/board_text.h"
#include "ui/text/sentence.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <tuple>
#include <utility>

namespace ob::ui {
namespace {

constexpr int asideRole = Qt::UserRole;

/// Its name, and muted at the right the keys that do the same.
class EntryDelegate final : public QStyledItemDelegate {
  public:
    EntryDelegate(Console const& console, QObject* parent)
        : QStyledItemDelegate(parent), m_console(console) {}

    QSize sizeHint(QStyleOptionViewItem const&, QModelIndex const&) const override {
        return {scaled(120), scaled(26)};
    }
    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override {
        Tokens const& colours = tokens(m_console.theme());
        RowPen pen(*painter, colours);
        bool const isChosen = option.state.testFlag(QStyle::State_Selected);
        if (isChosen) painter->fillRect(option.rect, colours.selectedGround);
        if (isChosen)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(scaled(2), option.rect.height())),
                              colours.selectedEdge);
        QRect room = option.rect.adjusted(scaled(8), 0, -scaled(8), 0);
        int const keys =
            pen.text(room, index.data(asideRole).toString(),
                     {.ink = colours.muted, .pixels = 13, .align = Qt::AlignRight | Qt::AlignVCenter});
        pen.text(room.adjusted(0, 0, -keys - scaled(8), 0), index.data().toString());
    }

  private:
    Console const& m_console;
};

} // namespace

Palette::Palette(Console& console, ActionRegistry& actions, QWidget* window)
    : QFrame(window), m_console(console), m_actions(actions), m_line(new QLineEdit), m_list(new QListWidget) {
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 8, 8, 8);
    layout->setSpacing(4);
    layout->addWidget(m_line);
    layout->addWidget(m_list);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setItemDelegate(new EntryDelegate(console, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_line->installEventFilter(this);
    connect(m_line, &QLineEdit::textEdited, this, [this] { fill(); });
    connect(m_list, &QListWidget::itemClicked, this,
            [this](QListWidgetItem* item) { choose(m_list->row(item)); });
    hide();
}

void Palette::open() {
    m_before = QApplication::focusWidget();
    m_line->setFont(panelFont(15));
    m_list->setFont(panelFont());
    m_line->setAccessibleName(tr("Search everything"));
    m_line->setPlaceholderText(tr("Action, incident, unit or place   > # @ :"));
    int const width = std::min(scaled(640), parentWidget()->width() - 40);
    setGeometry((parentWidget()->width() - width) / 2, scaled(64), width,
                std::min(scaled(420), parentWidget()->height() - scaled(100)));
    m_line->clear();
    fill();
    show();
    raise();
    m_line->setFocus(Qt::ShortcutFocusReason);
}

void Palette::hideEvent(QHideEvent*) {
    if (m_before != nullptr && (m_line->hasFocus() || QApplication::focusWidget() == nullptr))
        m_before->setFocus();
    m_before = nullptr;
}

void Palette::fill() {
    QString wanted = m_line->text().trimmed();
    m_entries.clear();
    QChar const kind = wanted.isEmpty() ? QChar() : wanted.front();
    bool const isOnly = kind == u'>' || kind == u'#' || kind == u'@' || kind == u':';
    if (isOnly) wanted = wanted.mid(1).trimmed();
    if (!isOnly || kind == u'#') addIncidents(wanted);
    if (!isOnly || kind == u'@') addUnits(wanted);
    if (!isOnly || kind == u'>') addActions(wanted);
    if (!isOnly || kind == u':') addPlaces(wanted);
    m_list->clear();
    for (auto const& entry : m_entries) {
        auto* const item = new QListWidgetItem(entry.text, m_list);
        item->setData(asideRole, entry.aside);
    }
    if (m_entries.empty()) {
        auto* const none = new QListWidgetItem(tr("Nothing has this name."), m_list);
        none->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void Palette::addActions(QString const& wanted) {
    for (auto* const action : m_actions.all()) {
        QString const name = action->text();
        if (!action->isEnabled() || !action->isVisible() || !name.contains(wanted, Qt::CaseInsensitive))
            continue;
        QString const keys = action->shortcut().toString(QKeySequence::NativeText);
        m_entries.push_back({name, keys, [action] { action->trigger(); }});
    }
}

void Palette::addIncidents(QString const& wanted) {
    if (wanted.isEmpty()) return;
    auto const wording = m_console.wording();
    std::size_t count = 0;
    for (auto const& queued : m_console.queue()) {
        auto const& incident = *queued.incident;
        QString text = textOf(incident.number.text()) + QLatin1Char(' ') + typeName(incident.type, wording);
        if (incident.address) text += QLatin1Char(' ') + textOf(*incident.address);
        if (!text.contains(wanted, Qt::CaseInsensitive)) continue;
        if (++count > mostEach) return;
        m_entries.push_back({text, standingOf(incident), [this, id = incident.id] {
                                 m_console.selectIncident(id);
                                 m_console.flyTo(id);
                             }});
    }
}

void Palette::addUnits(QString const& wanted) {
    if (wanted.isEmpty()) return;
    auto const wording = m_console.wording();
    std::vector<std::tuple<QString, QString, core::UnitId>> found;
    for (auto const& [id, unit] : m_console.board().units())
        if (QString const name = unitName(*unit, wording); name.contains(wanted, Qt::CaseInsensitive))
            found.emplace_back(name, agencyName(unit->agency, wording), id);
    std::ranges::sort(found);
    found.resize(std::min(found.size(), mostEach));
    for (auto const& [text, agency, id] : found)
        m_entries.push_back({text, agency, [this, unit = id] {
                                 m_console.selectUnit(unit);
                                 m_console.flyToUnit(unit);
                             }});
}

void Palette::addPlaces(QString const& wanted) {
    for (auto const& place : m_console.placesCalled(wanted.toStdString(), mostEach)) {
        QString const name = textOf(place.name.chinese.empty() ? place.name.local : place.name.chinese);
        m_entries.push_back({name, textOf(place.context),
                             [this, point = place.point] { Q_EMIT m_console.flightToPlaceWanted(point); }});
    }
}

void Palette::choose(int row) {
    if (row < 0 || static_cast<std::size_t>(row) >= m_entries.size()) return;
    auto const run = m_entries[static_cast<std::size_t>(row)].choose;
    hide();
    run();
}

bool Palette::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::FocusOut) hide();
    if (event->type() == QEvent::KeyPress) {
        int const key = static_cast<QKeyEvent*>(event)->key();
        int const last = m_list->count() - 1;
        if (key == Qt::Key_Escape) return hide(), true;
        if (key == Qt::Key_Return || key == Qt::Key_Enter) return choose(m_list->currentRow()), true;
        if (key == Qt::Key_Down) return m_list->setCurrentRow(std::min(last, m_list->currentRow() + 1)), true;
        if (key == Qt::Key_Up) return m_list->setCurrentRow(std::max(0, m_list->currentRow() - 1)), true;
    }
    return QFrame::eventFilter(watched, event);
}

} // namespace ob::ui
