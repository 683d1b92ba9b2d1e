// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/alarm_desk.h"

#include "tests/support/spoken_language.h"
#include "tests/ui/console/console_givens.h"
#include "ui/text/alarm_text.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

using core::AlarmKind;
using core::AssignmentState;
using core::IncidentId;
using core::Role;
using Result = AlarmDesk::ShelvingResult;
constexpr char const* a = "20261121-0001";
constexpr char const* b = "20261121-0002";

struct CountedSound final : SoundPort {
    std::string heard;
    void distress() override { heard += 'D'; }
    void alarm() override { heard += 'A'; }
    void attention() override { heard += 'n'; }
    bool isHeard() const override { return true; }
};

class AlarmDeskTest : public testing::Test {
  protected:
    AlarmDeskTest() {
        given.clock.time = core::instant(core::openedTime);
        given.signIn("Wang", "PD-1", {Role::Dispatcher});
        QObject::connect(&desk, &AlarmDesk::raised,
                         [this](core::Alarm const& alarm) { raised.push_back(alarm); });
        QObject::connect(&desk, &AlarmDesk::cleared,
                         [this](core::Alarm const& alarm) { cleared.push_back(alarm); });
    }
    static core::IncidentBuilder open(char const* number, core::Priority priority) {
        return core::anIncident(number).withPriority(priority);
    }
    core::AlarmId first() const { return desk.entries().front().alarm.id; }
    void links(std::vector<LinkLine> lines) {
        BoardNews news;
        news.links = std::move(lines);
        given.console.take(std::move(news));
    }
    static LinkLine link(char const* endpoint, LinkLine::State state, char const* name, char const* agency) {
        LinkLine line;
        line.endpoint = QLatin1StringView(endpoint);
        line.state = state;
        line.desk = QLatin1StringView(name);
        line.agency = QLatin1StringView(agency);
        return line;
    }

    tests::GivenConsole given;
    CountedSound sound;
    AlarmDesk desk{given.console, sound};
    std::vector<core::Alarm> raised, cleared;
};

TEST_F(AlarmDeskTest, eachIsToldOnceAndAgainAtTwiceItsLimit) {
    given.show(core::aBoard().with(open(a, core::Priority::P1)).made());
    for (int second = 0; second < 60; ++second)
        given.tick();
    EXPECT_TRUE(raised.empty());
    given.tick();
    EXPECT_EQ(raised.size(), 1u);
    for (int second = 0; second < 59; ++second)
        given.tick();
    EXPECT_EQ(raised.size(), 1u);
    given.tick();
    EXPECT_EQ(raised.size(), 2u);
    given.tick(9999);
    given.tick(9999);
    EXPECT_EQ(raised.size(), 2u);
    EXPECT_EQ(sound.heard, "AA");
}

TEST_F(AlarmDeskTest, manyAtOnceAreOneTone) {
    given.show(core::aBoard()
                   .with(open(a, core::Priority::P1))
                   .with(open(b, core::Priority::P1))
                   .with(core::aUnit("E07").inDistress())
                   .made());
    given.tick(300);
    EXPECT_EQ(raised.size(), 3u);
    EXPECT_EQ(sound.heard, "D");
}

TEST_F(AlarmDeskTest, acknowledgingSilencesAndDoesNotEnd) {
    given.show(core::aBoard().with(open(a, core::Priority::P3)).made());
    given.tick(901);
    EXPECT_EQ(desk.counts(), (AlarmDesk::Counts{.unacknowledged = 1, .overdue = 1, .shelved = 0}));
    auto const id = first();
    EXPECT_TRUE(desk.acknowledge(id));
    EXPECT_TRUE(desk.acknowledge(id)) << "again does no harm";
    EXPECT_EQ(desk.counts(), (AlarmDesk::Counts{.unacknowledged = 0, .overdue = 1, .shelved = 0}));
    ASSERT_EQ(desk.entries().size(), 1u);
    EXPECT_TRUE(desk.entries()[0].isAcknowledged);
    given.tick(100);
    EXPECT_TRUE(desk.entries()[0].isAcknowledged) << "it survives being computed anew";
    given.tick(900);
    EXPECT_FALSE(desk.entries()[0].isAcknowledged) << "twice its limit wants a person again";
    EXPECT_EQ(raised.size(), 2u);
}

TEST_F(AlarmDeskTest, anIncidentIsAcknowledgedAsAWhole) {
    given.show(core::aBoard()
                   .with(open(a, core::Priority::P2).withUnit("E07").withUnit("E08"))
                   .with(open(b, core::Priority::P2))
                   .made());
    given.tick(3600);
    EXPECT_EQ(desk.counts().unacknowledged, 3u);
    std::vector<core::Alarm> here;
    for (auto const& standing : desk.standing())
        if (standing.alarm.incident == core::incidentId(a)) here.push_back(standing.alarm);
    ASSERT_EQ(here.size(), 2u);
    EXPECT_TRUE(desk.acknowledge(here));
    EXPECT_EQ(desk.counts().unacknowledged, 1u);
    EXPECT_FALSE(desk.acknowledge(std::vector<core::Alarm>()));
}

