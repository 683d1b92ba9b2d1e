// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/shift_history.h"

#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/text/wording.h"

#include <QPointer>

#include <algorithm>

namespace ob::ui {

ShiftHistoryModel::ShiftHistoryModel(Console& console, QObject* parent)
    : QAbstractListModel(parent), m_console(console) {}

int ShiftHistoryModel::rowCount(QModelIndex const& parent) const {
    if (parent.isValid() || !m_shift) return 0;
    return std::min(mostRows, static_cast<int>(m_shift->entries.size()));
}

ShiftHistoryModel::Row ShiftHistoryModel::row(int index) const {
    auto const& entry = m_shift->entries[m_shift->entries.size() - 1 - static_cast<std::size_t>(index)];
    return {.time = clockText(entry.since, m_console.now(), m_console.zone()),
            .words = wordsOf(entry),
            .lasted = entry.lasted ? lengthText(*entry.lasted) : QString()};
}

QVariant ShiftHistoryModel::data(QModelIndex const& index, int role) const {
    if (!index.isValid()) return {};
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole) return {};
    Row const shown = row(index.row());
    return QStringList{shown.time, shown.words, shown.lasted}.join(QLatin1Char(' ')).trimmed();
}

QString ShiftHistoryModel::wordsOf(ShiftEntry const& entry) const {
    QStringList words;
    switch (entry.kind) {
    case ShiftEntry::Kind::Distress: words << tr("Distress"); break;
    case ShiftEntry::Kind::Safe: words << tr("Safe again"); break;
    case ShiftEntry::Kind::Duty: words << wordOf(entry.duty); break;
    }
    if (!entry.reason.isEmpty())
        words.back() += QLatin1Char(' ') + codeName(m_console.rules().lists().unavailables, entry.reason);
    if (entry.expected) words << tr("until %1").arg(minuteText(*entry.expected, m_console.zone()));
    QString const person =
        (textOf(entry.position.text()) + QLatin1Char(' ') + textOf(entry.operatorName)).trimmed();
    if (!person.isEmpty()) words << person;
    return words.join(QStringLiteral(" · "));
}

void ShiftHistoryModel::show(std::shared_ptr<core::Unit const> unit) {
    if (unit == m_unit) return;
    bool const isOther = !unit || !m_unit || unit->id != m_unit->id;
    m_unit = unit;
    if (isOther) {
        beginResetModel();
        m_shift.reset();
        endResetModel();
    }
    if (!unit) return;
    m_console.desk().readEvents(unit->id, [model = QPointer(this), id = unit->id](auto const& events) {
        if (model) model->take(id, events);
    });
}

void ShiftHistoryModel::take(core::UnitId of, std::vector<core::Event> const& events) {
    if (!m_unit || m_unit->id != of) return;
    beginResetModel();
    m_shift = lastShiftOf(events);
    endResetModel();
    Q_EMIT read();
}

} // namespace ob::ui
