// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/importer.h"

#include "core/import/overlaps.h"
#include "core/import/source_key.h"
#include "core/import/submission.h"
#include "core/interop/csv_reader.h"
#include "core/number_mint.h"
#include "core/restricted_parts.h"
#include "core/unit_called.h"

#include <algorithm>
#include <cstring>

namespace ob::core {
namespace {

std::uint64_t firstBytes(ShortHash const& hash) {
    std::uint64_t first = 0;
    std::memcpy(&first, hash.data(), sizeof first);
    return first;
}

/// Under which is remembered that a later row of the same file replaced what the n-th of this key said.
ShortHash replacedKeyOf(ShortHash const& row, ShortHash const& digest, std::uint64_t nth) {
    std::string key = "replaced " + std::to_string(nth) + '\n';
    key.append(row.begin(), row.end()).append(digest.begin(), digest.end());
    return sourceHash(key);
}

std::optional<Instant> lastEnd(Incident const& incident) {
    std::optional<Instant> last;
    for (Assignment const& each : incident.assignments)
        for (AssignmentState const end : RecordedRun::ends)
            last = std::max(last, each.at(end));
    return last;
}

} // namespace

std::size_t Importer::HashOfKey::operator()(ShortHash const& key) const {
    return static_cast<std::size_t>(firstBytes(key));
}

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
    m_report.repeatedColumns = reader.repeated();
    if (!m_report.missingNeeded.empty()) return m_report;
    m_kept = m_handedOver = m_report;
    while (auto const* const row = rows.next()) {
        take(*row, reader);
        if (++m_uncommitted < m_around.rowsAtOnce) continue;
        closeIdle(false);
        if (!commit()) return m_report;
        m_report.cancelled = m_listener.progress && !m_listener.progress(m_report);
        if (m_report.cancelled) break;
    }
    closeIdle(true);
    if (!commit() || !settle() || m_report.cancelled) return m_report;
    tallySpans();
    if (m_listener.progress) m_listener.progress(m_report);
    return m_report;
}

void Importer::take(CsvRow const& row, RowReader& reader) {
    ++m_row;
    ++m_report.rows;
    auto const record = reader.read(row);
    if (!record) return refuse(row.line, record.error());
    if (!keep(*record, row.line)) return;
    for (Anomaly const& anomaly : record->anomalies)
        note(row.line, anomaly);
    noteSpan(*record, row.line);
}

/// Under which is remembered which row gave the place that the first row lacked.
ShortHash Importer::placeKeyOf(RowRecord const& record) const {
    return sourceHash(m_mapping.format + "\nplace\n" + record.incidentKey);
}

Importer::Known Importer::knownOf(RowRecord const& record) {
    Known known;
    known.rowKey = sourceHash(rowSourceKey(m_mapping, record.key));
    known.row = found(known.rowKey);
    if (!record.incident) return known;
    known.incidentKey = sourceHash(incidentSourceKey(m_mapping, record.incidentKey));
    known.incident = found(known.incidentKey);
    if (!known.incident) known.incident = openedElsewhere(record, known.incidentKey);
    if (!known.row || !known.incident || known.row->incident == record.incidentDigest) return known;
    // What was entered by a replay names no row: each may correct it.
    bool const anyRow = known.incident->digest == known.incident->incident;
    known.mayCorrect = anyRow || known.incident->digest == known.rowKey;
    return known;
}

/// The same call came to another desk out of the same system: its incident is joined, and not opened again.
/// One number means one call within half a day and, where both have a place, a kilometre.
std::optional<SourceEntry> Importer::openedElsewhere(RowRecord const& record, ShortHash const& incidentKey) {
    constexpr auto atMostApart = Duration::ofMinutes(12 * 60);
    constexpr double atMostMetres = 1'000;
    auto const& asked = *record.incident;
    if (asked.sourceId.isEmpty()) return std::nullopt;
    auto entry = found(sourceHash(othersSourceKey(asked.sourceId.text())));
    if (!entry || !m_around.desk.recall(entry->stream)) return std::nullopt;
    auto const incident = m_around.desk.board().incident(entry->stream);
    if (!incident || incident->openedAt - asked.openedAt > atMostApart
        || asked.openedAt - incident->openedAt > atMostApart)
        return std::nullopt;
    if (incident->place && asked.place && distanceMetres(*incident->place, *asked.place) > atMostMetres)
        return std::nullopt;
    // No row here opened it, so none may correct it.
    entry->digest = incidentKey;
    entry->incident = record.incidentDigest;
    remember(incidentKey, *entry);
    return entry;
}

KeepRecord Importer::asked(RowRecord const& record, Known const& known) {
    KeepRecord asked;
    asked.unit = record.unit;
    asked.run = record.run;
    asked.knownRun = known.row.has_value();
    asked.note = record.note;
    asked.notedAt = record.notedAt;
    if (known.incident) {
        asked.known = known.incident->stream;
        // What the row that opened it said stays until that row says something new.
        if (!known.mayCorrect) return asked;
        asked.incident = record.incident;
        if (!isKnownCaller(asked.known, *record.incident)) return asked;
        asked.incident->callerName.reset();
        asked.incident->callerPhone.reset();
    } else if (record.incident) {
        asked.incident = record.incident;
        asked.number = numberFor(*record.incident);
    }
    return asked;
}