TEST_F(AlarmDeskTest, anotherPositionHasItsOwnToSay) {
    given.show(core::aBoard().with(open(a, core::Priority::P3)).made());
    given.tick(901);
    desk.acknowledge(first());
    given.signIn("Li", "PD-2", {Role::Dispatcher});
    EXPECT_EQ(desk.counts().unacknowledged, 1u);
    given.signIn("Zhao", "PD-1", {Role::Dispatcher});
    EXPECT_EQ(desk.counts().unacknowledged, 0u) << "the position acknowledged, not the person";
}

TEST_F(AlarmDeskTest, nobodySignedInCannotSilence) {
    given.show(core::aBoard().with(open(a, core::Priority::P3)).made());
    given.tick(901);
    given.console.signIn({});
    EXPECT_FALSE(desk.acknowledge(first()));
    EXPECT_EQ(desk.shelve(first(), core::Duration::ofMinutes(10), QStringLiteral("x")),
              Result::NobodySignedIn);
    EXPECT_EQ(desk.counts().unacknowledged, 1u);
}

TEST_F(AlarmDeskTest, whatIsOverIsGoneAndIsHeardWhenItComesBack) {
    auto const board = core::aBoard().with(open(a, core::Priority::P3)).made();
    given.show(board);
    given.tick(901);
    desk.acknowledge(first());
    given.show(core::aBoard().with(open(a, core::Priority::P3).in(core::IncidentState::Resolved)).made());
    given.tick();
    EXPECT_TRUE(desk.entries().empty());
    EXPECT_EQ(cleared.size(), 1u);
    given.show(board);
    given.tick();
    EXPECT_EQ(raised.size(), 2u);
    EXPECT_EQ(desk.counts().unacknowledged, 1u);
}

TEST_F(AlarmDeskTest, aShelfHasAReasonAndAnEnd) {
    given.show(core::aBoard().with(open(a, core::Priority::P3)).made());
    given.tick(901);
    auto const id = first();
    EXPECT_EQ(desk.shelve(id, core::Duration::ofMinutes(10), QStringLiteral(" ")), Result::ReasonRequired);
    EXPECT_EQ(desk.shelve(id, {}, QStringLiteral("known")), Result::TooLong);
    EXPECT_EQ(desk.shelve(id, core::Duration::ofMinutes(481), QStringLiteral("known")), Result::TooLong);
    EXPECT_EQ(desk.shelve(id, core::Duration::ofMinutes(10), QStringLiteral("known")), Result::Shelved);
    EXPECT_EQ(desk.counts(), (AlarmDesk::Counts{.unacknowledged = 0, .overdue = 1, .shelved = 1}));
    EXPECT_TRUE(desk.standing().front().isShelved);
    ASSERT_TRUE(desk.entries()[0].shelf);
    EXPECT_EQ(desk.entries()[0].shelf->by, QStringLiteral("Wang"));
    given.tick(599);
    EXPECT_EQ(desk.counts().shelved, 1u);
    EXPECT_EQ(raised.size(), 1u);
    given.tick(1);
    EXPECT_EQ(desk.counts(), (AlarmDesk::Counts{.unacknowledged = 1, .overdue = 1, .shelved = 0}));
    EXPECT_EQ(raised.size(), 2u) << "it is told as if it were new";
}

TEST_F(AlarmDeskTest, shelvesEndAtHandover) {
    given.show(core::aBoard().with(open(a, core::Priority::P3)).made());
    given.tick(901);
    desk.shelve(first(), core::Duration::ofMinutes(60), QStringLiteral("known"));
    desk.endShelves();
    EXPECT_EQ(desk.counts().shelved, 0u);
    EXPECT_EQ(desk.counts().unacknowledged, 1u);
}

TEST_F(AlarmDeskTest, whatIsMostUrgentIsShelvedByASupervisorOnly) {
    given.show(core::aBoard().with(open(a, core::Priority::P1)).made());
    given.tick(61);
    auto const shelve = [&] {
        return desk.shelve(first(), core::Duration::ofMinutes(10), QStringLiteral("known"));
    };
    EXPECT_EQ(shelve(), Result::NotSupervisor);
    given.signIn("Zhao", "PD-1", {Role::Supervisor});
    EXPECT_EQ(shelve(), Result::Shelved);
}

TEST_F(AlarmDeskTest, distressIsNeverHidden) {
    given.signIn("Zhao", "PD-1", {Role::Supervisor});
    given.show(core::aBoard().with(core::aUnit("E07").inDistress()).made());
    given.tick();
    EXPECT_EQ(desk.shelve(first(), core::Duration::ofMinutes(10), QStringLiteral("known")),
              Result::IsDistress);
    EXPECT_EQ(desk.counts().shelved, 0u);
    EXPECT_EQ(sound.heard, "D");
}

