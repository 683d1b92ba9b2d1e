// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/roster_model.h"

#include "ui/units/unit_facts.h"

#include <QCollator>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace ob::ui {
namespace {

bool isSameOrder(std::vector<RosterRow> const& a, std::vector<RosterRow> const& b) {
    return std::ranges::equal(
        a, b, {}, [](RosterRow const& row) { return row.unit->id; },
        [](RosterRow const& row) { return row.unit->id; });
}

/// By what a number or a time is, not by how it is written. Nothing for columns of words.
std::optional<std::int64_t> measureOf(RosterRow const& row, RosterColumn column) {
    auto const& unit = *row.unit;
    constexpr std::int64_t none = core::Instant::max;
    switch (column) {
    case RosterColumn::Since: return -row.standing.since.milliseconds();
    case RosterColumn::Crew: return unit.crew ? std::int64_t{*unit.crew} : none;
    case RosterColumn::ShiftEnd: return unit.shiftEnd ? unit.shiftEnd->milliseconds() : none;
    case RosterColumn::Callsign:
    case RosterColumn::Kind:
    case RosterColumn::Station:
    case RosterColumn::State:
    case RosterColumn::Vehicle:
    case RosterColumn::Agency: return std::nullopt;
    }
    return std::nullopt;
}

Qt::Alignment alignmentOf(RosterColumn column) {
    bool const isNumber =
        column == RosterColumn::Since || column == RosterColumn::Crew || column == RosterColumn::ShiftEnd;
    return (isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter;
}

} // namespace

RosterModel::RosterModel(Console& console, QObject* parent)
    : QAbstractTableModel(parent), m_console(console) {}

void RosterModel::show(Scope scope) {
    m_scope = scope;
    refresh();
}

void RosterModel::show(RosterFilter filter) {
    m_filter = filter;
    refresh();
}

void RosterModel::search(QString const& text) {
    m_wanted = text.trimmed();
    refresh();
}

void RosterModel::order(std::optional<RosterColumn> by, Qt::SortOrder direction) {
    m_order = by;
    m_direction = direction;
    // Asked for by hand: it moves at once.
    bool const wasHeld = std::exchange(m_isHeld, false);
    refresh();
    m_isHeld = wasHeld;
}

void RosterModel::sort(int column, Qt::SortOrder direction) {
    if (column < 0 || column >= rosterColumns) return order(std::nullopt);
    order(static_cast<RosterColumn>(column), direction);
}

void RosterModel::hold(bool isHeld) {
    if (std::exchange(m_isHeld, isHeld) != isHeld && !isHeld) refresh();
}

int RosterModel::rowOf(core::UnitId unit) const {
    auto const found = std::ranges::find(m_rows, unit, [](RosterRow const& row) { return row.unit->id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int RosterModel::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RosterModel::columnCount(QModelIndex const& parent) const { return parent.isValid() ? 0 : rosterColumns; }

QVariant RosterModel::data(QModelIndex const& index, int role) const {
    if (!index.isValid()) return {};
    auto const column = static_cast<RosterColumn>(index.column());
    if (role == Qt::TextAlignmentRole) return static_cast<int>(alignmentOf(column));
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
    return cellText(row(index.row()), column, m_console, m_console.wording());
}

QVariant RosterModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= rosterColumns) return {};
    auto const column = static_cast<RosterColumn>(section);
    if (role == Qt::TextAlignmentRole) return static_cast<int>(alignmentOf(column));
    if (role == Qt::DisplayRole) return nameOf(column);
    return {};
}

QString RosterModel::nameOf(RosterColumn column) {
    switch (column) {
    case RosterColumn::Callsign: return tr("Unit");
    case RosterColumn::Kind: return tr("Kind");
    case RosterColumn::Station: return tr("Station");
    case RosterColumn::State: return tr("State");
    case RosterColumn::Since: return tr("For");
    case RosterColumn::Crew: return tr("Crew");
    case RosterColumn::Vehicle: return tr("Vehicle");
    case RosterColumn::ShiftEnd: return tr("Shift until");
    case RosterColumn::Agency: return tr("Agency");
    }
    return {};
}

bool RosterModel::isFound(RosterRow const& row, Wording const& wording) const {
    if (m_wanted.isEmpty()) return true;
    return std::ranges::any_of(
        std::array{RosterColumn::Callsign, RosterColumn::Kind, RosterColumn::Station, RosterColumn::State,
                   RosterColumn::Vehicle, RosterColumn::Agency},
        [&](RosterColumn column) {
            return cellText(row, column, m_console, wording).contains(m_wanted, Qt::CaseInsensitive);
        });
}

std::vector<RosterRow> RosterModel::wanted() const {
    auto const wording = m_console.wording();
    std::vector<RosterRow> rows;
    for (auto const& [id, unit] : m_console.board().units()) {
        if (m_scope == Scope::Own && unit->agency != m_console.agency()) continue;
        auto row = rosterRowOf(unit, m_console);
        if (fits(row, m_filter, m_console.board()) && isFound(row, wording)) rows.push_back(std::move(row));
    }
    return rows;
}

void RosterModel::arrange(std::vector<RosterRow>& rows) const {
    std::ranges::sort(rows, needsSooner);
    if (!m_order) return;
    bool const isUp = m_direction == Qt::AscendingOrder;
    if (!rows.empty() && measureOf(rows.front(), *m_order)) {
        std::ranges::stable_sort(rows, [&](RosterRow const& a, RosterRow const& b) {
            auto const one = measureOf(a, *m_order);
            auto const other = measureOf(b, *m_order);
            return isUp ? one < other : other < one;
        });
        return;
    }
    // Each text is made once, not for every comparison.
    auto const wording = m_console.wording();
    QCollator collator;
    collator.setNumericMode(true);
    std::unordered_map<core::UnitId, QCollatorSortKey> keys;
    for (auto const& row : rows)
        keys.emplace(row.unit->id, collator.sortKey(cellText(row, *m_order, m_console, wording)));
    std::ranges::stable_sort(rows, [&](RosterRow const& a, RosterRow const& b) {
        auto const& one = keys.at(a.unit->id);
        auto const& other = keys.at(b.unit->id);
        return isUp ? one < other : other < one;
    });
}

void RosterModel::keepPlaces(std::vector<RosterRow>& rows) const {
    std::unordered_map<core::UnitId, std::size_t> places;
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        places.emplace(m_rows[at].unit->id, at);
    std::ranges::stable_sort(rows, {}, [&](RosterRow const& row) {
        auto const found = places.find(row.unit->id);
        return found == places.end() ? m_rows.size() : found->second;
    });
}

void RosterModel::refresh() {
    auto rows = wanted();
    arrange(rows);
    if (m_isHeld) keepPlaces(rows);
    if (isSameOrder(rows, m_rows)) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, rosterColumns - 1));
        return;
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void RosterModel::pass() {
    auto const hasTurned = [this](RosterRow const& row) {
        if (row.isShiftOver != isShiftOver(*row.unit, m_console.now())) return true;
        if (row.isBackOverdue != isBackOverdue(*row.unit, m_console.now())) return true;
        if (row.standing.assignment == nullptr || row.standing.overdue) return false;
        return rosterRowOf(row.unit, m_console).standing.overdue.has_value();
    };
    if (std::ranges::any_of(m_rows, hasTurned)) return refresh();
    if (m_rows.empty()) return;
    for (auto const column : {RosterColumn::Since, RosterColumn::ShiftEnd})
        Q_EMIT dataChanged(index(0, static_cast<int>(column)),
                           index(rowCount() - 1, static_cast<int>(column)));
}

} // namespace ob::ui
