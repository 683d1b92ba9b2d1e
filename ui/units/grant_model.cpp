// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/grant_model.h"

#include "ui/text/phrase.h"
#include "ui/text/state_text.h"
#include "ui/units/grant_text.h"

#include <algorithm>
#include <set>
#include <utility>

namespace ob::ui {

using core::DispatchGrant;

GrantModel::GrantModel(Console& console, QObject* parent)
    : QAbstractTableModel(parent), m_console(console), m_groups{core::Code()} {}

std::optional<GrantModel::Cell> GrantModel::cellAt(QModelIndex const& index) const {
    if (!index.isValid() || index.column() >= static_cast<int>(m_groups.size())) return std::nullopt;
    return Cell{m_groups[static_cast<std::size_t>(index.column())],
                m_agencies[static_cast<std::size_t>(index.row())]};
}

core::GrantedDispatch const* GrantModel::entryOf(Cell const& cell) const {
    if (!m_policy) return nullptr;
    auto const found = std::ranges::find_if(m_policy->dispatch, [&](core::GrantedDispatch const& each) {
        return each.group == cell.group && each.to == cell.to;
    });
    return found == m_policy->dispatch.end() ? nullptr : &*found;
}

DispatchGrant GrantModel::standing(Cell const& cell) const {
    return m_policy ? m_policy->grantFor(cell.group, cell.to) : DispatchGrant::Own;
}

bool GrantModel::isInherited(Cell const& cell) const {
    return !cell.group.isEmpty() && entryOf(cell) == nullptr;
}

std::optional<DispatchGrant> GrantModel::prepared(Cell const& cell) const {
    auto const found = m_prepared.find(cell);
    return found == m_prepared.end() ? std::nullopt : std::optional(found->second);
}

void GrantModel::prepare(Cell const& cell, DispatchGrant grant) {
    if (grant == standing(cell) && !isInherited(cell))
        m_prepared.erase(cell);
    else
        m_prepared.insert_or_assign(cell, grant);
    tellChanged();
}

void GrantModel::takeBack(Cell const& cell) {
    m_prepared.erase(cell);
    tellChanged();
}

void GrantModel::discard() {
    m_prepared.clear();
    tellChanged();
}

std::vector<core::SetDispatchGrant> GrantModel::changes() const {
    std::vector<core::SetDispatchGrant> changes;
    for (auto const to : m_agencies)
        for (auto const& group : m_groups)
            if (auto const grant = prepared({group, to})) changes.push_back({group, to, *grant});
    return changes;
}

GrantModel::Reach GrantModel::reachOf(Cell const& cell) const {
    Reach reach;
    auto const& board = m_console.board();
    for (auto const& [id, unit] : board.units()) {
        if (unit->agency != m_console.agency()) continue;
        // What is granted for all units is not for a group with a grant of its own.
        bool const isMeant = cell.group.isEmpty()
                                 ? isInherited({unit->group, cell.to}) || unit->group.isEmpty()
                                 : unit->group == cell.group;
        if (!isMeant) continue;
        ++reach.units;
        if (board.isDispatchable(id)) ++reach.available;
    }
    return reach;
}

int GrantModel::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_agencies.size());
}

int GrantModel::columnCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_groups.size()) + 1;
}

QVariant GrantModel::data(QModelIndex const& index, int role) const {
    if (!index.isValid()) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
    auto const cell = cellAt(index);
    if (!cell) return theirs(m_agencies[static_cast<std::size_t>(index.row())]);
    QString const now = isInherited(*cell) ? grantInherited(standing(*cell)) : wordOf(standing(*cell));
    auto const next = prepared(*cell);
    return next ? QString(now + QStringLiteral(" → ") + wordOf(*next)) : now;
}

QVariant GrantModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (role != Qt::DisplayRole || section < 0) return {};
    auto const at = static_cast<std::size_t>(section);
    if (orientation == Qt::Vertical)
        return at < m_agencies.size() ? agencyName(m_agencies[at], m_console.wording()) : QString();
    return at < m_groups.size() ? groupName(m_groups[at]) : grantsUs();
}

/// What that agency lets this one do with its units.
QString GrantModel::theirs(core::AgencyIndex agency) const {
    auto const policy = m_console.board().policy(agency);
    QStringList words;
    if (policy)
        for (auto const& each : policy->dispatch)
            if (each.to == m_console.agency() && each.grant != DispatchGrant::Own)
                words << withRest(groupName(each.group), wordOf(each.grant));
    return words.isEmpty() ? grantsNothing() : words.join(QStringLiteral(" · "));
}

void GrantModel::tellChanged() {
    if (m_agencies.empty()) return;
    Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void GrantModel::refresh() {
    std::vector<core::AgencyIndex> agencies;
    for (std::size_t at = 0; at < m_console.agencyCodes().size(); ++at)
        if (core::AgencyIndex const agency{static_cast<std::uint16_t>(at)}; agency != m_console.agency())
            agencies.push_back(agency);
    std::set<core::Code> groups{core::Code()};
    for (auto const& [id, unit] : m_console.board().units())
        if (unit->agency == m_console.agency()) groups.insert(unit->group);
    auto policy = m_console.board().policy(m_console.agency());
    if (policy)
        for (auto const& each : policy->dispatch)
            groups.insert(each.group);
    for (auto const& [cell, grant] : m_prepared)
        groups.insert(cell.group);
    std::vector<core::Code> columns(groups.begin(), groups.end());
    bool const isOtherShape = agencies != m_agencies || columns != m_groups;
    if (isOtherShape) beginResetModel();
    m_agencies = std::move(agencies);
    m_groups = std::move(columns);
    m_policy = std::move(policy);
    // Somebody else did it meanwhile.
    std::erase_if(m_prepared, [this](auto const& each) {
        return each.second == standing(each.first) && !isInherited(each.first);
    });
    if (isOtherShape) return endResetModel();
    tellChanged();
}

} // namespace ob::ui
