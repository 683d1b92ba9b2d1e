// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/timeline_model.h"

#include "core/fold/stream_fold.h"
#include "ui/text/fact_text.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"
#include "ui/text/time_text.h"
#include "ui/text/timeline_text.h"

#include <QPointer>

#include <algorithm>
#include <unordered_map>

namespace ob::ui {
namespace {

using Row = TimelineModel::Row;
using Known = std::unordered_map<core::EventId, core::Event const*>;

std::vector<Row> withAttachments(std::vector<Row> const& rows, Known const& known) {
    std::vector<Row> all;
    for (auto const& row : rows) {
        all.push_back(row);
        auto const& parts = known.at(row.id)->restricted();
        for (auto const* const list : {parts.joint ? &parts.joint->attachments : nullptr,
                                       parts.own ? &parts.own->attachments : nullptr})
            if (list != nullptr)
                for (auto const& each : *list)
                    all.push_back({.id = row.id,
                                   .recordedAt = row.recordedAt,
                                   .time = {},
                                   .text = textOf(each.name),
                                   .hasEffect = row.hasEffect,
                                   .attachment = each});
    }
    return all;
}

} // namespace

TimelineModel::TimelineModel(Console& console, AttachmentShelf& shelf, QObject* parent)
    : QAbstractListModel(parent), m_console(console), m_shelf(shelf) {
    // What is said of an attachment, and how high its picture is.
    connect(&shelf, &AttachmentShelf::changed, this, [this] {
        Q_EMIT layoutAboutToBeChanged();
        Q_EMIT layoutChanged();
    });
    connect(&console, &Console::boardChanged, this, &TimelineModel::refresh);
    connect(&console, &Console::selectionChanged, this, &TimelineModel::refresh);
    refresh();
}

int TimelineModel::rowCount(QModelIndex const& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant TimelineModel::data(QModelIndex const& index, int role) const {
    if (!index.isValid()) return {};
    auto const& shown = row(index.row());
    if (shown.attachment) return ofAttachment(*shown.attachment, role);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QString(shown.time + QLatin1Char(' ') + shown.text);
    if (role == Qt::ToolTipRole)
        return QString(shown.text + QLatin1Char('\n') + tr("Double click or Enter: look back to here"));
    return {};
}

QVariant TimelineModel::ofAttachment(core::Attachment const& attachment, int role) const {
    QString const name = textOf(attachment.name);
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return QString(name + QStringLiteral(", ") + m_shelf.standingText(attachment));
    if (role == Qt::ToolTipRole)
        return QString(name + QLatin1Char('\n') + tr("Double click or Enter: open. Right click: save as"));
    return {};
}

void TimelineModel::refresh() {
    auto incident = m_console.board().incident(m_console.selectedIncident());
    if (incident == m_read) return;
    bool const isOther = !incident || !m_read || incident->id != m_read->id;
    m_read = incident;
    if (isOther) {
        m_events.clear();
        lay();
    }
    if (!incident) return;
    m_console.desk().readEvents(incident->id, [model = QPointer(this), id = incident->id](auto events) {
        if (model) model->take(id, std::move(events));
    });
}

void TimelineModel::take(core::IncidentId of, std::vector<core::Event> events) {
    if (!m_read || m_read->id != of) return;
    m_events = std::move(events);
    lay();
}

void TimelineModel::retranslate() { lay(); }

void TimelineModel::lay() {
    auto const wording = m_console.wording();
    std::vector<Row> rows;
    if (!m_events.empty()) {
        auto const fold = core::StreamFold::of(m_events);
        Known known;
        for (auto const& event : m_events)
            known.emplace(event.id(), &event);
        for (auto const& taken : fold.order()) {
            auto const& event = *known.at(taken.id);
            QStringList pieces{factText(event, wording, Attached::Apart)};
            if (QString const person = timelinePerson(event); !person.isEmpty()) pieces << person;
            pieces << timelineMarks(event, &taken, wording);
            rows.push_back({.id = taken.id,
                            .recordedAt = event.recordedAt(),
                            .time = clockText(timelineMoment(event), m_console.now(), m_console.zone()),
                            .text = pieces.join(QStringLiteral(" · ")),
                            .hasEffect = taken.verdict == core::Verdict::Effective});
        }
        std::ranges::reverse(rows);
        m_entries = rows.size();
        auto shown = withAttachments(rows, known);
        beginResetModel();
        m_rows = std::move(shown);
        endResetModel();
    } else {
        beginResetModel();
        m_rows.clear();
        m_entries = 0;
        endResetModel();
    }
    std::vector<core::Attachment> attachments;
    for (auto const& each : m_rows)
        if (each.attachment) attachments.push_back(*each.attachment);
    m_shelf.lay(std::move(attachments));
}

} // namespace ob::ui
