// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/row_reader.h"

#include "core/interop/csv_reader.h"
#include "tests/support/board_builder.h"
#include "tests/support/import_desk.h"
#include "tests/support/shipped_rules.h"

#include <gmock/gmock.h>

namespace ob::core {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

/// A mapping whose columns can all be named in a row.
std::string const mappingText = R"({
    "format": "rows", "timeZone": "UTC", "timeFormats": ["yyyy-MM-dd HH:mm", "yyyy-MM-ddTHH:mmZ"],
    "missing": ["NA", "-"],
    "rowKey": {"columns": ["key", ["unit", "callsign"]], "separator": "-"},
    "bounds": {"south": 30, "west": 100, "north": 40, "east": 125},
    "digits": [{"column": "zip", "least": 5, "most": 5}],
    "incident": {
        "key": "key", "type": {"column": "type", "default": "OTHER"}, "priority": "priority",
        "channel": {"column": "channel"}, "agency": {"column": "agency"}, "district": "district",
        "address": {"columns": ["street", "zip"], "separator": ", "}, "place": {"point": "place"},
        "text": [{"label": "", "column": "words"}, "zip"],
        "receivedAt": "received", "openedAt": "opened", "closedAt": "closed", "state": "state"
    },
    "unit": {"callsign": ["unit", "callsign"], "kind": {"constant": "ENGINE"}},
    "run": {"dispatchedAt": "dispatched", "onSceneAt": "onscene", "clearedAt": "cleared"}
})";

using Values = std::map<std::string, std::string>;
std::vector<std::string> const columns{"Key",       "UNIT",   "type",  "priority",   "channel",  "agency",
                                       "dis trict", "street", "zip",   "place",      "words",    "received",
                                       "opened",    "closed", "state", "dispatched", "on_scene", "cleared"};

struct ReadingRows : testing::Test {
    Mapping mapping = mappingFrom(mappingText);
    FakeCivilTime civil;
    std::vector<Code> agencies{code("PD"), code("FD")};

    CsvRow rowOf(Values values) {
        Values row{{"Key", "7"},
                   {"UNIT", "E1"},
                   {"type", "FIRE-STRUCT"},
                   {"place", "(31.5, 121.5)"},
                   {"opened", "2025-06-01 08:00"},
                   {"dispatched", "2025-06-01 08:05"},
                   {"cleared", "2025-06-01 08:30"}};
        for (auto& [column, value] : values)
            row[column] = value;
        CsvRow made;
        made.line = 2;
        for (auto const& column : columns)
            made.fields.push_back(row[column]);
        return made;
    }
    tl::expected<RowRecord, RowProblem> read(CsvRow const& row) {
        RowReader reader(mapping, columns, civil, test::shippedRules(), agencies);
        EXPECT_THAT(reader.missingNeeded(), IsEmpty());
        return reader.read(row);
    }
    tl::expected<RowRecord, RowProblem> read(Values values) { return read(rowOf(std::move(values))); }
    /// "fault column value" of what refuses it.
    std::string fault(tl::expected<RowRecord, RowProblem> const& record) {
        if (record) return "none";
        return std::string(nameOf(record.error().fault)) + " " + record.error().column + " "
               + record.error().value;
    }
    std::vector<std::string> anomalies(Values values) {
        auto const record = read(std::move(values));
        std::vector<std::string> all;
        if (!record) return {"refused: " + fault(record)};
        for (Anomaly const& each : record->anomalies)
            all.push_back(std::string(nameOf(each.kind)) + " " + each.column + " " + each.value);
        return all;
    }
};

TEST_F(ReadingRows, AllIsTaken) {
    auto const record = read({{"words", " smoke\tseen "}, {"zip", "09410"}, {"street", "Main St 1"}});
    ASSERT_TRUE(record);
    EXPECT_THAT(anomalies({}), IsEmpty());
    EXPECT_EQ(record->key, "7-E1");
    EXPECT_EQ(record->incidentKey, "7");
    EXPECT_EQ(record->incident->address, "Main St 1, 09410") << "the leading zero stays";
    EXPECT_EQ(record->incident->text, "smoke seen; zip: 09410");
    EXPECT_EQ(record->incident->openedAt, instant("2025-06-01T15:00:00Z"));
    EXPECT_EQ(record->unit->callsign.text(), "E1");
    EXPECT_EQ(record->run->reachedAt[1], instant("2025-06-01T15:05:00Z"));
}