TEST_F(AlarmDeskTest, aShelvedCheckComesBackWhenItIsDistress) {
    BoardNews news;
    core::Context told = given.console.context();
    told.agency = core::fire;
    news.context = told;
    given.console.take(std::move(news));
    given.signIn("Zhao", "FD-1", {Role::Supervisor});
    given.clock.time = core::instant(core::sentTime);
    given.show(core::aBoard()
                   .with(open(a, core::Priority::P3).withUnit("E07", AssignmentState::OnScene))
                   .with(core::aUnit("E07"))
                   .made());
    given.tick(1201);
    ASSERT_EQ(desk.entries().size(), 1u);
    EXPECT_EQ(desk.shelve(first(), core::Duration::ofMinutes(60), QStringLiteral("known")), Result::Shelved);
    given.tick(61);
    EXPECT_EQ(desk.counts().shelved, 1u);
    EXPECT_EQ(raised.size(), 1u) << "silent on its shelf";
    given.tick(60);
    EXPECT_EQ(desk.counts().shelved, 0u);
    EXPECT_EQ(desk.counts().unacknowledged, 1u);
    EXPECT_EQ(sound.heard.back(), 'D');
}

TEST_F(AlarmDeskTest, distressIsHeardWithTheNewsThatBringsIt) {
    given.tick();
    given.clock.pass(1);
    given.show(core::aBoard().with(core::aUnit("E07").inDistress()).made());
    EXPECT_EQ(sound.heard, "D") << "before the next second";
}

TEST_F(AlarmDeskTest, aThousandChangesAreOneComputation) {
    given.tick();
    int changes = 0;
    QObject::connect(&desk, &AlarmDesk::changed, [&] { ++changes; });
    given.clock.pass(1);
    for (int change = 0; change < 1000; ++change)
        given.show(core::aBoard().with(core::aUnit("E" + std::to_string(change)).inDistress()).made());
    EXPECT_EQ(changes, 1);
    given.tick();
    EXPECT_EQ(changes, 2) << "the last one is not lost";
    EXPECT_EQ(desk.entries().front().alarm.unit, core::unitId("E999"));
}

TEST_F(AlarmDeskTest, aPeerIsLostWhenNoLinkToItIsUp) {
    using State = LinkLine::State;
    links({link("10.0.0.2:7000", State::Connected, "FD-desk", "FD"),
           link("10.0.0.3:7000", State::Connected, "EM-desk", "EM")});
    given.tick(60);
    EXPECT_TRUE(raised.empty());
    // It calls us meanwhile: our own line keeps calling.
    links({link("10.0.0.2:7000", State::Calling, "", ""),
           link("10.0.0.2:51000", State::Connected, "FD-desk", "FD"),
           link("10.0.0.3:7000", State::Calling, "", "")});
    given.tick(10);
    EXPECT_TRUE(raised.empty());
    given.tick(1);
    ASSERT_EQ(raised.size(), 1u);
    EXPECT_EQ(raised[0].peer, "EM-desk");
    links({link("10.0.0.3:7000", State::Connected, "EM-desk", "EM")});
    given.tick();
    EXPECT_TRUE(desk.entries().empty());
}

TEST_F(AlarmDeskTest, aDeskThatCannotSaveIsHeardAtOnce) {
    BoardNews news;
    news.health = DeskHealth{.state = DeskHealth::State::ReadOnly, .reason = QStringLiteral("disk full")};
    given.clock.pass(2);
    given.console.take(std::move(news));
    ASSERT_EQ(raised.size(), 1u);
    EXPECT_EQ(raised[0].id.kind, AlarmKind::StorageReadOnly);
}

TEST_F(AlarmDeskTest, whoHearsAnAlarmMayAcknowledgeItThereAndThen) {
    QObject::connect(&desk, &AlarmDesk::raised,
                     [&](core::Alarm const& alarm) { desk.acknowledge(alarm.id); });
    given.show(core::aBoard().with(open(a, core::Priority::P1)).with(open(b, core::Priority::P1)).made());
    given.tick(61);
    EXPECT_EQ(desk.counts().unacknowledged, 0u);
    EXPECT_EQ(raised.size(), 2u);
}

TEST_F(AlarmDeskTest, everyAlarmHasWordsInBothLanguages) {
    auto const wording = given.console.wording();
    for (auto const language : {"en", "zh_CN"}) {
        test::SpokenLanguage const spoken(language);
        for (auto const kind :
             {AlarmKind::Distress, AlarmKind::StorageReadOnly, AlarmKind::WelfareMissed,
              AlarmKind::Unassigned, AlarmKind::Undelivered, AlarmKind::NotAcknowledged, AlarmKind::LinkDown})
            for (auto const stage : {core::AlarmStage::First, core::AlarmStage::Distress}) {
                core::Alarm alarm;
                alarm.id.kind = kind;
                alarm.stage = stage;
                alarm.incident = core::incidentId(a);
                alarm.unit = core::unitId("E07");
                auto const words = wordsOf(alarm, wording);
                EXPECT_TRUE(test::isFilled(words.title) && test::isFilled(words.remedy))
                    << words.title.toStdString();
                EXPECT_EQ(test::hasHan(words.title), std::string(language) == "zh_CN")
                    << words.title.toStdString();
                EXPECT_EQ(test::hasHan(words.remedy), std::string(language) == "zh_CN")
                    << words.remedy.toStdString();
            }
    }
}

} // namespace
} // namespace ob::ui
