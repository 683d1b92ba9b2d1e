// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/importer.h"

#include "tests/support/import_desk.h"

namespace ob::core {
namespace {

/// Cells of a row by column: few keys, few times, so that rows meet.
using Cells = std::map<std::string, std::string>;
using Table = std::vector<Cells>;

std::vector<std::string> const& columns() {
    static std::vector<std::string> const all{"key",       "unit",    "type",     "priority", "address",
                                              "lat",       "lon",     "received", "opened",   "dispatched",
                                              "delivered", "enroute", "onscene",  "cleared",  "disposition"};
    return all;
}

std::string csvOf(Table const& table) {
    std::string text;
    for (auto const& column : columns())
        text += column + (&column == &columns().back() ? "\n" : ",");
    for (Cells const& row : table)
        for (auto const& column : columns())
            text += row.at(column) + (&column == &columns().back() ? "\n" : ",");
    return text;
}

rc::Gen<std::string> time() {
    return rc::gen::map(rc::gen::inRange(0, 50), [](int minute) {
        return "2025-06-01T08:" + std::string(minute < 10 ? "0" : "") + std::to_string(minute) + "Z";
    });
}

rc::Gen<std::string> perhaps(rc::Gen<std::string> value) {
    return rc::gen::weightedOneOf<std::string>({{3, std::move(value)}, {1, rc::gen::just(std::string())}});
}

std::string cell(std::string const& column) {
    using rc::gen::element;
    auto const word = [](auto... texts) { return *element<std::string>(texts...); };
    if (column == "type") return word("FIRE-STRUCT", "FIRE-VEH", "VOLCANO");
    if (column == "priority") return word("1", "2", "3");
    if (column == "address") return word("Main St 1", "Main St 2", "");
    if (column == "lat") return word("31.5", "31.6", "0");
    if (column == "lon") return word("121.5", "121.6", "0");
    if (column == "disposition") return word("HANDLED", "FALSE-ALARM", "");
    if (column == "opened" || column == "dispatched") return *time();
    return *perhaps(time());
}

/// What every row of one incident says alike.
bool isOfIncident(std::string const& column) {
    return column == "type" || column == "priority" || column == "address" || column == "lat"
           || column == "lon" || column == "received" || column == "opened" || column == "disposition";
}

Table anyTable() {
    std::map<std::string, Cells> incidents;
    std::set<std::pair<std::string, std::string>> keys;
    Table table;
    for (int count = *rc::gen::inRange(1, 7); count > 0; --count) {
        Cells row;
        row["key"] = *rc::gen::element<std::string>("101", "102", "103");
        row["unit"] = *rc::gen::element<std::string>("E1", "E2", "E3");
        if (!keys.insert({row["key"], row["unit"]}).second) continue;
        auto& said = incidents[row["key"]];
        for (auto const& column : columns()) {
            if (column == "key" || column == "unit") continue;
            if (!isOfIncident(column))
                row[column] = cell(column);
            else if (auto const known = said.find(column); known != said.end())
                row[column] = known->second;
            else
                row[column] = said[column] = cell(column);
        }
        table.push_back(row);
    }
    return table;
}

/// The same rows, some of whose cells changed: those of the incident in all its rows.
Table edited(Table table) {
    for (int count = *rc::gen::inRange(1, 6); count > 0; --count) {
        auto const at = *rc::gen::inRange<std::size_t>(0, table.size());
        auto const column = *rc::gen::elementOf(columns());
        if (column == "key" || column == "unit") continue;
        std::string const value = cell(column);
        for (auto& row : table)
            if (&row == &table[at] || (isOfIncident(column) && row["key"] == table[at]["key"]))
                row[column] = value;
    }
    return table;
}

RC_GTEST_PROP(ImportProperty, AChangedFileGivesWhatItAloneWouldGive, ()) {
    Table const first = anyTable();
    Table const second = edited(first);
    ImportDesk changed, fresh;
    changed.import(runMapping(), csvOf(first));
    if (*rc::gen::arbitrary<bool>()) {
        changed.clock.goOn(Duration::ofMinutes(13 * 60));
        (*changed.desk)->tick();
    }
    auto const report = changed.import(runMapping(), csvOf(second));
    fresh.import(runMapping(), csvOf(second));
    RC_ASSERT(report.refusedRows == 0u);
    RC_ASSERT(changed.told() == fresh.told());
}

RC_GTEST_PROP(ImportProperty, ChangedTwiceItIsAsNew, ()) {
    Table const first = anyTable();
    Table const second = edited(first);
    Table const third = edited(second);
    ImportDesk changed, fresh;
    for (auto const& table : {first, second, third})
        changed.import(runMapping(), csvOf(table));
    fresh.import(runMapping(), csvOf(third));
    RC_ASSERT(changed.told() == fresh.told());
}

RC_GTEST_PROP(ImportProperty, AtEveryMomentTheCorrectedTruthIsSeen, ()) {
    Table const first = anyTable();
    Table const second = edited(first);
    ImportDesk changed, fresh;
    changed.import(runMapping(), csvOf(first));
    changed.import(runMapping(), csvOf(second));
    fresh.import(runMapping(), csvOf(second));
    // A type or place that was set right shows from then on; times show what was so.
    auto const times = [](std::vector<std::string> lines) {
        std::erase_if(lines, [](std::string const& line) {
            return line.find(": FIRE") != line.npos || line.find(": OTHER") != line.npos;
        });
        return lines;
    };
    for (int minute = 0; minute < 60; minute += *rc::gen::inRange(1, 4)) {
        auto const moment = *Instant::ofIso8601("2025-06-01T08:00:30Z") + Duration::ofMinutes(minute);
        auto const one = times(changed.told(moment)), other = times(fresh.told(moment));
        if (one != other) RC_LOG() << "at minute " << minute << "\n";
        RC_ASSERT(one == other);
    }
}

RC_GTEST_PROP(ImportProperty, TwiceMakesNothing, ()) {
    // Also rows that disagree, and keys that come again.
    Table table = anyTable();
    for (int count = *rc::gen::inRange(0, 4); count > 0; --count) {
        Cells row = *rc::gen::elementOf(table);
        auto const column = *rc::gen::elementOf(columns());
        row[column] = column == "unit" ? "E4" : column == "key" ? "104" : cell(column);
        table.push_back(row);
    }
    ImportDesk desk;
    desk.import(runMapping(), csvOf(table));
    auto const told = desk.told();
    auto const events = desk.eventCount();
    auto const report = desk.import(runMapping(), csvOf(table));
    RC_ASSERT(report.made == 0u);
    RC_ASSERT(report.changed == 0u);
    RC_ASSERT(desk.told() == told);
    RC_ASSERT(desk.eventCount() == events);
}

RC_GTEST_PROP(ImportProperty, TheOrderOfRowsDoesNotMatter, ()) {
    Table const table = anyTable();
    Table other = table;
    for (std::size_t index = other.size(); index > 1; --index)
        std::swap(other[index - 1], other[*rc::gen::inRange<std::size_t>(0, index)]);
    ImportDesk one, two;
    one.import(runMapping(), csvOf(table));
    two.import(runMapping(), csvOf(other));
    RC_ASSERT(one.told() == two.told());
}

} // namespace
} // namespace ob::core
