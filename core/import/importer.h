// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "core/identity/number_block.h"
#include "core/import/import_report.h"
#include "core/import/row_reader.h"

#include <functional>
#include <map>
#include <unordered_map>
#include <unordered_set>
#include <variant>

namespace ob::core {

class CsvReader;

/// Keeps on disk what is needed of every row of a file: runs, to find those of one unit that overlap, and
/// keys.
class SpanPort {
  public:
    struct Span {
        std::string unit;
        std::uint64_t incident = 0; ///< the same for rows of one incident
        std::uint64_t line = 0;
        Instant from;
        Instant to; ///< not included
    };
    virtual ~SpanPort() = default;
    virtual void add(Span const& span) = 0;
    /// By unit, then by beginning.
    virtual void visit(std::function<void(Span const&)> const& visit) = 0;
    /// How often it was asked for this key before.
    virtual std::uint64_t timesSeen(std::uint64_t key) = 0;
};

/// Takes rows of other systems' files into the desk's journal: each row once, by its key; a row that changed
/// gives new facts. Rows of one commit are kept together with the memory of them or not at all, so it can be
/// ended at any moment and begun again. Memory does not grow with the file.
class Importer {
  public:
    struct Surroundings {
        Desk& desk;
        OperatorSession session;
        SourceMemoryPort& memory;
        CivilTimePort& civil; ///< of the mapping's zone
        ZonePort& zone;       ///< of the realm: which day a number belongs to
        SpanPort& spans;
        /// Begins to make durable what was submitted.
        std::function<void()> handOver;
        /// All that was handed over is durable when it returns; false when storage failed.
        std::function<bool()> settle;
        std::size_t rowsAtOnce = rowsPerCommit; ///< in one commit
    };
    /// Told as they are found.
    struct Listener {
        std::function<void(std::uint64_t line, Anomaly const&)> anomaly;
        std::function<void(RefusedRow const&)> refused;
        /// After every commit. False ends the import; what was taken stays. After the last row it ends
        /// nothing.
        std::function<bool(ImportReport const&)> progress;
    };

    Importer(Mapping const& mapping, Surroundings surroundings, Listener listener);

    ImportReport run(CsvReader& rows);

    static constexpr std::size_t rowsPerCommit = 1024; ///< when nobody else waits
    /// An incident is closed when so many rows came without it; a later row opens it again.
    static constexpr std::uint64_t idleRows = 1024;

  private:
    enum class News : std::uint8_t { New, Changed, Unchanged };
    /// What rows lately said of an incident's end: it is over when one says so, at the latest time.
    struct Touched {
        std::uint64_t row = 0;
        std::uint64_t line = 0;
        RowRecord::Ending ending;
    };
    struct HashOfKey {
        std::size_t operator()(ShortHash const& key) const;
    };
    using Keys = std::unordered_map<ShortHash, SourceEntry, HashOfKey>;
    /// What is known of the row and its incident.
    struct Known {
        ShortHash rowKey{};
        ShortHash incidentKey{};
        std::optional<SourceEntry> row;
        std::optional<SourceEntry> incident; ///< digest: the key of the row that opened it
        bool mayCorrect = false;             ///< this row opened it and says other things now
    };

    void take(CsvRow const& row, RowReader& reader);
    bool keep(RowRecord const& record, std::uint64_t line);
    Known knownOf(RowRecord const& record);
    bool wasReplaced(RowRecord const& record, Known const& known, std::uint64_t line);
    /// What it is refused for, if it is.
    std::optional<Refusal> submit(Intent intent, std::optional<Instant> occurredAt);
    KeepRecord asked(RowRecord const& record, Known const& known);
    std::optional<SourceEntry> openedElsewhere(RowRecord const& record, ShortHash const& incidentKey);
    bool isKnownCaller(IncidentId incident, RecordedIncident const& record);
    void noteKept(RowRecord const& record, Known const& known, KeepRecord const& request);
    void fillPlace(IncidentId incident, RowRecord const& record, Known const& known);
    void remember(ShortHash const& key, SourceEntry entry);
    void refuse(std::uint64_t line, std::variant<RowProblem, Refusal> reason);
    void note(std::uint64_t line, Anomaly const& anomaly);
    void noteSpan(RowRecord const& record, std::uint64_t line);
    void touch(IncidentId incident, RowRecord const& record, std::uint64_t line, News news);
    bool goesOn(Incident const& closed, RowRecord::Ending const& ending, News news) const;
    bool wasReopenedByHand(IncidentId incident) const;
    void closeIdle(bool all);
    void close(IncidentId incident, Touched const& touched);
    /// Hands over, once what was handed over before is durable.
    bool commit();
    /// What was handed over is kept, or nothing of it is counted.
    bool settle();
    void tallySpans();
    IncidentNumber numberFor(RecordedIncident const& incident);
    std::optional<SourceEntry> found(ShortHash const& key);
    ShortHash placeKeyOf(RowRecord const& record) const;

    Mapping const& m_mapping;
    Surroundings m_around;
    Listener m_listener;
    ImportReport m_report;
    ImportReport m_kept;                             ///< as of the last commit that is durable
    ImportReport m_handedOver;                       ///< as of the last that was handed over
    Keys m_fresh;                                    ///< since then
    Keys m_underWay;                                 ///< of what was handed over and may not be durable
    std::map<std::int32_t, std::uint32_t> m_serials; ///< of days
    std::unordered_map<IncidentId, Touched> m_touched;
    std::unordered_set<IncidentId> m_lostPlaces; ///< a changed row took it back: others may give theirs
    std::uint64_t m_row = 0;
    std::size_t m_uncommitted = 0;
};

} // namespace ob::core
