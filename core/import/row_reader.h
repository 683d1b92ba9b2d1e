// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/mapping.h"
#include "core/journal/journal_port.h"
#include "core/ports.h"
#include "core/record.h"
#include "core/result.h"
#include "core/rules/rule_book.h"

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace ob::core {

struct CsvRow;

/// Why a row was not taken. Words are made in ui/text.
enum class RowFault : std::uint8_t {
    FieldCount,  ///< other than the header; value: how many
    CutShort,    ///< the file ends in the middle of the row
    OpenQuote,   ///< a quotation mark is never closed
    TooLong,     ///< longer than a row may be
    NoKey,       ///< column: where the key should be
    NoTime,      ///< column: where the time should be
    BadTime,     ///< column, value: not a time of the mapping's formats, where one is needed
    BadCallsign, ///< column, value
    NoUnit,      ///< times of a run without a unit
};

/// What is odd and was kept.
enum class AnomalyKind : std::uint8_t {
    MilestoneOrder,    ///< a milestone earlier than one that comes before it
    NeverCleared,      ///< the run has no end: it stays active
    DoubleAssignment,  ///< the unit was on another incident in the same time
    Coordinates,       ///< none, or unusable, or outside the bounds
    Digits,            ///< a number with more or fewer digits than its column has
    BadTime,           ///< left out: not a time
    AmbiguousTime,     ///< the clock was set back: one of two moments was chosen by the order of the row
    SkippedTime,       ///< the clock was set forward over it: taken as if it had not been
    BadText,           ///< bytes that are not of the encoding
    UnknownValue,      ///< a code was taken for what the mapping does not name
    NoDispatchTime,    ///< the run begins with its first milestone
    ClosedEarly,       ///< closed before it was opened
    ClosedWithoutTime, ///< over, it says, but not when: closed at its last time
    OpenWithEnd,       ///< has a closing time and is not closed, it says
    RowsDisagree,      ///< says other things of its incident than the row that opened it: these are left out
    RepeatedKey,       ///< another row of this file has the same key and says something else: the last counts
    Unterminated,      ///< the last row has no line end: the file may be cut
    NotClosed,         ///< over by the file, kept as it is by the rules of the desk
    MovedRow,          ///< was about another incident before: what it said there stays
};
constexpr std::size_t anomalyKinds = static_cast<std::size_t>(AnomalyKind::MovedRow) + 1;

/// Lower camel case, stable: for reports and JSON.
std::string_view nameOf(RowFault fault);
std::string_view nameOf(AnomalyKind kind);

struct Anomaly {
    AnomalyKind kind{};
    std::string column; ///< as the mapping spells it
    std::string value;  ///< as in the file; what is personal never comes here
};

struct RowProblem {
    RowFault fault{};
    std::string column;
    std::string value;
};

/// A row, understood.
struct RowRecord {
    std::string key;         ///< of the row
    std::string incidentKey; ///< empty: the row is about no incident
    std::optional<RecordedIncident> incident;
    std::optional<RecordedUnit> unit;
    std::optional<RecordedRun> run;
    std::string note;
    std::optional<Instant> notedAt;
    struct Ending {
        std::optional<bool> closed; ///< absent: when all runs have ended
        std::optional<Instant> at;
        Code disposition;
    } ending;
    ShortHash digest{};         ///< of all that the row says
    ShortHash incidentDigest{}; ///< of what it says of the incident
    std::vector<Anomaly> anomalies;
};

/// Makes records out of rows by a mapping. Knows one file's header.
class RowReader {
  public:
    /// `agencyCodes` as DeskProfile. All must outlive the reader.
    RowReader(Mapping const& mapping, std::vector<std::string> const& header, CivilTimePort& civil,
              RuleBook const& rules, std::vector<Code> const& agencyCodes);
    ~RowReader();

    /// Columns that the mapping names and the header lacks, by their first spelling: those that no row can
    /// be taken without, and the others.
    std::vector<std::string> const& missingNeeded() const { return m_missingNeeded; }
    std::vector<std::string> const& missingOther() const { return m_missingOther; }
    /// Columns that the mapping names and the header has more than once.
    std::vector<std::string> const& repeated() const { return m_repeated; }

    tl::expected<RowRecord, RowProblem> read(CsvRow const& row);

  private:
    class Pass; // one row

    struct Column {
        std::size_t index = 0;
        std::string name;
    };
    using CodeTable = std::unordered_map<std::string, std::string>;
    std::optional<Column> find(MappedColumn const& column) const;
    void noteMissing(MappedColumn const& column, bool needed);
    bool isThere(MappedText const& text) const;
    void use(MappedColumn const& column);
    void check(MappedText const& text, bool needed);
    void check(MappedCode const& code, bool needed);
    void checkColumns();

    Mapping const& m_mapping;
    CivilTimePort& m_civil;
    RuleBook const& m_rules;
    std::vector<Code> const& m_agencyCodes;
    std::unordered_map<std::string, std::size_t> m_header; // folded name → place
    std::unordered_map<MappedColumn const*, Column> m_columns;
    std::unordered_map<MappedCode const*, CodeTable> m_codes;
    std::vector<std::string> m_missing; // texts without a value, folded
    std::vector<std::string> m_missingNeeded;
    std::vector<std::string> m_missingOther;
    std::unordered_set<std::string> m_twice; // folded names
    std::vector<std::string> m_repeated;
    std::size_t m_width = 0;
};

/// Lower-case letters and digits of a header's name; other signs do not count.
std::string foldedColumnName(std::string_view name);

} // namespace ob::core
