// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/board_builder.h"
#include "tests/support/import_desk.h"

#include <gtest/gtest.h>

namespace ob::core {

/// A file of the runs' mapping: times as 08:05 of the first of June 2025.
struct RunRow {
    std::string key = "1001";
    std::string unit = "E1";
    std::string type = "FIRE-STRUCT";
    std::string priority = "2";
    std::string address = "Main St 1";
    std::string lat = "31.5";
    std::string lon = "121.5";
    std::string received, opened = "08:00";
    std::string dispatched = "08:05", delivered, enroute = "08:06", onscene = "08:10", cleared = "08:30";
    std::string disposition = "HANDLED", caller, note;

    std::string line() const {
        auto const time = [](std::string const& text) {
            return text.empty() ? std::string() : "2025-06-01T" + text + "Z";
        };
        return key + ',' + unit + ',' + type + ',' + priority + ',' + address + ',' + lat + ',' + lon + ','
               + time(received) + ',' + time(opened) + ',' + time(dispatched) + ',' + time(delivered) + ','
               + time(enroute) + ',' + time(onscene) + ',' + time(cleared) + ',' + disposition + ',' + caller
               + ',' + note + '\n';
    }
};

inline std::string file(std::vector<RunRow> const& rows) {
    std::string text = "key,unit,type,priority,address,lat,lon,received,opened,dispatched,delivered,enroute,"
                       "onscene,cleared,disposition,caller,note\n";
    for (RunRow const& row : rows)
        text += row.line();
    return text;
}

inline Instant june(char const* clock) {
    return *Instant::ofIso8601("2025-06-01T" + std::string(clock) + ":00Z");
}

struct Importing : testing::Test {
    ImportDesk at;
    ImportReport import(std::vector<RunRow> const& rows) { return at.import(runMapping(), file(rows)); }
    ImportReport importCalls(std::string const& rows) {
        return at.import(callMapping(), "key,type,address,opened,state,closed,disposition\n" + rows);
    }
    /// After the desk has forgotten it from the board.
    void archive() {
        at.clock.goOn(Desk::keepEnded);
        at.clock.goOn(Duration::ofSeconds(1));
        (*at.desk)->tick();
        (*at.desk)->flush();
        at.journal.commitAll();
    }
    void expectAllAccounted(ImportReport const& report) {
        EXPECT_EQ(report.made + report.changed + report.unchanged + report.refusedRows, report.rows);
    }
};

} // namespace ob::core
