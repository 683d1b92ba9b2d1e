// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/unit_column.h"

#include "ui/text/time_text.h"

#include <algorithm>
#include <tuple>

namespace ob::ui {
namespace {

auto needOf(UnitColumn::Row const& row) {
    int const stage = row.standing.assignment ? static_cast<int>(row.standing.assignment->state) : 0;
    return std::tuple(!row.unit->distress.has_value(), !row.standing.overdue.has_value(), stage,
                      row.unit->callsign, row.unit->id);
}

bool isSameThing(UnitColumn::Row const& a, UnitColumn::Row const& b) {
    return a.kind == b.kind
           && (a.unit ? a.unit->id : core::UnitId()) == (b.unit ? b.unit->id : core::UnitId());
}

} // namespace

UnitColumn::UnitColumn(Console& console, core::AgencyIndex agency, QObject* parent)
    : QAbstractListModel(parent), m_console(console), m_agency(agency) {}

int UnitColumn::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int UnitColumn::rowOf(core::UnitId unit) const {
    auto const found = std::ranges::find_if(
        m_rows, [&](Row const& row) { return row.unit != nullptr && row.unit->id == unit; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString UnitColumn::words(Row const& row) const {
    if (row.unit) return standingText(*row.unit, row.standing, m_console.wording());
    return row.kind == Row::Kind::Available ? tr("available %1").arg(row.count)
                                            : tr("out of service %1").arg(row.count);
}

QVariant UnitColumn::data(QModelIndex const& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) return {};
    Row const& shown = row(index.row());
    if (!shown.unit) return words(shown);
    return unitName(*shown.unit, m_console.wording()) + QLatin1Char(' ') + words(shown);
}

void UnitColumn::toggle(int index) {
    auto const kind = row(index).kind;
    if (kind == Row::Kind::Unit || row(index).unit) return;
    if (!m_open.erase(kind)) m_open.insert(kind);
    fill(m_units);
}

void UnitColumn::fill(std::vector<std::shared_ptr<core::Unit const>> units) {
    m_units = std::move(units);
    std::vector<Row> const before = std::exchange(m_rows, {});
    std::vector<Row> available;
    std::vector<Row> away;
    m_onDuty = 0;
    for (auto const& unit : m_units) {
        Row row{.unit = unit,
                .standing = standingOf(*unit, m_console.board(), m_console.rules(), m_console.now())};
        bool const isAtWork = row.standing.assignment != nullptr || unit->distress;
        if (unit->duty != core::DutyState::OffDuty || isAtWork) ++m_onDuty;
        if (isAtWork)
            m_rows.push_back(std::move(row));
        else if (unit->duty == core::DutyState::Available || unit->duty == core::DutyState::Conditional)
            available.push_back(std::move(row));
        else if (unit->duty == core::DutyState::Unavailable)
            away.push_back(std::move(row));
    }
    std::ranges::sort(m_rows, {}, needOf);
    addFold(Row::Kind::Available, std::move(available));
    addFold(Row::Kind::OutOfService, std::move(away));
    if (std::ranges::equal(before, m_rows, isSameThing)) {
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    endResetModel();
}

void UnitColumn::addFold(Row::Kind kind, std::vector<Row> rows) {
    if (rows.empty()) return;
    bool const isOpen = m_open.contains(kind);
    m_rows.push_back({.kind = kind, .count = rows.size(), .isOpen = isOpen});
    if (!isOpen) return;
    std::ranges::sort(rows, {}, [](Row const& row) { return std::tuple(row.unit->callsign, row.unit->id); });
    std::ranges::move(rows, std::back_inserter(m_rows));
}

} // namespace ob::ui
