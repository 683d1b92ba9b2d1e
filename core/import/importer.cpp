// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/importer.h"

#include "core/import/source_key.h"
#include "core/interop/csv_reader.h"
#include "core/number_mint.h"

#include <algorithm>
#include <cstring>

namespace ob::core {
namespace {

std::optional<Instant> endOf(RecordedRun const& run) {
    for (auto const end : {AssignmentState::Cleared, AssignmentState::Released, AssignmentState::Refused})
        if (auto const at = run.reachedAt[static_cast<std::size_t>(end)]) return at;
    return std::nullopt;
}

std::optional<Instant> lastEnd(Incident const& incident) {
    std::optional<Instant> last;
    for (Assignment const& each : incident.assignments)
        for (auto const end : {AssignmentState::Cleared, AssignmentState::Released, AssignmentState::Refused})
            last = std::max(last, each.at(end));
    return last;
}

} // namespace

Importer::Importer(Mapping const& mapping, Surroundings surroundings, Listener listener)
    : m_mapping(mapping), m_around(std::move(surroundings)), m_listener(std::move(listener)) {}

ImportReport Importer::run(CsvReader& rows) {
    m_report = {};
    auto const* const first = rows.next();
    std::vector<std::string> const header = first ? first->fields : std::vector<std::string>();
    RowReader reader(m_mapping, header, m_around.civil, m_around.desk.rules(),
                     m_around.desk.profile().agencyCodes);
    m_report.missingNeeded = reader.missingNeeded();
    m_report.missingColumns = reader.missingOther();
    if (!m_report.missingNeeded.empty()) return m_report;
    bool goesOn = true;
    while (goesOn) {
        auto const* const row = rows.next();
        if (!row) break;
        take(*row, reader);
        if (++m_uncommitted < rowsPerCommit) continue;
        closeIdle(false);
        goesOn = commit();
    }
    closeIdle(true);
    commit();
    if (goesOn) tallySpans();
    return m_report;
}

void Importer::take(CsvRow const& row, RowReader& reader) {
    ++m_row;
    ++m_report.rows;
    auto const record = reader.read(row);
    if (!record) return refuse(row.line, record.error());
    for (Anomaly const& anomaly : record->anomalies)
        note(row.line, anomaly);
    noteSpan(*record, row.line);
    keep(*record, row.line);
}

KeepRecord Importer::asked(RowRecord const& record, std::optional<SourceEntry> const& row,
                           std::optional<SourceEntry> const& incident) {
    KeepRecord asked;
    asked.unit = record.unit;
    asked.run = record.run;
    asked.knownRun = row.has_value();
    asked.note = record.note;
    asked.notedAt = record.notedAt;
    if (incident) {
        asked.known = incident->stream;
        // What another row said first stays, unless this very row says something new.
        if (row && row->incident != record.incidentDigest) asked.incident = record.incident;
    } else if (record.incident) {
        asked.incident = record.incident;
        asked.number = numberFor(*record.incident);
    }
    return asked;
}

void Importer::keep(RowRecord const& record, std::uint64_t line) {
    std::string const rowKey = rowSourceKey(m_mapping, record.key);
    std::string const incidentKey = incidentSourceKey(m_mapping, record.incidentKey);
    auto const known = found(rowKey);
    auto const incident = record.incident ? found(incidentKey) : std::nullopt;
    bool const mayCorrect = known && known->incident != record.incidentDigest;
    bool const alike = m_mapping.incident && !m_mapping.incident->firstRowOnly;
    if (alike && incident && incident->incident != record.incidentDigest && !mayCorrect)
        note(line, {AnomalyKind::RowsDisagree, "", record.incidentKey});
    if (known && known->digest == record.digest) {
        ++m_report.unchanged;
        return touch(known->stream, record, line);
    }
    if (known && m_fresh.contains(rowKey)) note(line, {AnomalyKind::RepeatedKey, "", record.key});
    Desk& desk = m_around.desk;
    if (incident && !desk.recall(incident->stream))
        return refuse(line, Refusal{RefusalCode::UnknownIncident, {record.incidentKey}});
    std::size_t const unitsBefore = desk.board().units().size();
    KeepRecord const request = asked(record, known, incident);
    if (auto refusal = submit(request, {})) return refuse(line, *std::move(refusal));

    SourceEntry entry{
        .key = {}, .stream = request.known, .digest = record.digest, .incident = record.incidentDigest};
    if (record.incident && !incident) {
        ++m_report.incidents;
        m_serials[request.number.day()] = request.number.serial();
        desk.remember(request.number);
        entry.stream = desk.board().incidentsNumbered(request.number).front();
    }
    if (record.incident && (!incident || mayCorrect)) remember(incidentKey, entry);
    if (desk.board().units().size() > unitsBefore) ++m_report.units;
    if (!record.incident && record.unit)
        for (UnitId const unit : desk.board().unitsCalled(record.unit->callsign))
            if (desk.board().unit(unit)->agency == desk.profile().agency) entry.stream = unit;
    if (incident && !mayCorrect) fillPlace(incident->stream, *record.incident);
    if (record.run && !known) ++m_report.assignments;
    ++(known ? m_report.changed : m_report.made);
    remember(rowKey, entry);
    touch(entry.stream, record, line);
}

/// A place that the first row lacked.
void Importer::fillPlace(IncidentId id, RecordedIncident const& record) {
    auto const held = m_around.desk.board().incident(id);
    if (!held || held->place || !record.place) return;
    submit(SetPlace{id, held->address.value_or(record.address), record.place, held->district}, {});
}

std::optional<Refusal> Importer::submit(Intent intent, std::optional<Instant> occurredAt) {
    m_refusal.reset();
    m_deciding = true;
    m_around.desk.submit(
        {.intent = std::move(intent), .occurredAt = occurredAt, .source = Source::Import}, m_around.session,
        [this](Result<Receipt> const& told) {
            // A later answer is about storage: `commit` tells that.
            if (m_deciding && !told) m_refusal = told.error();
        },
        Lane::Bulk);
    m_deciding = false;
    return m_refusal;
}

void Importer::refuse(std::uint64_t line, std::variant<RowProblem, Refusal> reason) {
    ++m_report.refusedRows;
    RefusedRow row{line, std::move(reason)};
    if (m_listener.refused) m_listener.refused(row);
    if (m_report.refused.size() < ImportReport::maxRefused) m_report.refused.push_back(std::move(row));
}

void Importer::note(std::uint64_t line, Anomaly const& anomaly) {
    ++m_report.anomalies[static_cast<std::size_t>(anomaly.kind)];
    if (m_listener.anomaly) m_listener.anomaly(line, anomaly);
}

void Importer::remember(std::string const& key, SourceEntry entry) {
    entry.key = sourceHash(key);
    m_around.desk.remember(entry);
    m_fresh.insert_or_assign(key, entry);
}

std::optional<SourceEntry> Importer::found(std::string const& key) {
    if (auto const fresh = m_fresh.find(key); fresh != m_fresh.end()) return fresh->second;
    return m_around.memory.find(sourceHash(key));
}

IncidentNumber Importer::numberFor(RecordedIncident const& incident) {
    std::int32_t const day = m_around.zone.localDay(incident.openedAt);
    auto last = m_serials.find(day);
    if (last == m_serials.end()) last = m_serials.emplace(day, m_around.memory.lastImported(day)).first;
    DeskProfile const& profile = m_around.desk.profile();
    return importedNumber({profile.numberFirst, profile.numberLast}, day, last->second)
        .value_or(IncidentNumber());
}

void Importer::touch(IncidentId id, RowRecord const& record, std::uint64_t line) {
    if (!record.incident) return;
    auto const incident = m_around.desk.board().incident(id);
    if (!incident) return; // finished and archived
    bool const over = incident->state == IncidentState::Closed;
    if (over) {
        auto const at = record.ending.closed ? record.ending.at : lastEnd(*incident);
        if (record.ending.closed != false && at == incident->closedAt) return;
        if (submit(ReopenIncident{id, *Code::of("NEW-FACTS"), {}}, {})) return;
    }
    m_touched.insert_or_assign(id, Touched{m_row, line, record.ending});
}

void Importer::closeIdle(bool all) {
    std::vector<std::pair<std::uint64_t, IncidentId>> idle; // in the order of the file
    for (auto const& [id, touched] : m_touched)
        if (all || touched.row + idleRows < m_row) idle.emplace_back(touched.row, id);
    std::sort(idle.begin(), idle.end());
    for (auto const& [row, id] : idle) {
        close(id, m_touched.at(id));
        m_touched.erase(id);
    }
}

void Importer::close(IncidentId id, Touched const& touched) {
    auto const incident = m_around.desk.board().incident(id);
    if (!incident || !incident->isOpen() || touched.ending.closed == false) return;
    bool const said = touched.ending.closed.has_value();
    if (!said && (incident->assignments.empty() || incident->hasActiveAssignment())) return;
    auto const at = said ? touched.ending.at : lastEnd(*incident);
    Code code = touched.ending.disposition;
    if (code.isEmpty() && !incident->assignments.empty()) code = incident->assignments.back().disposition;
    if (code.isEmpty()) code = *Code::of("OTHER");
    if (submit(CloseIncident{id, code, {}}, at))
        note(touched.line, {AnomalyKind::NotClosed, "", incident->sourceId.text()});
}

bool Importer::commit() {
    m_around.desk.tick();
    bool const kept = m_around.commit();
    m_fresh.clear();
    m_serials.clear();
    m_uncommitted = 0;
    if (!kept) m_report.failure = m_around.desk.readOnlyReason();
    if (kept && m_listener.progress && !m_listener.progress(m_report)) m_report.cancelled = true;
    return kept && !m_report.cancelled;
}

void Importer::noteSpan(RowRecord const& record, std::uint64_t line) {
    if (!record.run || !record.unit) return;
    auto const from = record.run->reachedAt[static_cast<std::size_t>(AssignmentState::Dispatched)];
    auto const to = endOf(*record.run);
    if (!from || !to || *to <= *from) return;
    ShortHash const incident = sourceHash(incidentSourceKey(m_mapping, record.incidentKey));
    SpanPort::Span span{
        .unit = record.unit->callsign.text(), .incident = 0, .line = line, .from = *from, .to = *to};
    std::memcpy(&span.incident, incident.data(), sizeof span.incident);
    m_around.spans.add(span);
}

/// Every pair of runs of one unit on two incidents that overlap counts once, at the later one.
void Importer::tallySpans() {
    std::vector<SpanPort::Span> running; // of the unit, not over when the next one begins
    m_around.spans.visit([&](SpanPort::Span const& span) {
        std::erase_if(running,
                      [&](auto const& each) { return each.unit != span.unit || each.to <= span.from; });
        for (auto const& each : running)
            if (each.incident != span.incident)
                note(std::max(span.line, each.line), {AnomalyKind::DoubleAssignment, "", span.unit});
        running.push_back(span);
    });
}

} // namespace ob::core