TEST_F(ReadingRows, FaultsAreNamed) {
    EXPECT_EQ(fault(read({{"Key", ""}, {"UNIT", ""}})), "noKey key ");
    EXPECT_EQ(fault(read({{"Key", "  "}})), "noKey key ");
    EXPECT_EQ(fault(read({{"Key", "NA"}})), "noKey key ");
    EXPECT_EQ(fault(read({{"opened", "soon"}, {"dispatched", ""}, {"cleared", ""}})), "badTime opened soon");
    EXPECT_EQ(fault(read({{"opened", " "}, {"dispatched", ""}, {"cleared", "na"}})), "noTime opened ");
    EXPECT_EQ(fault(read({{"UNIT", "no callsign at all"}})), "badCallsign unit no callsign at all");
    EXPECT_EQ(fault(read({{"UNIT", ""}})), "noUnit unit ");
    auto row = rowOf({});
    row.fields.pop_back();
    EXPECT_EQ(fault(read(row)), "fieldCount  17");
    row.terminated = false;
    EXPECT_EQ(fault(read(row)), "cutShort  17");
    row = rowOf({});
    row.openQuote = true;
    EXPECT_EQ(fault(read(row)), "openQuote  ");
    row.tooLong = true;
    row.fields.clear();
    EXPECT_EQ(fault(read(row)), "tooLong  ");
}

TEST_F(ReadingRows, WhatIsOddIsNamedAndKept) {
    EXPECT_THAT(anomalies({{"cleared", "2025-06-01 08:01"}}), ElementsAre("milestoneOrder  "));
    EXPECT_THAT(anomalies({{"cleared", ""}}), ElementsAre("neverCleared  "));
    EXPECT_THAT(anomalies({{"dispatched", ""}}), ElementsAre("noDispatchTime  "));
    EXPECT_THAT(anomalies({{"place", ""}}), ElementsAre("coordinates place missing"));
    EXPECT_THAT(anomalies({{"place", "(121.5, 31.5)"}}), ElementsAre("coordinates place swapped"));
    EXPECT_THAT(anomalies({{"place", "(0, 0)"}}), ElementsAre("coordinates place zero"));
    EXPECT_THAT(anomalies({{"place", "(10, 10)"}}), ElementsAre("coordinates place outside"));
    EXPECT_THAT(anomalies({{"zip", "9410"}}), ElementsAre("digits zip 9410"));
    EXPECT_THAT(anomalies({{"zip", "9.41E+03"}}), ElementsAre("digits zip 9.41E+03"));
    EXPECT_THAT(anomalies({{"onscene", "x"}, {"on_scene", "25/25/2025"}}),
                ElementsAre("badTime onscene 25/25/2025"));
    EXPECT_THAT(anomalies({{"type", "VOLCANO"}}), ElementsAre("unknownValue type VOLCANO"));
    EXPECT_THAT(anomalies({{"priority", "High"}}), ElementsAre("unknownValue priority High"));
    EXPECT_THAT(anomalies({{"channel", "smoke signal"}}), ElementsAre("unknownValue channel smoke signal"));
    EXPECT_THAT(anomalies({{"agency", "NASA"}}), ElementsAre("unknownValue agency NASA"));
    EXPECT_THAT(anomalies({{"dis trict", "the far end of a very long district"}}),
                ElementsAre("unknownValue district the far end of a very long district"));
    EXPECT_THAT(anomalies({{"state", "perhaps"}}), ElementsAre("unknownValue state perhaps"));
    EXPECT_THAT(anomalies({{"state", "Closed"}}), ElementsAre("closedWithoutTime closed "));
    EXPECT_THAT(anomalies({{"state", "OPEN"}, {"closed", "2025-06-01 09:00"}}),
                ElementsAre("openWithEnd closed 2025-06-01 09:00"));
    EXPECT_THAT(anomalies({{"state", "closed"}, {"closed", "2025-06-01 07:00"}}),
                ElementsAre("closedEarly closed "));
    auto row = rowOf({});
    row.hadBadText = true;
    row.terminated = false;
    EXPECT_THAT(read(row)->anomalies.size(), 2u);
}

TEST_F(ReadingRows, TheHourThatCameTwiceFollowsTheOrderOfTheRow) {
    // Opened before, dispatched in the first or second hour of 1:30, cleared after.
    EXPECT_THAT(anomalies({{"opened", "2025-11-02 00:50"},
                           {"dispatched", "2025-11-02 01:30"},
                           {"cleared", "2025-11-02 03:00"}}),
                ElementsAre("ambiguousTime dispatched 2025-11-02 01:30"));
    auto const record = read({{"opened", "2025-11-02 01:50"},
                              {"dispatched", "2025-11-02 01:30"},
                              {"cleared", "2025-11-02 03:00"}});
    EXPECT_EQ(record->incident->openedAt, instant("2025-11-02T08:50:00Z"));
    EXPECT_EQ(record->run->reachedAt[1], instant("2025-11-02T09:30:00Z")) << "the second time, it must be";
}

