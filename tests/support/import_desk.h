// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/importer.h"
#include "tests/support/fake_zone.h"
#include "tests/support/running_desk.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// Clocks eight hours behind UTC, of one year: set forward from 2:00 on 9 March 2025 and back at 2:00 on
/// 2 November 2025.
class FakeCivilTime final : public CivilTimePort {
  public:
    Meaning meaningOf(std::int64_t localMilliseconds) override;
};

/// Runs of one file, in memory.
class FakeSpans final : public SpanPort {
  public:
    void add(Span const& span) override { m_spans.push_back(span); }
    void visit(std::function<void(Span const&)> const& visit) override;
    std::uint64_t timesSeen(std::uint64_t key) override { return m_keys[key]++; }

  private:
    std::vector<Span> m_spans;
    std::map<std::uint64_t, std::uint64_t> m_keys;
};

/// What the journal's batches brought.
class FakeSources final : public SourceMemoryPort {
  public:
    explicit FakeSources(FakeJournal& journal) : m_journal(journal) {}
    std::optional<SourceEntry> find(ShortHash const& key) override;
    std::uint32_t lastImported(std::int32_t day) override { return m_journal.lastImported(day); }

  private:
    FakeJournal& m_journal;
};

struct NotedAnomaly {
    std::uint64_t line = 0;
    Anomaly anomaly;
};

/// A desk of the police that imports.
class ImportDesk {
  public:
    ImportDesk() { desk.emplace(journal, clock); }

    ImportReport import(Mapping const& mapping, std::string const& csv);
    /// The first incident of the board with this key in the file.
    std::shared_ptr<Incident const> incident(std::string_view sourceId);
    /// Also when it is archived: folded from the journal.
    std::shared_ptr<Incident const> archived(std::string_view sourceId);
    std::shared_ptr<Unit const> unit(std::string_view callsign);
    /// The run of the unit on the incident, which may be archived.
    std::optional<Assignment> run(std::string_view sourceId, std::string_view callsign);
    /// Everything that a file says of the incidents and their runs, a line each, sorted: the same for two
    /// desks that know the same.
    std::vector<std::string> told(std::optional<Instant> asOf = {});
    std::size_t eventCount() { return journal.eventsOf(desk->log(Lane::Bulk)).size(); }

    FakeJournal journal;
    FakeClock clock;
    std::optional<RunningDesk> desk;
    std::vector<NotedAnomaly> anomalies; ///< of the last import
    std::vector<RefusedRow> refused;     ///< of the last import
    /// Called after each commit.
    std::function<bool(ImportReport const&)> progress;
    /// Makes a commit durable, or does not.
    std::function<void()> commit = [this] { journal.commitAll(); };

  private:
    std::vector<StreamId> incidentStreams();
    std::string callsignOf(UnitId unit);
};

/// Throws, naming the fault, when it is none under the shipped rules.
Mapping mappingFrom(std::string const& json);
Mapping shippedMapping(std::string const& name);
/// One row is one unit's run: columns key, unit, type, priority, address, lat, lon, received, opened,
/// dispatched, enroute, onscene, cleared, disposition, caller, note. Times are UTC.
Mapping const& runMapping();
/// One row is one call, with columns key, type, address, opened, state, closed, disposition.
Mapping const& callMapping();

} // namespace ob::core
