// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/duty_line.h"

#include "core/language/preview.h"
#include "tests/support/board_builder.h"
#include "tests/support/console_desk.h"
#include "tests/support/spoken_language.h"
#include "ui/units/shift_end.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

constexpr core::Duration hours(std::int64_t count) { return core::Duration::ofMinutes(count * 60); }

struct DutyLine : testing::Test {
    test::ConsoleDesk desk;
    core::UnitId engine = desk.done(core::engine("E07"));

    core::SetDuty meant(QString const& line) {
        auto const context = desk.console().context();
        auto const preview = core::previewOf(line.toStdString(), desk.console().surroundings(context));
        EXPECT_TRUE(preview.command) << line.toStdString();
        return preview.command ? std::get<core::SetDuty>(preview.command->intent) : core::SetDuty{};
    }
    QString callsign() { return callsignsOf({desk.console().board().unit(engine)}, desk.console()); }
    core::RuleBook const& rules() { return desk.console().rules(); }
    void set(core::DutyState duty, core::Code reason = {}) {
        desk.done(core::SetDuty{.units = {engine}, .duty = duty, .reason = reason});
    }
};

TEST_F(DutyLine, WhatTheFormHoldsIsWhatTheLineMeans) {
    set(core::DutyState::OffDuty);
    for (char const* const language : {"en", "zh_CN"}) {
        test::SpokenLanguage const spoken(language);
        ShiftWords shift;
        shift.crew = 6;
        shift.length = core::Duration::ofMinutes(11 * 60 + 57);
        shift.vehicle = QStringLiteral("京A12345");
        shift.names = QStringLiteral("张、李 Smith, Li");
        auto const set = meant(onLine(callsign(), shift, rules()));
        EXPECT_EQ(set.units, std::vector{engine});
        EXPECT_EQ(set.duty, core::DutyState::Available);
        EXPECT_EQ(set.crew, 6u);
        EXPECT_EQ(set.shiftEnd, desk.console().now() + *shift.length);
        EXPECT_EQ(set.vehicle, "京A12345");
        EXPECT_EQ(set.crewNames, "张、李 Smith, Li");
        EXPECT_EQ(meant(onLine(callsign(), {}, rules())).crew, std::nullopt);
    }
}

TEST_F(DutyLine, EverySkillAndReasonCanBeSaidInBothLanguages) {
    for (char const* const language : {"en", "zh_CN"}) {
        test::SpokenLanguage const spoken(language);
        ShiftWords all;
        for (auto const& entry : rules().lists().capabilities.all())
            all.capabilities.push_back(*core::Code::of(entry.code));
        EXPECT_EQ(meant(onLine(callsign(), all, rules())).capabilities, all.capabilities);
        for (auto const& entry : rules().lists().unavailables.all()) {
            auto const reason = *core::Code::of(entry.code);
            auto const set = meant(outOfServiceLine(callsign(), reason, hours(2), rules()));
            EXPECT_EQ(set.reason, reason);
            EXPECT_EQ(set.until, desk.console().now() + hours(2));
        }
    }
}

TEST_F(DutyLine, TheOtherStatesAreOneWordEach) {
    EXPECT_EQ(meant(offLine(callsign())).duty, core::DutyState::OffDuty);
    auto const recalled = meant(onRecallLine(callsign(), core::Duration::ofMinutes(90)));
    EXPECT_EQ(recalled.duty, core::DutyState::Conditional);
    EXPECT_EQ(recalled.recall, core::Duration::ofMinutes(90));
    set(core::DutyState::Unavailable, core::code("MEAL"));
    EXPECT_EQ(meant(availableLine(callsign())).duty, core::DutyState::Available);
}

TEST(ShiftEnd, IsTypedAsALengthOrATimeOfDay) {
    test::FakeZone zone;                                    // eight hours before UTC
    auto const now = core::instant("2026-11-21T12:03:27Z"); // 20:03:27
    EXPECT_EQ(timeUntil(QStringLiteral("12h"), now, zone), hours(12));
    EXPECT_EQ(timeUntil(QStringLiteral(" 12小时 "), now, zone), hours(12));
    auto const morning = core::instant("2026-11-22T00:00:00Z") - now;
    for (char const* const typed : {"08:00", "0800", "8:00", "０８：００"})
        EXPECT_EQ(timeUntil(QString::fromUtf8(typed), now, zone), morning) << typed;
    EXPECT_EQ(timeUntil(QStringLiteral("20:04"), now, zone), core::Duration::ofSeconds(33));
    EXPECT_EQ(timeUntil(QStringLiteral("20:03"), now, zone), core::Duration::ofSeconds(24 * 3600 - 27))
        << "tomorrow's";
    for (char const* const typed : {"", "soon", "25:00", "12", "0h", "-3h"})
        EXPECT_FALSE(timeUntil(QString::fromUtf8(typed), now, zone)) << typed;
}

TEST(ShiftEnd, IsSaidInWholeMinutesThatAreNeverTooShort) {
    EXPECT_EQ(lengthWord(hours(12)), QStringLiteral("12h"));
    EXPECT_EQ(lengthWord(core::Duration::ofMinutes(90)), QStringLiteral("1h30m"));
    EXPECT_EQ(lengthWord(core::Duration::ofSeconds(61)), QStringLiteral("2m"));
    EXPECT_EQ(lengthWord(core::Duration::ofSeconds(1)), QStringLiteral("1m"));
    EXPECT_EQ(lengthWord(core::Duration()), QStringLiteral("1m"));
}

} // namespace
} // namespace ob::ui
