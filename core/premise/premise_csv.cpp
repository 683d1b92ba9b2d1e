// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/premise/premise_csv.h"

#include "core/premise/premise_rows.h"
#include "core/text.h"

#include <algorithm>
#include <array>

namespace ob::core {
namespace {

class TableReader {
  public:
    TableReader(HazardBook const& hazards, PremiseReadingOptions const& options)
        : m_rows(hazards, options, m_reading) {}

    PremiseReading read(CsvReader& table) {
        auto const* const header = table.next();
        if (header == nullptr || header->fields.empty())
            m_rows.fail({.line = 1, .fault = PremiseFault::NotReadable, .value = "empty"});
        else
            readHeader(*header);
        if (!m_reading.isGood()) return std::move(m_reading);
        std::uint64_t last = header->line;
        while (auto const* const row = table.next()) {
            last = row->line;
            take(*row);
            if (m_reading.rows > maxPremises) break;
        }
        if (m_reading.rows == 0) m_rows.fail({.line = last, .fault = PremiseFault::NoRows});
        return std::move(m_reading);
    }

  private:
    void readHeader(CsvRow const& row) {
        // The first line tells whether the file was read in its encoding at all.
        if (row.hadBadText) return m_rows.fail({.line = row.line, .fault = PremiseFault::BadText});
        m_width = row.fields.size();
        for (std::size_t index = 0; index < m_width; ++index) {
            std::string const name = normalise(row.fields[index]);
            auto const column = premiseColumnNamed(name);
            if (!column) {
                if (!name.empty()) m_reading.ignoredColumns.push_back(name);
                continue;
            }
            auto& place = m_columns[static_cast<std::size_t>(*column)];
            if (place)
                m_rows.fail({.line = row.line,
                             .fault = PremiseFault::ColumnTwice,
                             .column = row.fields[*place],
                             .value = name});
            place = index;
            m_rows.nameColumn(*column, name);
        }
        if (!has(PremiseColumn::Name)) miss(row.line, "name / 名称");
        bool const hasPlace = has(PremiseColumn::Latitude) && has(PremiseColumn::Longitude);
        if (has(PremiseColumn::Latitude) != has(PremiseColumn::Longitude))
            miss(row.line, has(PremiseColumn::Latitude) ? "longitude / 经度" : "latitude / 纬度");
        else if (!hasPlace && !has(PremiseColumn::Address))
            miss(row.line, "address / 地址");
        if (!has(PremiseColumn::Hazards) && !has(PremiseColumn::Text)) miss(row.line, "hazards / 风险");
    }

    bool has(PremiseColumn column) const { return m_columns[static_cast<std::size_t>(column)].has_value(); }
    void miss(std::uint64_t line, std::string column) {
        m_rows.fail({.line = line, .fault = PremiseFault::MissingColumn, .column = std::move(column)});
    }

    void take(CsvRow const& row) {
        auto const fail = [&](PremiseFault fault, std::string value = {}) {
            ++m_reading.rows;
            m_rows.fail({.line = row.line, .fault = fault, .value = std::move(value)});
        };
        auto const isBlank = [](std::string const& field) { return normalise(field).empty(); };
        if (row.openQuote) return fail(PremiseFault::OpenQuote);
        if (row.tooLong) return fail(PremiseFault::TooLong);
        if (std::ranges::all_of(row.fields, isBlank)) return;
        if (row.hadBadText) return fail(PremiseFault::BadText);
        if (row.fields.size() != m_width)
            return fail(PremiseFault::FieldCount, std::to_string(row.fields.size()));
        PremiseRows::Row read{.line = row.line, .cells = {}};
        for (std::size_t column = 0; column < premiseColumns; ++column)
            if (m_columns[column]) read.cells[column] = row.fields[*m_columns[column]];
        m_rows.take(std::move(read));
    }

    PremiseReading m_reading;
    PremiseRows m_rows;
    std::array<std::optional<std::size_t>, premiseColumns> m_columns;
    std::size_t m_width = 0;
};

} // namespace

PremiseReading readPremiseCsv(CsvReader::Source source, HazardBook const& hazards,
                              PremiseReadingOptions const& options) {
    auto table = CsvReader::open(std::move(source), {.encoding = options.encoding});
    if (table) return TableReader(hazards, options).read(*table);
    PremiseReading reading;
    reading.faults.push_back(
        {.line = 1, .fault = PremiseFault::NotReadable, .value = "encoding " + options.encoding});
    return reading;
}

} // namespace ob::core
