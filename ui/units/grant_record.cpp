// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/grant_record.h"

#include "core/event_body.h"
#include "core/fold/stream_fold.h"
#include "ui/text/fact_text.h"
#include "ui/text/time_text.h"
#include "ui/text/timeline_text.h"

#include <QPointer>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace ob::ui {

GrantRecordModel::GrantRecordModel(Console& console, QObject* parent)
    : QAbstractListModel(parent), m_console(console) {}

int GrantRecordModel::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant GrantRecordModel::data(QModelIndex const& index, int role) const {
    if (!index.isValid()) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
    auto const& shown = row(index.row());
    return QStringList{shown.time, shown.words, shown.person}.join(QLatin1Char(' ')).trimmed();
}

void GrantRecordModel::refresh() {
    auto policy = m_console.board().policy(m_console.agency());
    if (std::exchange(m_read, policy) == policy || !policy) return;
    m_console.desk().readEvents(policy->id, [model = QPointer(this), id = policy->id](auto events) {
        if (!model || !model->m_read || model->m_read->id != id) return;
        model->m_events = std::move(events);
        model->lay();
    });
}

void GrantRecordModel::lay() {
    std::vector<Row> rows;
    if (!m_events.empty()) {
        auto const wording = m_console.wording();
        std::unordered_map<core::EventId, core::Event const*> known;
        for (auto const& event : m_events)
            known.emplace(event.id(), &event);
        auto const fold = core::StreamFold::of(m_events);
        for (auto const& taken : fold.order()) {
            auto const& event = *known.at(taken.id);
            if (taken.verdict != core::Verdict::Effective || !event.isUnderstood()
                || !std::holds_alternative<core::DispatchGrantSet>(event.body().fact))
                continue;
            rows.push_back({.time = clockText(timelineMoment(event), m_console.now(), m_console.zone()),
                            .words = factText(event, wording),
                            .person = timelinePerson(event)});
        }
        std::ranges::reverse(rows);
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace ob::ui
