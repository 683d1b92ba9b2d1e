// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/premise/premise_column.h"
#include "core/premise/premise_reading.h"
#include "core/rules/hazard_book.h"

#include <map>

namespace ob::core {

/// Makes records of rows, whatever file they come from, and keeps what is wrong with them.
class PremiseRows {
  public:
    /// All three outlive it. Rows are added to `reading`.
    PremiseRows(HazardBook const& hazards, PremiseReadingOptions const& options, PremiseReading& reading)
        : m_hazards(hazards), m_options(options), m_reading(reading) {}

    struct Row {
        std::uint64_t line = 0;
        PremiseCells cells;
        std::optional<GeoPoint> point{}; ///< of a feature, WGS 84; a table has it in its cells
        Area area{};
    };
    void take(Row row);
    /// A row of which nothing can be read.
    void fail(PremiseRowFault fault);
    /// How a column is called in this file; what it is not called here has its English name.
    void nameColumn(PremiseColumn column, std::string header) {
        m_names[static_cast<std::size_t>(column)] = std::move(header);
    }

  private:
    void fail(std::uint64_t line, PremiseFault fault, PremiseColumn column, std::string value = {});
    std::string text(Row const& row, PremiseColumn column, std::size_t limit);
    void readPlace(Row& row, Premise& premise);
    void readHazards(Row const& row, Premise& premise);
    std::optional<CalendarDay> readDay(Row const& row, PremiseColumn column);
    void readReach(Row const& row, Premise& premise);
    void readKey(Row const& row, Premise& premise);

    HazardBook const& m_hazards;
    PremiseReadingOptions const& m_options;
    PremiseReading& m_reading;
    PremiseCells m_names;
    std::map<std::string, std::uint64_t, std::less<>> m_lines; ///< by key
    std::uint64_t m_failedLine = 0;
};

} // namespace ob::core
