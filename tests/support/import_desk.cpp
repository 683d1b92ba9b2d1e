// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/import_desk.h"

#include "core/interop/csv_reader.h"
#include "core/interop/mapping_json.h"
#include "tests/support/shipped_rules.h"

#include <algorithm>

namespace ob::core {

CivilTimePort::Meaning FakeCivilTime::meaningOf(std::int64_t localMilliseconds) {
    constexpr std::int64_t hour = 3'600'000;
    constexpr std::int64_t forward = 1'741'514'400'000; // 2025-03-09T10:00Z
    constexpr std::int64_t back = 1'762'074'000'000;    // 2025-11-02T09:00Z
    Meaning meaning;
    auto const winter = localMilliseconds + 8 * hour;
    auto const summer = localMilliseconds + 7 * hour;
    meaning.asIfNotSet = *Instant::ofMilliseconds(winter);
    if (summer >= forward && summer < back) meaning.moments.push_back(*Instant::ofMilliseconds(summer));
    if (winter < forward || winter >= back) meaning.moments.push_back(*Instant::ofMilliseconds(winter));
    return meaning;
}

void FakeSpans::visit(std::function<void(Span const&)> const& visit) {
    std::sort(m_spans.begin(), m_spans.end(), [](Span const& a, Span const& b) {
        return std::tie(a.unit, a.from, a.line) < std::tie(b.unit, b.from, b.line);
    });
    for (Span const& span : m_spans)
        visit(span);
}

std::optional<SourceEntry> FakeSources::find(ShortHash const& key) {
    auto const found = m_journal.sources().find(key);
    return found == m_journal.sources().end() ? std::nullopt : std::optional(found->second);
}

ImportReport ImportDesk::import(Mapping const& mapping, std::string const& csv) {
    anomalies.clear();
    refused.clear();
    FakeCivilTime civil;
    test::FakeZone zone;
    FakeSpans spans;
    FakeSources sources(journal);
    bool given = false;
    auto rows = CsvReader::open(
        [&]() -> std::string_view {
            if (std::exchange(given, true)) return {};
            return csv;
        },
        {.delimiter = mapping.delimiter, .encoding = mapping.encoding});
    if (!rows) throw std::runtime_error("unknown encoding");
    Importer importer(mapping,
                      {.desk = **desk,
                       .session = RunningDesk::supervisor("Li"),
                       .memory = sources,
                       .civil = civil,
                       .zone = zone,
                       .spans = spans,
                       .handOver = [this] { (*desk)->flush(); },
                       .settle =
                           [this] {
                               if (journal.waiting() > 0) commit();
                               return !(*desk)->isReadOnly();
                           }},
                      {.anomaly = [this](std::uint64_t line,
                                         Anomaly const& anomaly) { anomalies.push_back({line, anomaly}); },
                       .refused = [this](RefusedRow const& row) { refused.push_back(row); },
                       .progress = progress});
    return importer.run(*rows);
}

std::shared_ptr<Incident const> ImportDesk::incident(std::string_view sourceId) {
    for (auto const& [id, each] : (*desk)->board().incidents())
        if (each->sourceId.text() == sourceId) return each;
    return nullptr;
}

std::vector<StreamId> ImportDesk::incidentStreams() {
    std::vector<StreamId> streams;
    journal.visitStreams([&](StreamId id, StreamKind kind, bool) {
        if (kind == StreamKind::Incident) streams.push_back(id);
    });
    return streams;
}

std::shared_ptr<Incident const> ImportDesk::archived(std::string_view sourceId) {
    for (StreamId const id : incidentStreams())
        if (auto const each = StreamFold::of((*desk)->events(id)).incident();
            each->sourceId.text() == sourceId)
            return each;
    return nullptr;
}

std::shared_ptr<Unit const> ImportDesk::unit(std::string_view callsign) {
    for (UnitId const id : (*desk)->board().unitsCalled(*Callsign::of(callsign)))
        return (*desk)->board().unit(id);
    return nullptr;
}

std::string ImportDesk::callsignOf(UnitId id) {
    auto const known = (*desk)->board().unit(id);
    return known ? known->callsign.text() : "?";
}

std::optional<Assignment> ImportDesk::run(std::string_view sourceId, std::string_view callsign) {
    if (auto const found = archived(sourceId))
        for (Assignment const& each : found->assignments)
            if (callsignOf(each.unit) == callsign) return each;
    return std::nullopt;
}

namespace {

std::string shown(std::optional<Instant> at) { return at ? at->iso8601().substr(0, 19) : "-"; }

std::string shown(Incident const& incident) {
    std::string text = incident.sourceId.text() + ": " + incident.type.text() + " P"
                       + std::to_string(static_cast<int>(incident.priority)) + " '"
                       + incident.address.value_or("") + "' " + incident.district.text();
    if (incident.place)
        text += " " + std::to_string(incident.place->latitudeE7()) + ","
                + std::to_string(incident.place->longitudeE7());
    text += " opened " + shown(incident.openedAt) + " received " + shown(incident.receivedAt) + " call "
            + shown(incident.calls.empty() ? std::nullopt : std::optional(incident.calls.front().receivedAt));
    return text + " " + std::string(nameOf(incident.state)) + " " + shown(incident.closedAt) + " "
           + incident.disposition.text();
}

std::string shown(Assignment const& run) {
    std::string text(nameOf(run.state));
    for (auto const& at : run.reachedAt)
        text += " " + shown(at);
    return text + " " + run.disposition.text() + run.reason.text();
}

} // namespace

std::vector<std::string> ImportDesk::told(std::optional<Instant> asOf) {
    std::vector<std::string> lines;
    for (StreamId const id : incidentStreams()) {
        auto const events = (*desk)->events(id);
        auto const fold = asOf ? StreamFold::asOf(events, *asOf) : StreamFold::of(events);
        auto const each = fold.incident();
        if (!each || each->id.isNil()) continue;
        lines.push_back(shown(*each));
        for (Assignment const& run : each->assignments)
            lines.push_back(each->sourceId.text() + " " + callsignOf(run.unit) + ": " + shown(run));
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

Mapping mappingFrom(std::string const& json) {
    auto mapping = loadMapping("test.json", json, test::shippedRules());
    if (!mapping) throw std::runtime_error(mapping.error().path + ": " + mapping.error().message);
    return *std::move(mapping);
}

Mapping shippedMapping(std::string const& name) {
    std::ifstream file(sourceDir() + "/resources/import/" + name + ".json", std::ios::binary);
    return mappingFrom(std::string(std::istreambuf_iterator<char>(file), {}));
}

Mapping const& runMapping() {
    static Mapping const mapping = mappingFrom(R"({
        "format": "runs", "timeZone": "UTC", "timeFormats": ["yyyy-MM-ddTHH:mmZ", "yyyy-MM-dd HH:mm"],
        "missing": ["NA"],
        "rowKey": {"columns": ["key", "unit"], "separator": "-"},
        "bounds": {"south": 30, "west": 100, "north": 40, "east": 125},
        "digits": [{"column": "key", "least": 2, "most": 4}],
        "incident": {
            "key": "key",
            "type": {"column": "type", "default": "OTHER"},
            "priority": {"column": "priority", "values": {"1": "1", "2": "2"}, "default": "3"},
            "address": "address",
            "place": {"latitude": "lat", "longitude": "lon"},
            "receivedAt": "received",
            "openedAt": "opened",
            "callerName": "caller",
            "disposition": {"column": "disposition", "default": "OTHER"}
        },
        "unit": {"callsign": "unit", "kind": {"constant": "ENGINE"}},
        "run": {
            "dispatchedAt": "dispatched", "deliveredAt": "delivered", "enRouteAt": "enroute",
            "onSceneAt": "onscene", "clearedAt": "cleared",
            "disposition": {"column": "disposition", "default": "OTHER"}
        },
        "note": {"text": [{"label": "", "column": "note"}]}
    })");
    return mapping;
}

Mapping const& callMapping() {
    static Mapping const mapping = mappingFrom(R"({
        "format": "calls", "timeZone": "UTC", "timeFormats": ["yyyy-MM-ddTHH:mmZ"],
        "rowKey": "key",
        "incident": {
            "key": "key",
            "type": {"column": "type", "default": "OTHER"},
            "address": "address",
            "openedAt": "opened",
            "closedAt": "closed",
            "state": {"column": "state", "values": {"open": "OPEN", "closed": "CLOSED"}},
            "disposition": {"column": "disposition", "default": "OTHER"}
        }
    })");
    return mapping;
}

} // namespace ob::core
