// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/incident_units.h"

#include "ui/panels/row_pen.h"
#include "ui/text/time_text.h"

#include <QStyledItemDelegate>

#include <algorithm>
#include <tuple>

namespace ob::ui {

class IncidentUnits::Rows : public QAbstractListModel {
  public:
    Rows(Console& console, QObject* parent) : QAbstractListModel(parent), m_console(console) {}

    int rowCount(QModelIndex const& parent) const override {
        return parent.isValid() ? 0 : static_cast<int>(rows.size());
    }
    QVariant data(QModelIndex const& index, int role) const override {
        if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) return {};
        auto const& row = rows[static_cast<std::size_t>(index.row())];
        return QString(name(row) + QLatin1Char(' ') + state(row));
    }
    QString name(Row const& row) const { return unitName(row.assignment.unit, m_console.wording()); }
    QString state(Row const& row) const {
        core::AgencyIndex const agency = row.unit ? row.unit->agency : core::AgencyIndex();
        return milestoneName(row.assignment.state, agency, m_console.wording());
    }
    void fill(std::vector<Row> next) {
        bool const isSame = std::ranges::equal(
            next, rows, {}, [](auto const& row) { return row.assignment.id; },
            [](auto const& row) { return row.assignment.id; });
        if (!isSame) beginResetModel();
        rows = std::move(next);
        if (!isSame) return endResetModel();
        if (!rows.empty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(rows.size()) - 1));
    }

    std::vector<Row> rows;

  private:
    Console& m_console;
};

class IncidentUnits::Delegate : public QStyledItemDelegate {
  public:
    Delegate(Console& console, Rows const& rows, QObject* parent)
        : QStyledItemDelegate(parent), m_console(console), m_rows(rows) {}

    QSize sizeHint(QStyleOptionViewItem const&, QModelIndex const&) const override {
        return {scaled(120), scaled(24)};
    }
    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override {
        auto const& row = m_rows.rows[static_cast<std::size_t>(index.row())];
        auto const& assignment = row.assignment;
        Tokens const& colours = tokens(m_console.theme());
        RowPen pen(*painter, colours);
        QRect const where = option.rect;
        bool const isSelected = assignment.unit == m_console.selectedUnit();
        if (isSelected) pen.ground(where, true, false);
        bool const hasEnded = core::hasEnded(assignment.state);
        bool const isUndelivered = assignment.state == core::AssignmentState::Dispatched;
        QRect const glyph(where.left() + scaled(10), where.top(), scaled(18), where.height());
        if (!hasEnded)
            pen.glyph(glyph, {.state = markStateOf(assignment.state),
                              .isUndelivered = isUndelivered,
                              .isDistress = row.unit && row.unit->distress});
        auto const since = assignment.at(assignment.state);
        QRect const time(where.right() - scaled(72), where.top(), scaled(64), where.height());
        if (since)
            pen.text(time, clockText(*since, m_console.zone()),
                     {.ink = colours.muted, .pixels = 13, .align = Qt::AlignRight | Qt::AlignVCenter});
        QRect words(glyph.right() + scaled(8), where.top(), time.left() - glyph.right() - scaled(12),
                    where.height());
        int const taken = pen.text(words, m_rows.name(row), {.ink = hasEnded ? colours.muted : colours.text});
        QRect const rest = words.adjusted(std::max(taken, scaled(64)) + scaled(10), 0, 0, 0);
        bool const isLate = isUndelivered && since && *since + core::deliverWithin < m_console.now();
        pen.text(rest, isUndelivered ? undeliveredText(m_rows.state(row)) : m_rows.state(row),
                 {.ink = isLate ? colours.priority[0] : colours.muted, .pixels = 13});
    }

  private:
    Console& m_console;
    Rows const& m_rows;
};

IncidentUnits::IncidentUnits(Console& console, QWidget* parent)
    : QListView(parent), m_console(console), m_rows(new Rows(console, this)) {
    setModel(m_rows);
    setItemDelegate(new Delegate(console, *m_rows, this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setContextMenuPolicy(Qt::CustomContextMenu);
    connect(this, &QListView::clicked, this, [this](QModelIndex const& index) {
        m_console.selectUnit(m_rows->rows[static_cast<std::size_t>(index.row())].assignment.unit);
    });
    connect(this, &QListView::activated, this, [this](QModelIndex const& index) {
        m_console.flyToUnit(m_rows->rows[static_cast<std::size_t>(index.row())].assignment.unit);
    });
    connect(this, &QWidget::customContextMenuRequested, this, [this](QPoint at) {
        auto const index = indexAt(at);
        if (index.isValid())
            Q_EMIT menuWanted(m_rows->rows[static_cast<std::size_t>(index.row())].assignment.unit,
                              viewport()->mapToGlobal(at));
    });
    connect(&console, &Console::selectionChanged, viewport(), qOverload<>(&QWidget::update));
}

void IncidentUnits::show(std::shared_ptr<core::Incident const> incident) {
    std::vector<Row> rows;
    if (incident)
        for (auto const& assignment : incident->assignments)
            rows.push_back({assignment, m_console.board().unit(assignment.unit)});
    std::ranges::stable_sort(rows, {}, [](Row const& row) { return core::hasEnded(row.assignment.state); });
    m_rows->fill(std::move(rows));
    // Where there is little room two of them are seen, and the others by the wheel.
    setMinimumHeight(std::min(sizeHint().height(), 2 * scaled(24)));
    setMaximumHeight(sizeHint().height());
    updateGeometry();
}

QString IncidentUnits::undeliveredText(QString const& state) { return tr("%1 · not delivered").arg(state); }

int IncidentUnits::atWork() const {
    return static_cast<int>(std::ranges::count_if(
        m_rows->rows, [](Row const& row) { return core::isActive(row.assignment.state); }));
}

QSize IncidentUnits::sizeHint() const {
    int const shown = std::clamp<int>(static_cast<int>(m_rows->rows.size()), 1, 8);
    return {scaled(300), shown * scaled(24)};
}

} // namespace ob::ui
