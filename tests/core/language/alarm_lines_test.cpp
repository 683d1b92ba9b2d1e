// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// AA and SHV: which alarms of the desk's list a line means.
#include "core/language/completion.h"
#include "core/language/preview.h"
#include "tests/support/desk_givens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ob::core {
namespace {

using test::DeskGivens;
using testing::ElementsAre;
using testing::IsEmpty;

class AlarmLines : public testing::Test {
  protected:
    AlarmLines() {
        river = desk.addIncident(1042, "滨江路221");
        market = desk.addIncident(1057, "人民路9");
        e07 = desk.addUnit(DeskGivens::fire, "E07");
        desk.selected = market;
        add(AlarmKind::Distress, river, e07);
        add(AlarmKind::Unassigned, river, {});
        add(AlarmKind::Unassigned, market, {});
        add(AlarmKind::LinkDown, {}, {});
    }
    void add(AlarmKind kind, IncidentId incident, UnitId unit) {
        Alarm alarm;
        alarm.id.kind = kind;
        alarm.id.occurrence = list.size();
        alarm.incident = incident;
        alarm.unit = unit;
        list.push_back({.alarm = alarm});
    }
    Surroundings surroundings() {
        auto around = desk.surroundings();
        around.alarms = &list;
        return around;
    }
    Preview preview(std::string_view line) { return previewOf(line, surroundings()); }
    /// Of the alarms that the line means, counted from one.
    std::vector<std::uint64_t> meant(std::string_view line) {
        auto const read = preview(line);
        EXPECT_TRUE(read.query) << line;
        std::vector<std::uint64_t> numbers;
        if (read.query)
            for (auto const& alarm : read.query->alarms)
                numbers.push_back(alarm.id.occurrence + 1);
        return numbers;
    }
    RefusalCode refused(std::string_view line) {
        auto const read = preview(line);
        EXPECT_FALSE(read.query) << line;
        return read.refusal ? read.refusal->code : RefusalCode::EmptyLine;
    }
    std::vector<std::string> inserts(std::string_view line) {
        std::vector<std::string> words;
        for (auto const& each : completionsOf(line, line.size(), surroundings()).candidates)
            words.push_back(each.insert);
        return words;
    }

    DeskGivens desk;
    IncidentId river, market;
    UnitId e07;
    std::vector<StandingAlarm> list;
};

TEST_F(AlarmLines, AreMeantByNumberIncidentUnitOrAllTogether) {
    EXPECT_THAT(meant("AA 3"), ElementsAre(3));
    EXPECT_THAT(meant("消音 1042"), ElementsAre(1, 2));
    EXPECT_THAT(meant("AA ."), ElementsAre(3)) << "of the selected incident";
    EXPECT_THAT(meant("AA 消E07"), ElementsAre(1));
    EXPECT_THAT(meant("AA"), ElementsAre(1, 2, 3, 4));
    EXPECT_EQ(refused("AA 5"), RefusalCode::BadArgument);
    EXPECT_EQ(refused("AA 0"), RefusalCode::BadArgument);
    EXPECT_EQ(refused("AA 3 4"), RefusalCode::UnexpectedArgument);
    EXPECT_EQ(refused("AA 999"), RefusalCode::UnknownIncident);
    EXPECT_EQ(refused("AA 消E99"), RefusalCode::UnknownUnit);
    desk.selected = {};
    EXPECT_EQ(refused("AA ."), RefusalCode::NothingSelected);
}

TEST_F(AlarmLines, ACallForHelpIsNotSilencedUnseenAmongOthers) {
    EXPECT_THAT(preview("AA").ambers, ElementsAre(Amber::DistressAmong));
    EXPECT_TRUE(preview("AA").wantsSecondEnter());
    EXPECT_THAT(preview("AA 1").ambers, IsEmpty());
    EXPECT_THAT(preview("AA 1057").ambers, IsEmpty());
    auto const painted = preview("AA");
    auto const first = std::get<Repaint>(send(painted, "AA", surroundings()));
    EXPECT_EQ(first.reason, Repaint::Reason::WantsSecondEnter);
    auto const second = std::get<Repaint>(send(painted, "AA", surroundings(), Enter::Second));
    EXPECT_EQ(second.reason, Repaint::Reason::IsQuery);
}

TEST_F(AlarmLines, WhatWasPaintedIsMeantAlsoWhenTheListChanges) {
    auto const painted = preview("AA 3");
    list.insert(list.begin(), list.back());
    auto const sent = std::get<Repaint>(send(painted, "AA 3", surroundings()));
    EXPECT_EQ(sent.reason, Repaint::Reason::MeaningChanged);
}

TEST_F(AlarmLines, WhatIsSilencedOrShelvedAlreadyIsLeftOut) {
    list[1].isAcknowledged = true;
    list[3].isShelved = true;
    EXPECT_THAT(meant("AA"), ElementsAre(1, 3));
    EXPECT_THAT(meant("AA 2"), IsEmpty());
    EXPECT_THAT(meant("SHV 2 20 误报"), ElementsAre(2)) << "what was silenced can still be shelved";
    EXPECT_THAT(meant("SHV 4 20 误报"), IsEmpty());
}

TEST_F(AlarmLines, AShelfHasALengthAndAReason) {
    auto const shelf = preview("SHV 3 20 误报 已电话核实");
    ASSERT_TRUE(shelf.query);
    EXPECT_EQ(shelf.query->kind, Query::Kind::Shelve);
    EXPECT_EQ(shelf.query->length, Duration::ofMinutes(20));
    EXPECT_EQ(shelf.query->text, "误报 已电话核实");
    EXPECT_EQ(shelf.query->until->value, desk.context.now + Duration::ofMinutes(20));
    EXPECT_EQ(preview("SHV 3 1h30m 误报").query->length, Duration::ofMinutes(90));
    EXPECT_EQ(preview("搁置 3 误报").query->length, Duration::ofMinutes(10)) << "as the button";
    EXPECT_EQ(refused("SHV 3 20"), RefusalCode::ReasonRequired);
    EXPECT_EQ(refused("SHV"), RefusalCode::MissingArgument);
}

TEST_F(AlarmLines, AreOfferedByNumberAndWhereThereAreSeveralByIncident) {
    add(AlarmKind::Undelivered, market, {});
    EXPECT_THAT(inserts("AA "), ElementsAre("042", "057", "1", "2", "3", "4", "5"));
    EXPECT_THAT(inserts("AA 0"), ElementsAre("042", "057"));
    EXPECT_THAT(inserts("SHV "), ElementsAre("057", "2", "3", "4", "5")) << "no shelf hides distress";
    list[2].isAcknowledged = true;
    EXPECT_THAT(inserts("AA "), ElementsAre("042", "1", "2", "4", "5"));
    EXPECT_THAT(inserts("SHV 3 "), IsEmpty());
}

TEST_F(AlarmLines, WithoutAListThereIsNothingToSilence) {
    auto const read = desk.preview("AA");
    ASSERT_TRUE(read.query);
    EXPECT_THAT(read.query->alarms, IsEmpty());
    EXPECT_TRUE(desk.preview("AA 1").query) << "who has no list is told so by the program";
    EXPECT_TRUE(desk.preview("SHV 1 20 误报").query);
}

} // namespace
} // namespace ob::core
