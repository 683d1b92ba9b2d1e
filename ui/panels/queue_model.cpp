// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/queue_model.h"

#include "ui/text/board_text.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace ob::ui {
namespace {

bool isSameOrder(std::vector<core::QueueEntry> const& a, std::vector<core::QueueEntry> const& b) {
    return std::ranges::equal(
        a, b, {}, [](auto const& entry) { return entry.incident->id; },
        [](auto const& entry) { return entry.incident->id; });
}

} // namespace

QueueModel::QueueModel(Console& console, QObject* parent) : QAbstractListModel(parent), m_console(console) {
    connect(&console, &Console::boardChanged, this, &QueueModel::refresh);
    connect(&console, &Console::ticked, this, &QueueModel::refresh);
    refresh();
}

void QueueModel::show(Scope scope) {
    m_scope = scope;
    refresh();
}

void QueueModel::filter(QString const& text) {
    m_filter = text.trimmed();
    refresh();
}

void QueueModel::hold(bool isHeld) {
    if (std::exchange(m_isHeld, isHeld) != isHeld && !isHeld) refresh();
}

int QueueModel::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant QueueModel::data(QModelIndex const& index, int role) const {
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)) return {};
    auto const& row = entry(index.row());
    auto const wording = m_console.wording();
    QStringList words{textOf(row.incident->number.text()), wordOf(row.incident->priority),
                      typeName(row.incident->type, wording), standingOf(*row.incident)};
    if (row.incident->address) words << textOf(*row.incident->address);
    if (row.next) words << limitText(row.next->clock, row.next->due, m_console.now());
    return words.join(QLatin1Char(' '));
}

int QueueModel::rowOf(core::IncidentId incident) const {
    auto const found =
        std::ranges::find(m_rows, incident, [](auto const& entry) { return entry.incident->id; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

bool QueueModel::isShown(core::QueueEntry const& entry, Wording const& wording) const {
    auto const& incident = *entry.incident;
    if (m_scope == Scope::Own && incident.responsible() != m_console.agency()) return false;
    if (m_filter.isEmpty()) return true;
    return textOf(incident.number.text()).contains(m_filter, Qt::CaseInsensitive)
           || typeName(incident.type, wording).contains(m_filter, Qt::CaseInsensitive)
           || (incident.address && textOf(*incident.address).contains(m_filter, Qt::CaseInsensitive))
           || agencyName(incident.responsible(), wording).contains(m_filter, Qt::CaseInsensitive);
}

std::vector<core::QueueEntry> QueueModel::wanted() const {
    auto const wording = m_console.wording();
    std::vector<core::QueueEntry> rows;
    rows.reserve(m_console.queue().size());
    for (auto const& entry : m_console.queue())
        if (isShown(entry, wording)) rows.push_back(entry);
    return rows;
}

std::vector<core::QueueEntry> QueueModel::held(std::vector<core::QueueEntry> wanted) const {
    std::unordered_map<core::IncidentId, std::size_t> places;
    for (std::size_t at = 0; at < m_rows.size(); ++at)
        places.emplace(m_rows[at].incident->id, at);
    std::ranges::stable_sort(wanted, {}, [&](core::QueueEntry const& entry) {
        auto const found = places.find(entry.incident->id);
        return found == places.end() ? m_rows.size() : found->second;
    });
    return wanted;
}

void QueueModel::refresh() {
    auto rows = wanted();
    int waiting = 0;
    if (m_isHeld) {
        auto inPlace = held(rows);
        for (std::size_t at = 0; at < rows.size(); ++at)
            waiting += rows[at].incident->id != inPlace[at].incident->id ? 1 : 0;
        rows = std::move(inPlace);
    }
    if (isSameOrder(rows, m_rows)) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0), index(static_cast<int>(m_rows.size()) - 1));
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    if (std::exchange(m_waiting, waiting) != waiting) Q_EMIT waitingChanged();
}

} // namespace ob::ui
