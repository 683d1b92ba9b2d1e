// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/alarms/alarm.h"

#include "tests/support/board_builder.h"
#include "tests/support/shipped_rules.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace ob::core {
namespace {

using Kind = AlarmKind;
using Stage = AlarmStage;
using State = AssignmentState;
constexpr char const* a = "20261121-0001";
constexpr char const* b = "20261121-0002";

struct Alarms : testing::Test {
    BoardBuilder board;
    AgencyIndex own = police;
    std::vector<AlarmSources::LostPeer> lostPeers;
    std::optional<Instant> readOnlySince;

    static Instant opened(std::int64_t seconds) { return instant(openedTime) + Duration::ofSeconds(seconds); }
    static Instant sent(std::int64_t seconds) { return instant(sentTime) + Duration::ofSeconds(seconds); }
    std::vector<Alarm> at(Instant now) const {
        auto const queue = workQueueOf(board.made(), test::shippedRules(), now);
        return alarmsOf({.board = board.made(),
                         .rules = test::shippedRules(),
                         .queue = queue,
                         .own = own,
                         .lostPeers = lostPeers,
                         .readOnlySince = readOnlySince},
                        now);
    }
    /// The one alarm of that kind; another kind is a failure.
    Alarm only(Kind kind, Instant now) const {
        auto const all = at(now);
        EXPECT_EQ(all.size(), 1u);
        if (all.size() != 1) return {};
        EXPECT_EQ(all.front().id.kind, kind);
        return all.front();
    }
    std::vector<Kind> kinds(Instant now) const {
        std::vector<Kind> found;
        for (auto const& alarm : at(now))
            found.push_back(alarm.id.kind);
        return found;
    }
};

TEST_F(Alarms, aBoardThatRunsWellIsQuiet) {
    board.with(anIncident(a).withUnit("E07", State::EnRoute)).with(aUnit("E07"));
    board.with(anIncident(b).withPriority(Priority::P1));
    EXPECT_TRUE(at(opened(60)).empty()) << "due now is not over yet";
}

TEST_F(Alarms, nobodyWasSentInTime) {
    board.with(anIncident(a).withPriority(Priority::P1));
    auto const alarm = only(Kind::Unassigned, opened(61));
    EXPECT_EQ(alarm.priority, AlarmPriority::High);
    EXPECT_EQ(alarm.since, opened(60));
    EXPECT_EQ(alarm.incident, incidentId(a));
    EXPECT_EQ(alarm.agency, police);
    EXPECT_EQ(alarm.stage, Stage::First);
    EXPECT_EQ(only(Kind::Unassigned, opened(120)).stage, Stage::First);
    EXPECT_EQ(only(Kind::Unassigned, opened(121)).stage, Stage::Again);
}

TEST_F(Alarms, whoDoesNotAnswerForAnIncidentIsNotDisturbed) {
    board.with(anIncident(a).withPriority(Priority::P1).leadBy(fire));
    EXPECT_TRUE(at(opened(600)).empty());
    own = fire;
    EXPECT_EQ(only(Kind::Unassigned, opened(600)).agency, fire);
}

TEST_F(Alarms, anOrderThatDoesNotArriveIsForWhoSentIt) {
    board.with(anIncident(a).withPriority(Priority::P2).withUnit("E07")).with(aUnit("E07"));
    EXPECT_TRUE(at(sent(20)).empty());
    auto const alarm = only(Kind::Undelivered, sent(21));
    EXPECT_EQ(alarm.priority, AlarmPriority::Medium);
    EXPECT_EQ(alarm.unit, unitId("E07"));
    EXPECT_EQ(alarm.agency, fire);
    EXPECT_EQ(only(Kind::Undelivered, sent(41)).stage, Stage::Again);
    own = fire;
    EXPECT_TRUE(at(sent(21)).empty());
}

TEST_F(Alarms, anOrderThatIsNotAnsweredIsForTheCrewsOwnAgency) {
    board.with(anIncident(a).withUnit("E07", State::Delivered)).with(aUnit("E07"));
    EXPECT_TRUE(at(sent(600)).empty());
    own = fire;
    EXPECT_TRUE(at(sent(60)).empty());
    EXPECT_EQ(only(Kind::NotAcknowledged, sent(61)).stage, Stage::First);
    EXPECT_EQ(only(Kind::NotAcknowledged, sent(121)).stage, Stage::Again);
}

TEST_F(Alarms, aMissedCheckRepeatsAndThenIsDistress) {
    own = fire;
    board.with(anIncident(a).withUnit("E07", State::OnScene)).with(aUnit("E07"));
    EXPECT_TRUE(at(sent(1200)).empty());
    auto const first = only(Kind::WelfareMissed, sent(1201));
    EXPECT_EQ(first.stage, Stage::First);
    EXPECT_EQ(first.priority, AlarmPriority::Medium);
    EXPECT_FALSE(first.isDistress());
    auto const second = only(Kind::WelfareMissed, sent(1261));
    EXPECT_EQ(second.stage, Stage::Again);
    EXPECT_EQ(second.priority, AlarmPriority::High);
    EXPECT_FALSE(second.isDistress());
    auto const third = only(Kind::WelfareMissed, sent(1321));
    EXPECT_TRUE(third.isDistress());
    EXPECT_EQ(first.id, third.id);
    EXPECT_EQ(first.since, third.since);
}

TEST_F(Alarms, anAnsweredCheckEndsItAndTheNextMissIsAnother) {
    own = fire;
    auto incident = *anIncident(a).withUnit("E07", State::OnScene).made();
    board.with(aUnit("E07")).with(anIncident(a).withUnit("E07", State::OnScene));
    auto const first = only(Kind::WelfareMissed, sent(1500));
    incident.assignments.front().welfareCheckedAt = sent(1500);
    struct Made {
        std::shared_ptr<Incident const> value;
        std::shared_ptr<Incident const> made() const { return value; }
    };
    board.with(Made{std::make_shared<Incident const>(incident)});
    EXPECT_TRUE(at(sent(1501)).empty());
    EXPECT_NE(only(Kind::WelfareMissed, sent(2701)).id, first.id);
}

TEST_F(Alarms, distressIsForEverybodyAndComesFirst) {
    board.with(anIncident(a).withPriority(Priority::P1)).with(aUnit("E07").inDistress(a));
    for (auto const agency : {police, fire, medical}) {
        own = agency;
        auto const all = at(sent(10));
        ASSERT_FALSE(all.empty());
        EXPECT_EQ(all.front().id.kind, Kind::Distress);
        EXPECT_TRUE(all.front().isDistress());
        EXPECT_EQ(all.front().incident, incidentId(a));
        EXPECT_EQ(all.front().unit, unitId("E07"));
        EXPECT_EQ(all.front().agency, fire);
    }
}

TEST_F(Alarms, distressOfAUnitThatIsNowhereIsStillOne) {
    board.with(aUnit("E07").on(DutyState::OffDuty).inDistress());
    auto const alarm = only(Kind::Distress, sent(1));
    EXPECT_TRUE(alarm.incident.isNil());
    EXPECT_EQ(alarm.since, sent(0));
    EXPECT_EQ(only(Kind::Distress, sent(61)).stage, Stage::Again);
}

TEST_F(Alarms, aPeerMayBeGoneForTenSeconds) {
    lostPeers.push_back({.name = "FD-1", .agency = fire, .since = sent(0)});
    EXPECT_TRUE(at(sent(10)).empty());
    auto const alarm = only(Kind::LinkDown, sent(11));
    EXPECT_EQ(alarm.priority, AlarmPriority::Medium);
    EXPECT_EQ(alarm.peer, "FD-1");
    EXPECT_EQ(alarm.agency, fire);
    lostPeers.front().isAgencyReached = true;
    EXPECT_EQ(only(Kind::LinkDown, sent(11)).priority, AlarmPriority::Low);
    EXPECT_EQ(only(Kind::LinkDown, sent(11)).id, alarm.id);
}

TEST_F(Alarms, aDeskThatCannotWriteSaysSo) {
    readOnlySince = sent(0);
    EXPECT_EQ(only(Kind::StorageReadOnly, sent(0)).priority, AlarmPriority::High);
}

TEST_F(Alarms, theIdStaysWhileThePriorityAndTheTimeChange) {
    board.with(anIncident(a).withPriority(Priority::P4));
    auto const before = only(Kind::Unassigned, opened(1801)).id;
    EXPECT_EQ(only(Kind::Unassigned, opened(9999)).id, before);
    board.with(anIncident(a).withPriority(Priority::P1));
    EXPECT_EQ(only(Kind::Unassigned, opened(1801)).id, before);
}

TEST_F(Alarms, sentAndLeftAgainIsAnotherAlarm) {
    board.with(anIncident(a));
    auto const before = only(Kind::Unassigned, sent(3600)).id;
    board.with(anIncident(a).withUnit("E07", State::Refused));
    EXPECT_NE(only(Kind::Unassigned, sent(3600)).id, before);
}

TEST_F(Alarms, noneIsLostAndNoneIsThereTwice) {
    own = fire;
    board.with(anIncident(a).leadBy(fire).withPriority(Priority::P3));
    board.with(anIncident(b)
                   .receivedBy(fire)
                   .withUnit("E07")
                   .withUnit("E08", State::Delivered)
                   .withUnit("E09", State::OnScene));
    board.with(aUnit("E07")).with(aUnit("E08")).with(aUnit("E09")).with(aUnit("E10").inDistress());
    lostPeers.push_back({.name = "PD-1", .agency = police, .since = sent(0)});
    readOnlySince = sent(5);
    auto const all = at(sent(5000));
    std::set<AlarmId> ids;
    for (auto const& alarm : all)
        ids.insert(alarm.id);
    EXPECT_EQ(ids.size(), all.size());
    auto const found = kinds(sent(5000));
    EXPECT_EQ(std::set<Kind>(found.begin(), found.end()).size(), 7u);
    EXPECT_TRUE(all[0].isDistress());
    EXPECT_TRUE(all[1].isDistress());
    EXPECT_TRUE(std::ranges::is_sorted(all.begin() + 2, all.end(), {}, &Alarm::priority));
}

TEST_F(Alarms, aFloodIsReadByIncident) {
    board.with(anIncident(a).withUnit("E07").withUnit("E08").withUnit("E09"));
    board.with(anIncident(b).withPriority(Priority::P1));
    lostPeers.push_back({.name = "FD-1", .agency = fire, .since = sent(0)});
    lostPeers.push_back({.name = "EM-1", .agency = medical, .since = sent(0)});
    auto const alarms = at(sent(600));
    auto const groups = byIncident(alarms);
    ASSERT_EQ(groups.size(), 3u);
    EXPECT_EQ(groups[0].incident, incidentId(b)) << "the most urgent first";
    std::size_t inGroups = 0;
    for (auto const& group : groups)
        inGroups += group.alarms.size();
    EXPECT_EQ(inGroups, alarms.size());
    EXPECT_EQ(inGroups, 6u);
}

} // namespace
} // namespace ob::core