TEST_F(ReadingRows, TheHourThatWasSkippedIsNamed) {
    EXPECT_THAT(anomalies({{"opened", "2025-03-09 02:30"},
                           {"dispatched", "2025-03-09 03:30"},
                           {"cleared", "2025-03-09 03:40"}}),
                ElementsAre("skippedTime opened 2025-03-09 02:30"));
}

TEST_F(ReadingRows, NoTimesOfTheFirstAndTheLastDay) {
    for (char const* const text : {"1970-01-01 00:00", "9999-12-31 23:59"})
        EXPECT_THAT(anomalies({{"on_scene", text}}), ElementsAre("badTime onscene " + std::string(text)));
    EXPECT_THAT(anomalies({{"on_scene", "1970-01-01T00:00+08:00"}}),
                ElementsAre("badTime onscene 1970-01-01T00:00+08:00"));
}

TEST_F(ReadingRows, WhatCannotBePlacedStaysReadable) {
    EXPECT_EQ(read({{"place", "(121.5, 31.5)"}})->incident->text, "(121.5, 31.5)");
    EXPECT_FALSE(read({{"place", "(121.5, 31.5)"}})->incident->place);
    auto const longKey = std::string(40, '8');
    EXPECT_EQ(read({{"Key", longKey}})->incident->text, longKey);
}

TEST_F(ReadingRows, TheDigestIsOfWhatTheRowSaysInAnyOrderOfColumns) {
    auto const digest = [&](Values values) { return read(std::move(values))->digest; };
    EXPECT_EQ(digest({}), digest({}));
    EXPECT_EQ(digest({{"words", "a  b"}}), digest({{"words", " a b "}}));
    EXPECT_NE(digest({{"cleared", "2025-06-01 08:31"}}), digest({}));
    EXPECT_NE(digest({{"on_scene", "2025-06-01 08:10"}}), digest({}));
    EXPECT_NE(digest({{"street", "x"}}), digest({{"words", "x"}}));
    auto turned = columns;
    auto row = rowOf({{"words", "smoke"}, {"street", "Main St 1"}});
    std::reverse(turned.begin(), turned.end());
    auto const straight = read(row);
    std::reverse(row.fields.begin(), row.fields.end());
    RowReader reader(mapping, turned, civil, test::shippedRules(), agencies);
    EXPECT_EQ(reader.read(row)->digest, straight->digest);
    EXPECT_EQ(read({{"on_scene", "2025-06-01 08:10"}})->incidentDigest, read(Values())->incidentDigest);
}

TEST_F(ReadingRows, ColumnsThatAreMissingOrTwiceAreNamed) {
    RowReader const few(mapping, {"callsign", "x"}, civil, test::shippedRules(), agencies);
    EXPECT_THAT(few.missingNeeded(), testing::Contains("key"));
    EXPECT_THAT(few.missingNeeded(), testing::Not(testing::Contains("unit")));
    EXPECT_THAT(few.missingOther(), testing::Contains("street"));
    RowReader const twice(mapping, {"key", "unit", "opened", "Street", "STREET", "x", "x"}, civil,
                          test::shippedRules(), agencies);
    EXPECT_THAT(twice.repeated(), ElementsAre("street"));
}

TEST(ColumnNames, AreComparedByLettersAndDigits) {
    EXPECT_EQ(foldedColumnName("Call Number"), foldedColumnName("call_number"));
    EXPECT_EQ(foldedColumnName("CallNumber"), foldedColumnName(" CALL-NUMBER "));
    EXPECT_EQ(foldedColumnName("警情 编号"), "警情编号");
    EXPECT_EQ(foldedColumnName("\xef\xbb\xbfkey"), "key") << "a byte-order mark is no letter";
    EXPECT_EQ(foldedColumnName(" -#- "), "");
}

TEST(RowWords, HaveNamesOfTheirOwn) {
    std::set<std::string_view> names;
    for (std::size_t index = 0; index < anomalyKinds; ++index)
        EXPECT_TRUE(names.insert(nameOf(static_cast<AnomalyKind>(index))).second);
    EXPECT_FALSE(names.contains("?"));
}

} // namespace
} // namespace ob::core
