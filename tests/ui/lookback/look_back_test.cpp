// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/lookback/look_back.h"

#include "tests/support/console_desk.h"

#include <QSignalSpy>
#include <QTest>

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

/// A police desk with an engine; a call at minute 10, the engine sent at minute 20, the call closed at 30.
struct LookBackTest : testing::Test {
    test::ConsoleDesk desk;
    core::Instant start = desk.clock().time;
    core::UnitId engine = desk.done(core::engine("E07"));
    core::IncidentId incident;

    LookBackTest() {
        passTo(10);
        incident = desk.done(core::fireAt("Main Street 5"));
        passTo(20);
        desk.done(core::DispatchUnits{.units = {engine}, .incident = incident, .reason = {}});
        passTo(25);
        desk.done(core::ReleaseUnits{
            .units = {engine}, .incident = incident, .reason = *core::Code::of("NOT-NEEDED")});
        passTo(30);
        desk.done(core::VoidIncident{.incident = incident, .reason = *core::Code::of("TEST")});
        passTo(60);
    }
    void passTo(std::int64_t minutes) { desk.clock().time = at(minutes); }
    core::Instant at(std::int64_t minutes) const { return start + core::Duration::ofMinutes(minutes); }
    static bool isBusy(LookBack& look, core::UnitId unit) {
        return !look.console().board().activeAssignments(unit).empty();
    }
};

TEST_F(LookBackTest, ShowsTheBoardAsItWas) {
    LookBack look(desk.console(), at(22));
    EXPECT_TRUE(look.isWorking());
    EXPECT_FALSE(look.isShown());
    desk.settle();
    EXPECT_FALSE(look.isWorking());
    EXPECT_EQ(look.moment(), at(22));
    EXPECT_EQ(look.console().now(), at(22));
    EXPECT_TRUE(isBusy(look, engine));
    EXPECT_EQ(look.console().counts().open, 1U);
    look.goTo(at(5));
    desk.settle();
    EXPECT_EQ(look.console().board().incident(incident), nullptr);
    look.goTo(at(12));
    desk.settle();
    EXPECT_FALSE(isBusy(look, engine));
    // The limit of that moment counts, not that of now: a P1 is to be given somebody within a minute.
    ASSERT_EQ(look.console().queue().size(), 1U);
    EXPECT_TRUE(look.console().queue().front().isOverdue);
    look.goTo(at(10) + core::Duration::ofSeconds(30));
    desk.settle();
    EXPECT_FALSE(look.console().queue().front().isOverdue);
    EXPECT_EQ(desk.console().counts().open, 0U) << "the console of now goes its own way";
}

TEST_F(LookBackTest, ItsConsoleTakesNothingAndNobodySitsAtIt) {
    LookBack look(desk.console(), at(22));
    desk.settle();
    EXPECT_TRUE(look.console().isPast());
    EXPECT_TRUE(look.console().session().operatorName.empty());
    bool isRefused = false;
    look.console().submit({.intent = core::AddNote{.incident = incident, .text = "late"},
                           .occurredAt = {},
                           .source = core::Source::Operator},
                          [&](auto const& told) { isRefused = !told; });
    desk.settle();
    EXPECT_TRUE(isRefused);
    EXPECT_TRUE(desk.submitted().empty());
}

TEST_F(LookBackTest, TheTimelineGoesUntilThen) {
    LookBack look(desk.console(), at(22));
    desk.settle();
    std::size_t known = 0;
    look.console().desk().readEvents(incident, [&](auto const& events) { known = events.size(); });
    desk.settle();
    EXPECT_EQ(known, 2U) << "opened and dispatched";
}

TEST_F(LookBackTest, OfManyMovesTheLastOneIsShown) {
    LookBack look(desk.console(), at(22));
    desk.settle();
    for (int each = 21; each > 11; --each)
        look.goTo(at(each));
    EXPECT_EQ(look.wanted(), at(12));
    desk.settle();
    desk.settle();
    EXPECT_EQ(look.moment(), at(12));
    EXPECT_FALSE(look.isWorking());
}

TEST_F(LookBackTest, NothingBeforeTheJournalOrAfterNowCanBeSeen) {
    LookBack look(desk.console(), at(22));
    desk.settle();
    look.goTo(at(-600));
    EXPECT_EQ(look.wanted(), look.first());
    look.goTo(at(600));
    EXPECT_EQ(look.wanted(), look.last());
    EXPECT_LT(look.last(), desk.console().now());
    desk.settle();
}

TEST_F(LookBackTest, PlaysUntilNow) {
    LookBack look(desk.console(), at(22));
    desk.settle();
    look.play(60);
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            desk.settle();
            return look.moment() > at(22);
        },
        5000));
    EXPECT_EQ(look.speed(), 60);
    look.goTo(look.last());
    EXPECT_TRUE(QTest::qWaitFor(
        [&] {
            desk.settle();
            return look.speed() == 0;
        },
        5000))
        << "it ends where now begins";
    EXPECT_EQ(look.moment(), look.last());
}

TEST_F(LookBackTest, WhatCannotBeReadIsSaidAndTriedAgain) {
    LookBack look(desk.console(), at(22));
    desk.settle();
    desk.breakPast("the file is damaged");
    look.goTo(at(12));
    desk.settle();
    EXPECT_EQ(look.problem(), "the file is damaged");
    EXPECT_FALSE(look.isWorking());
    EXPECT_EQ(look.moment(), at(22)) << "what is shown stays";
    desk.breakPast({});
    look.goTo(at(13));
    desk.settle();
    EXPECT_TRUE(look.problem().empty());
    EXPECT_EQ(look.moment(), at(13));
}

TEST_F(LookBackTest, LooksAtTheIncidentThatIsSelectedNow) {
    auto const here = desk.done(core::fireAt("Side Street 9"));
    desk.console().selectIncident(here);
    passTo(70);
    LookBack look(desk.console(), at(65));
    desk.settle();
    EXPECT_EQ(look.console().selectedIncident(), here);
    look.console().selectIncident({});
    EXPECT_EQ(desk.console().selectedIncident(), here) << "one does not move the other";
}

TEST_F(LookBackTest, ClosedWhileItWorksItHearsNothing) {
    auto look = std::make_unique<LookBack>(desk.console(), at(22));
    look.reset();
    desk.settle();
}

} // namespace
} // namespace ob::ui