/// The board knows no callers: the newest one stands in the journal.
bool Importer::isKnownCaller(IncidentId incident, RecordedIncident const& record) {
    auto const events = m_around.desk.events(incident);
    auto const newest = std::find_if(events.rbegin(), events.rend(), [](Event const& event) {
        auto const& personal = event.restricted().personal;
        return personal && (personal->callerName || personal->callerPhone);
    });
    if (newest == events.rend()) return false;
    auto const& personal = *newest->restricted().personal;
    return personal.callerName == record.callerName && personal.callerPhone == record.callerPhone;
}

/// A key that comes again in one file: the last row counts, and at the next import of the file those before
/// it are known for what they are. True when this row was replaced so.
bool Importer::wasReplaced(RowRecord const& record, Known const& known, std::uint64_t line) {
    constexpr std::uint64_t most = 64;
    std::uint64_t const nth = m_around.spans.timesSeen(firstBytes(known.rowKey));
    if (!known.row || known.row->digest == record.digest) return false;
    bool const replaced = found(replacedKeyOf(known.rowKey, record.digest, nth)).has_value();
    if (replaced || nth > 0) note(line, {AnomalyKind::RepeatedKey, "", record.key});
    if (!replaced)
        for (std::uint64_t each = nth - std::min(nth, most); each < nth; ++each)
            remember(replacedKeyOf(known.rowKey, known.row->digest, each), *known.row);
    return replaced;
}

bool Importer::keep(RowRecord const& record, std::uint64_t line) {
    Known const known = knownOf(record);
    Desk& desk = m_around.desk;
    bool const alike = m_mapping.incident && !m_mapping.incident->firstRowOnly;
    if (alike && known.incident && known.incident->incident != record.incidentDigest && !known.mayCorrect)
        note(line, {AnomalyKind::RowsDisagree, "", record.incidentKey});
    bool const replaced = wasReplaced(record, known, line);
    if (replaced || (known.row && known.row->digest == record.digest)) {
        ++m_report.unchanged;
        if (replaced) return true;
        if (known.incident && m_lostPlaces.contains(known.incident->stream))
            fillPlace(known.incident->stream, record, known);
        touch(known.row->stream, record, line, News::Unchanged);
        return true;
    }
    if (known.incident && !desk.recall(known.incident->stream)) {
        refuse(line, Refusal{RefusalCode::UnknownIncident, {record.incidentKey}});
        return false;
    }
    KeepRecord const request = asked(record, known);
    std::size_t const unitsBefore = desk.board().units().size();
    auto const before = desk.board().incident(request.known);
    if (auto refusal = submit(request, {})) {
        refuse(line, *std::move(refusal));
        return false;
    }
    noteKept(record, known, request);
    if (before && before->place && known.mayCorrect && !record.incident->place)
        m_lostPlaces.insert(before->id);
    auto const entry = *found(known.rowKey);
    if (known.row && record.incident && known.row->stream != entry.stream)
        note(line, {AnomalyKind::MovedRow, "", record.key});
    m_report.units += desk.board().units().size() - unitsBefore;
    if (auto const after = desk.board().incident(entry.stream))
        m_report.assignments += after->assignments.size() - (before ? before->assignments.size() : 0);
    ++(known.row ? m_report.changed : m_report.made);
    if (known.incident) fillPlace(known.incident->stream, record, known);
    touch(entry.stream, record, line, known.row ? News::Changed : News::New);
    return true;
}

/// Remembers what the row became.
void Importer::noteKept(RowRecord const& record, Known const& known, KeepRecord const& request) {
    Desk& desk = m_around.desk;
    SourceEntry entry{
        .key = {}, .stream = request.known, .digest = record.digest, .incident = record.incidentDigest};
    if (record.incident && !known.incident) {
        ++m_report.incidents;
        m_serials[request.number.day()] = request.number.serial();
        desk.remember(request.number);
        entry.stream = desk.board().incidentsNumbered(request.number).front();
    }
    if (!record.incident && record.unit)
        if (auto const unit = unitCalled(record.unit->callsign, desk.profile().agency, desk.board()))
            entry.stream = unit->id;
    if (record.incident && (!known.incident || known.mayCorrect)) {
        SourceEntry opening = entry;
        opening.digest = known.rowKey;
        remember(known.incidentKey, opening);
    }
    if (known.mayCorrect && record.incident->place && found(placeKeyOf(record)))
        remember(placeKeyOf(record), {.key = {}, .stream = entry.stream, .digest = {}, .incident = {}});
    remember(known.rowKey, entry);
}

