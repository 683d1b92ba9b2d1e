// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/last_shift.h"

#include "tests/support/board_builder.h"
#include "tests/support/console_desk.h"
#include "ui/units/shift_history.h"

#include <QAbstractItemModelTester>

#include <gmock/gmock.h>

namespace ob::ui {
namespace {

using core::DutyState;

struct LastShift : testing::Test {
    test::ConsoleDesk desk;
    core::UnitId engine;

    LastShift() {
        auto asked = core::engine("E07");
        asked.duty = DutyState::OffDuty;
        engine = desk.done(asked);
    }
    core::SetDuty duty(DutyState state, char const* reason = "") {
        core::SetDuty asked{.units = {engine}, .duty = state};
        if (*reason != '\0') asked.reason = core::code(reason);
        return asked;
    }
    void set(core::SetDuty asked) {
        desk.clock().goOn(core::Duration::ofMinutes(10));
        desk.done(std::move(asked));
    }
    std::optional<Shift> read() { return lastShiftOf(desk.desk()->events(engine)); }
};

TEST_F(LastShift, IsNothingBeforeTheFirstOne) {
    EXPECT_FALSE(read());
    EXPECT_FALSE(lastShiftOf({}));
}

TEST_F(LastShift, HoldsItsStatesAndHowLongTheyLasted) {
    auto on = duty(DutyState::Available);
    on.crew = 6;
    on.shiftEnd = desk.console().now() + core::Duration::ofMinutes(12 * 60 + 10);
    on.capabilities = {core::code("HAZMAT")};
    on.crewNames = "张、李";
    on.vehicle = "京A1";
    set(on);
    set(duty(DutyState::Unavailable, "MEAL"));
    set(duty(DutyState::Available));
    auto const shift = read();
    ASSERT_TRUE(shift);
    ASSERT_EQ(shift->entries.size(), 3U);
    EXPECT_EQ(shift->entries[1].duty, DutyState::Unavailable);
    EXPECT_EQ(shift->entries[1].reason, core::code("MEAL"));
    EXPECT_EQ(shift->entries[1].lasted, core::Duration::ofMinutes(10));
    EXPECT_EQ(shift->entries[1].operatorName, "Li");
    EXPECT_FALSE(shift->entries[2].lasted);
    EXPECT_FALSE(shift->ended);
    EXPECT_EQ(shift->crew, 6u);
    EXPECT_EQ(shift->length, core::Duration::ofMinutes(12 * 60));
    EXPECT_EQ(shift->capabilities, std::vector{core::code("HAZMAT")});
    EXPECT_EQ(shift->crewNames, "张、李");
    EXPECT_EQ(shift->vehicle, "京A1");
}

TEST_F(LastShift, EndsByGoingOffAndTheNextBeginsAnew) {
    auto on = duty(DutyState::Available);
    on.crew = 6;
    set(on);
    set(duty(DutyState::OffDuty));
    auto shift = read();
    ASSERT_TRUE(shift);
    EXPECT_EQ(shift->ended, desk.console().now());
    EXPECT_EQ(shift->entries.size(), 2U);
    EXPECT_EQ(shift->crew, 6u) << "of the shift that is over";
    set(duty(DutyState::Available));
    shift = read();
    EXPECT_EQ(shift->entries.size(), 1U);
    EXPECT_FALSE(shift->crew);
}

TEST_F(LastShift, DistressIsAmongItsEntriesAndEndsNoState) {
    set(duty(DutyState::Available));
    desk.done(core::RaiseDistress{.unit = engine, .text = ""});
    desk.done(core::EndDistress{.unit = engine, .reason = {}, .text = "spoken to"});
    set(duty(DutyState::Unavailable, "REST"));
    auto const shift = read();
    ASSERT_TRUE(shift);
    ASSERT_EQ(shift->entries.size(), 4U);
    EXPECT_EQ(shift->entries[1].kind, ShiftEntry::Kind::Distress);
    EXPECT_EQ(shift->entries[2].kind, ShiftEntry::Kind::Safe);
    EXPECT_EQ(shift->entries[0].lasted, core::Duration::ofMinutes(10));
}

TEST_F(LastShift, TheModelReadsItWhenTheUnitChanges) {
    ShiftHistoryModel model(desk.console());
    QAbstractItemModelTester const tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto const show = [&] {
        model.show(desk.console().board().unit(engine));
        desk.settle();
    };
    show();
    EXPECT_EQ(model.rowCount(), 0);
    set(duty(DutyState::Available));
    show();
    set(duty(DutyState::Unavailable, "MEAL"));
    show();
    ASSERT_EQ(model.rowCount(), 2);
    EXPECT_THAT(model.row(0).words.toStdString(), testing::HasSubstr("Meal"));
    EXPECT_THAT(model.row(0).words.toStdString(), testing::HasSubstr("Li"));
    EXPECT_EQ(model.row(1).lasted, QStringLiteral("10 min"));
    model.show(nullptr);
    EXPECT_EQ(model.rowCount(), 0);
}

} // namespace
} // namespace ob::ui