/// A place that the first row lacked.
void Importer::fillPlace(IncidentId id, RowRecord const& record, Known const& known) {
    if (!record.incident->place) return;
    auto const held = m_around.desk.board().incident(id);
    if (!held || held->place == record.incident->place) return;
    bool const opened = known.incident->digest == known.rowKey;
    ShortHash const key = placeKeyOf(record);
    if (held->place) {
        auto const filled = found(key);
        bool const isMine = !opened && filled && filled->digest == known.rowKey;
        bool const changed = known.row && known.row->digest != record.digest;
        if (!isMine || !changed) return;
    }
    if (submit(SetPlace{id, held->address.value_or(""), record.incident->place, held->district}, {})) return;
    remember(key, {.key = {}, .stream = id, .digest = known.rowKey, .incident = {}});
}

std::optional<Refusal> Importer::submit(Intent intent, std::optional<Instant> occurredAt) {
    Command const command{.intent = std::move(intent), .occurredAt = occurredAt, .source = Source::Import};
    return refusalOf(m_around.desk, command, m_around.session, Lane::Bulk);
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

void Importer::remember(ShortHash const& key, SourceEntry entry) {
    entry.key = key;
    m_around.desk.remember(entry);
    m_fresh.insert_or_assign(key, entry);
}

std::optional<SourceEntry> Importer::found(ShortHash const& key) {
    for (Keys const* const keys : {&m_fresh, &m_underWay})
        if (auto const known = keys->find(key); known != keys->end()) return known->second;
    return m_around.memory.find(key);
}

IncidentNumber Importer::numberFor(RecordedIncident const& incident) {
    std::int32_t const day = m_around.zone.localDay(incident.openedAt);
    auto last = m_serials.find(day);
    if (last == m_serials.end()) last = m_serials.emplace(day, m_around.memory.lastImported(day)).first;
    DeskProfile const& profile = m_around.desk.profile();
    return importedNumber({profile.numberFirst, profile.numberLast}, day, last->second)
        .value_or(IncidentNumber());
}

void Importer::touch(IncidentId id, RowRecord const& record, std::uint64_t line, News news) {
    if (!record.incident) return;
    auto const incident = m_around.desk.board().incident(id);
    if (incident && incident->isOpen() && news == News::Unchanged && wasReopenedByHand(id)) return;
    if (incident && incident->state == IncidentState::Closed && goesOn(*incident, record.ending, news)
        && submit(ReopenIncident{id, *Code::of("NEW-FACTS"), {}}, incident->closedAt))
        note(line, {AnomalyKind::NotClosed, "", incident->sourceId.text()});
    auto const [place, isNew] = m_touched.try_emplace(id, Touched{m_row, line, record.ending});
    if (isNew) return;
    Touched& touched = place->second;
    touched.row = m_row;
    touched.line = line;
    bool const saysOpen = record.ending.closed == false && touched.ending.closed == true;
    bool const isEarlier =
        record.ending.closed == true && touched.ending.closed == true && record.ending.at < touched.ending.at;
    if (!saysOpen && !isEarlier) touched.ending = record.ending;
}

/// Whether the row says that a closed incident was not over, or not then. What was said before about it, or
/// what a person did, stays.
bool Importer::goesOn(Incident const& closed, RowRecord::Ending const& ending, News news) const {
    if (ending.closed == true && ending.at > closed.closedAt) return true;
    if (news != News::Changed) return false;
    if (ending.closed == false) return true;
    bool const otherCode = !ending.disposition.isEmpty() && ending.disposition != closed.disposition;
    return otherCode || (ending.closed ? ending.at : lastEnd(closed)) != closed.closedAt;
}

bool Importer::wasReopenedByHand(IncidentId incident) const {
    auto const events = m_around.desk.events(incident);
    auto const last = std::find_if(events.rbegin(), events.rend(), [](Event const& event) {
        return event.isUnderstood() && std::holds_alternative<IncidentReopened>(event.body().fact);
    });
    return last != events.rend() && last->body().circumstance.source != Source::Import;
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
    if (!settle()) return false;
    m_underWay = std::exchange(m_fresh, {});
    m_handedOver = m_report;
    m_uncommitted = 0;
    m_around.handOver();
    return true;
}

bool Importer::settle() {
    if (!m_around.settle()) {
        m_report = m_kept;
        m_report.failure = m_around.desk.readOnlyReason();
        return false;
    }
    m_kept = m_handedOver;
    m_underWay.clear();
    return true;
}

void Importer::noteSpan(RowRecord const& record, std::uint64_t line) {
    if (!record.run || !record.unit) return;
    auto const from = record.run->at(AssignmentState::Dispatched);
    auto const end = record.run->end();
    if (!from || !end || end->at <= *from) return;
    m_around.spans.add({.unit = record.unit->callsign.text(),
                        .incident = firstBytes(sourceHash(incidentSourceKey(m_mapping, record.incidentKey))),
                        .line = line,
                        .from = *from,
                        .to = end->at});
}

void Importer::tallySpans() {
    Overlaps overlaps;
    auto& count = m_report.anomalies[static_cast<std::size_t>(AnomalyKind::DoubleAssignment)];
    m_around.spans.visit([&](SpanPort::Span const& span) {
        std::uint64_t const pairs = overlaps.take(span);
        if (pairs == 0) return;
        count += pairs - 1;
        note(span.line, {AnomalyKind::DoubleAssignment, "", span.unit});
    });
}

} // namespace ob::core
