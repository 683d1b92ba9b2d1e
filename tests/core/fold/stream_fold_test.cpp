// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/fold/stream_fold.h"

#include "core/fold/membership.h"
#include "tests/support/stream_builder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace ob::core {
namespace {

std::vector<AgencyIndex> const everybody{police, fire, medical};

/// A random stream: any fact, after any earlier events, at any time (clocks lie), by anybody.
StreamBuilder randomStream(std::uint32_t seed, std::size_t size) {
    std::mt19937 random(seed);
    auto const pick = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
    StreamBuilder stream(seed);
    stream.create(everybody[pick(3)], openedWith(pick(2) ? everybody : std::vector<AgencyIndex>{police}),
                  pick(100));
    std::vector<AssignmentId> assignments{AssignmentId()};
    auto const fact = [&]() -> Fact {
        AssignmentId const assignment = assignments[pick(assignments.size())];
        auto const code = *Code::of(std::string(1, static_cast<char>('A' + pick(3))));
        switch (pick(17)) {
        case 0: return PrioritySet{static_cast<Priority>(1 + pick(4))};
        case 1: return TypeSet{code};
        case 2:
        case 3:
            return UnitDispatched{
                .unit = unitNamed(static_cast<std::uint8_t>(pick(3))), .planned = {}, .reason = {}};
        case 4: return AssignmentReleased{.assignment = assignment, .reason = code, .divertedTo = {}};
        case 5: return AssignmentCleared{assignment, code};
        case 6: return IncidentResolved{code};
        case 7: return IncidentClosed{code};
        case 8: return IncidentReopened{code};
        case 9: return MergedInto{IncidentId(stream[0].id().hash()), {}};
        case 10: return MergeUndone{};
        case 11: return MemberGranted{everybody[pick(3)], pick(2) == 0};
        case 12: return MemberLeft{everybody[pick(3)]};
        case 13: return LeadOffered{.agency = everybody[pick(3)], .phase = {}, .rule = {}};
        case 14: return LeadAccepted{stream[pick(stream.events().size())].id()};
        case 15: return LeadReleased{code};
        case 16: return IncidentSeen{};
        default: return MilestoneReached{assignment, static_cast<AssignmentState>(3 + pick(6)), pick(4) == 0};
        }
    };
    while (stream.events().size() < size) {
        std::set<std::size_t> after;
        std::size_t const count = stream.events().size();
        // Mostly near the end, now and then far back.
        for (std::size_t parents = 1 + pick(3); parents > 0; --parents)
            after.insert(pick(4) ? count - 1 - pick(std::min<std::size_t>(count, 4)) : pick(count));
        Fact const made = fact();
        stream.add(everybody[pick(3)], made, {after.begin(), after.end()}, pick(200));
        if (std::holds_alternative<UnitDispatched>(made))
            assignments.push_back(stream.assignment(stream.last()));
    }
    return stream;
}

std::vector<Event> shuffled(std::vector<Event> events, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::size_t const count = events.size();
    for (std::size_t copy = 0; copy < count / 3; ++copy)
        events.push_back(events[random() % count]);
    std::shuffle(events.begin(), events.end(), random);
    return events;
}

bool sameIncident(Incident const& a, Incident const& b) {
    return a.state == b.state && a.priority == b.priority && a.type == b.type && a.lead == b.lead
           && a.assignments == b.assignments && a.conflicts == b.conflicts && a.members == b.members
           && a.mergedInto == b.mergedInto && a.calls == b.calls && a.leadOffers == b.leadOffers
           && a.disposition == b.disposition && a.closedAt == b.closedAt;
}

std::vector<Taken> only(std::vector<Taken> order, std::set<EventId> const& visible) {
    std::erase_if(order, [&](auto const& each) { return !visible.contains(each.id); });
    return order;
}

} // namespace

RC_GTEST_PROP(StreamFold, AnyArrivalOrderAndAnyDuplicatesGiveTheSame, (std::uint32_t seed)) {
    auto const stream = randomStream(seed, 2 + seed % 40);
    auto const once = StreamFold::of(stream.events());
    auto const again = StreamFold::of(shuffled(stream.events(), seed + 1));
    RC_ASSERT(once.order() == again.order());
    RC_ASSERT(once.heads() == again.heads());
    RC_ASSERT(sameIncident(*once.incident(), *again.incident()));
}

RC_GTEST_PROP(StreamFold, OneByOneGivesTheSameAsAllAtOnce, (std::uint32_t seed)) {
    auto const events = shuffled(randomStream(seed, 2 + seed % 40).events(), seed);
    std::vector<Event> arrived{events.front()};
    auto fold = StreamFold::of(arrived);
    for (std::size_t index = 1; index < events.size(); ++index) {
        arrived.push_back(events[index]);
        if (fold.append(events[index]) == StreamFold::Appended::NeedsRefold) fold = StreamFold::of(arrived);
    }
    auto const whole = StreamFold::of(events);
    RC_ASSERT(fold.order() == whole.order());
    RC_ASSERT(fold.heads() == whole.heads());
    RC_ASSERT(sameIncident(*fold.incident(), *whole.incident()));
}

RC_GTEST_PROP(StreamFold, ASnapshotGoesOnLikeTheFoldItWasTakenFrom, (std::uint32_t seed)) {
    auto stream = randomStream(seed, 2 + seed % 40);
    auto fold = StreamFold::of(stream.events());
    auto restored = StreamFold::restore(fold.snapshot());
    RC_ASSERT(restored);
    RC_ASSERT(restored->heads() == fold.heads());
    RC_ASSERT(restored->eventCount() == fold.eventCount());
    RC_ASSERT(sameIncident(*restored->incident(), *fold.incident()));
    stream.then(stream[0].author(), PrioritySet{Priority::P1});
    auto const& next = stream.events().back();
    RC_ASSERT(fold.append(next) == StreamFold::Appended::Yes);
    RC_ASSERT(restored->append(next) == StreamFold::Appended::Yes);
    RC_ASSERT(sameIncident(*restored->incident(), *fold.incident()));
    RC_ASSERT(restored->snapshot() == fold.snapshot());
}

TEST(StreamFold, RubbishIsNoSnapshot) {
    StreamBuilder stream;
    stream.create(police, openedWith(everybody), 1);
    Bytes const whole = StreamFold::of(stream.events()).snapshot();
    ASSERT_TRUE(StreamFold::restore(whole));
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(StreamFold::restore(ByteView(whole).first(length))) << length;
}

RC_GTEST_PROP(StreamFold, WhatAnAgencyMayHoldHasTheOrderAndVerdictsOfTheWhole, (std::uint32_t seed)) {
    auto const events = randomStream(seed, 2 + seed % 60).events();
    auto const whole = StreamFold::of(events);
    auto const membership = Membership::of(events);
    for (AgencyIndex const agency : everybody) {
        std::vector<Event> held;
        std::set<EventId> visible;
        for (auto const& event : events) {
            if (!membership.mayHold(agency, event.id())) continue;
            held.push_back(event);
            visible.insert(event.id());
        }
        if (held.empty()) continue;
        auto const part = StreamFold::of(shuffled(held, seed));
        RC_ASSERT(part.waiting().empty());
        RC_ASSERT(part.order() == only(whole.order(), visible));
    }
}

RC_GTEST_PROP(StreamFold, SomebodyAlwaysAnswers, (std::uint32_t seed)) {
    auto const stream = randomStream(seed, 2 + seed % 40);
    auto const incident = StreamFold::of(stream.events()).incident();
    RC_ASSERT(incident->firstReceiver == stream[0].author());
    RC_ASSERT(std::find(everybody.begin(), everybody.end(), incident->responsible()) != everybody.end());
}

RC_GTEST_PROP(StreamFold, AnActiveAssignmentKeepsItsIncidentOpenUnlessItSawTheEnd, (std::uint32_t seed)) {
    auto const incident = StreamFold::of(randomStream(seed, 2 + seed % 40).events()).incident();
    if (incident->state == IncidentState::Closed || incident->state == IncidentState::Voided)
        RC_ASSERT(!incident->hasActiveAssignment());
}

class ConcurrentFacts : public testing::Test {
  protected:
    ConcurrentFacts() {
        stream.create(police, openedWith(everybody), 1);                                        // 0
        stream.then(police, UnitDispatched{.unit = unitNamed(1), .planned = {}, .reason = {}}); // 1
    }
    Incident folded() const { return *StreamFold::of(stream.events()).incident(); }
    void expectConflict(ConflictRule rule, std::size_t a, std::size_t b) const {
        auto const incident = folded();
        ASSERT_EQ(incident.conflicts.size(), 1u);
        EXPECT_EQ(incident.conflicts[0].rule, rule);
        std::vector<EventId> leaves{stream[a].id(), stream[b].id()};
        std::sort(leaves.begin(), leaves.end());
        EXPECT_EQ(incident.conflicts[0].leaves, leaves);
    }
    StreamBuilder stream;
};

TEST_F(ConcurrentFacts, OpenWinsOverClosedWhicheverCameFirst) {
    stream.then(police, AssignmentReleased{stream.assignment(1), *Code::of("CANCELLED"), {}}); // 2
    for (std::uint64_t const resolvedAt : {10u, 30u}) {
        StreamBuilder branch = stream;
        branch.add(police, IncidentResolved{*Code::of("DONE")}, {2}, resolvedAt);                     // 3
        branch.add(fire, UnitDispatched{.unit = unitNamed(2), .planned = {}, .reason = {}}, {2}, 20); // 4
        auto const incident = *StreamFold::of(branch.events()).incident();
        EXPECT_EQ(incident.state, IncidentState::Open);
        EXPECT_TRUE(incident.hasActiveAssignment());
        ASSERT_EQ(incident.conflicts.size(), 1u);
        EXPECT_EQ(incident.conflicts[0].rule, ConflictRule::OpenWon);
        // The next end that saw both stands, and the conflict is gone.
        branch.then(fire, AssignmentReleased{branch.assignment(4), *Code::of("CANCELLED"), {}});
        branch.then(police, IncidentResolved{*Code::of("DONE")});
        auto const ended = *StreamFold::of(branch.events()).incident();
        EXPECT_EQ(ended.state, IncidentState::Resolved);
        EXPECT_TRUE(ended.conflicts.empty());
    }
}

TEST_F(ConcurrentFacts, AssignedWinsOverReleased) {
    stream.add(police, AssignmentReleased{stream.assignment(1), *Code::of("CANCELLED"), {}}, {1}, 50);  // 2
    stream.add(fire, MilestoneReached{stream.assignment(1), AssignmentState::OnScene, false}, {1}, 10); // 3
    EXPECT_EQ(folded().assignments[0].state, AssignmentState::OnScene);
    EXPECT_FALSE(folded().assignments[0].at(AssignmentState::Released));
    expectConflict(ConflictRule::AssignedWon, 2, 3);
}

TEST_F(ConcurrentFacts, SeparateWinsOverMerged) {
    stream.add(police, MergedInto{IncidentId(unitNamed(9).hash()), {}}, {1}, 50);                       // 2
    stream.add(fire, MilestoneReached{stream.assignment(1), AssignmentState::EnRoute, false}, {1}, 10); // 3
    EXPECT_EQ(folded().state, IncidentState::Open);
    EXPECT_TRUE(folded().mergedInto.isNil());
    expectConflict(ConflictRule::SeparateWon, 2, 3);
}

TEST_F(ConcurrentFacts, TwoValuesStandSideBySideUntilOneSawBoth) {
    stream.add(police, PrioritySet{Priority::P1}, {1}, 10); // 2
    stream.add(fire, PrioritySet{Priority::P4}, {1}, 20);   // 3
    EXPECT_EQ(folded().priority, Priority::P4) << "the last in order between equals";
    expectConflict(ConflictRule::ConcurrentValues, 2, 3);
    stream.then(medical, PrioritySet{Priority::P2});
    EXPECT_EQ(folded().priority, Priority::P2);
    EXPECT_TRUE(folded().conflicts.empty());
}

TEST_F(ConcurrentFacts, AWriteThatSawTheOtherWinsEvenWithAnEarlierClock) {
    stream.add(police, PrioritySet{Priority::P1}, {1}, 5000);
    stream.add(fire, PrioritySet{Priority::P4}, {2}, 2);
    EXPECT_EQ(folded().priority, Priority::P4);
    EXPECT_TRUE(folded().conflicts.empty());
}

TEST_F(ConcurrentFacts, LookingBackShowsWhatHadOccurredByThen) {
    stream.add(police, MilestoneReached{stream.assignment(1), AssignmentState::OnScene, false}, {1}, 60);
    stream.add(police, AssignmentCleared{stream.assignment(1), *Code::of("DONE")}, {2}, 90);
    auto const at = [&](std::uint64_t time) {
        return StreamFold::asOf(stream.events(), second(time)).incident();
    };
    EXPECT_FALSE(at(0));
    EXPECT_TRUE(at(1)->assignments.empty());
    EXPECT_EQ(at(59)->assignments.at(0).state, AssignmentState::Dispatched);
    EXPECT_EQ(at(60)->assignments.at(0).state, AssignmentState::OnScene);
    EXPECT_EQ(at(90)->assignments.at(0).state, AssignmentState::Cleared);
}

TEST_F(ConcurrentFacts, ASettledConflictStaysSettled) {
    stream.add(police, PrioritySet{Priority::P1}, {1}, 10);
    stream.add(fire, PrioritySet{Priority::P4}, {1}, 20);
    stream.then(fire, ConflictSettled{folded().conflicts.at(0).id});
    ASSERT_EQ(folded().conflicts.size(), 1u);
    EXPECT_TRUE(folded().conflicts[0].settled);
}

TEST_F(ConcurrentFacts, ALeaveHidesOnlyWhatComesAfterItUntilALaterGrant) {
    stream.then(police, MemberLeft{medical});       // 2
    stream.then(police, PrioritySet{Priority::P1}); // 3
    stream.add(fire, NoteAdded{}, {1}, 40);         // 4, beside the leave
    auto const before = Membership::of(stream.events());
    EXPECT_TRUE(before.mayHold(medical, stream[2].id()));
    EXPECT_FALSE(before.mayHold(medical, stream[3].id()));
    EXPECT_TRUE(before.mayHold(medical, stream[4].id()));
    stream.then(police, MemberGranted{medical, false});
    EXPECT_TRUE(Membership::of(stream.events()).mayHold(medical, stream[3].id()));
}

TEST_F(ConcurrentFacts, WhoHasLeftMayNotWriteAndWhoNeverGrantedMayNotGrant) {
    stream.then(police, MemberLeft{medical});        // 2
    stream.then(medical, NoteAdded{});               // 3
    stream.then(fire, MemberGranted{medical, true}); // 4
    auto const order = StreamFold::of(stream.events()).order();
    EXPECT_EQ(order[3].verdict, Verdict::Refused);
    EXPECT_EQ(order[3].reason, RefusalCode::NotMember);
    EXPECT_EQ(order[4].verdict, Verdict::Refused);
    EXPECT_EQ(folded().noteCount, 0u);
}

TEST_F(ConcurrentFacts, AnEventWithoutItsAncestorsWaits) {
    stream.then(fire, PrioritySet{Priority::P1});
    stream.then(fire, PrioritySet{Priority::P2});
    std::vector<Event> const some{stream[0], stream[1], stream[3]};
    auto fold = StreamFold::of(some);
    EXPECT_EQ(fold.waiting(), std::vector<EventId>{stream[3].id()});
    EXPECT_EQ(fold.incident()->priority, Priority::P3);
    EXPECT_EQ(fold.append(stream[2]), StreamFold::Appended::NeedsRefold);
}

TEST_F(ConcurrentFacts, WhatAnotherBuiltOnAVoidedEventIsAConflict) {
    stream.then(fire, PrioritySet{Priority::P1}); // 2
    stream.then(medical, NoteAdded{});            // 3
    stream.voidEvent(2);
    EXPECT_EQ(folded().priority, Priority::P3) << "no effect";
    expectConflict(ConflictRule::BuiltOnVoided, 2, 3);
}

TEST(UnitStream, AShiftBringsItsOwnSkillsVehicleAndPeople) {
    StreamBuilder stream;
    UnitRegistered registered;
    registered.callsign = *Callsign::of("E07");
    registered.capabilities = {*Code::of("FIRE-WATER")};
    registered.members = everybody;
    stream.create(fire, registered, 1);
    DutySet set{.duty = DutyState::Available, .crew = 4};
    set.shiftEnd = Instant::ofMilliseconds(1'479'000'900'000);
    set.capabilities = {*Code::of("HAZMAT")};
    stream.then(fire, set);
    auto unit = *StreamFold::of(stream.events()).unit();
    EXPECT_EQ(unit.capabilities, set.capabilities);
    EXPECT_EQ(unit.shiftCapabilities, set.capabilities);
    EXPECT_EQ(unit.shiftEnd, set.shiftEnd);
    stream.then(fire, DutySet{.duty = DutyState::OffDuty});
    unit = *StreamFold::of(stream.events()).unit();
    EXPECT_EQ(unit.capabilities, registered.capabilities);
    EXPECT_FALSE(unit.shiftEnd);
}

TEST(UnitStream, IsInItsStateSinceThatBeganHoweverItsShiftChanges) {
    StreamBuilder stream;
    UnitRegistered registered;
    registered.callsign = *Callsign::of("E07");
    registered.members = everybody;
    stream.create(fire, registered, 1);
    auto const sinceOf = [&](Event const& event) {
        auto const& at = event.body().circumstance.occurredAt;
        return StreamFold::of(stream.events()).unit()->dutySince == at;
    };
    auto const on = stream.then(fire, DutySet{.duty = DutyState::Available, .crew = 4});
    EXPECT_TRUE(sinceOf(on));
    stream.then(fire, DutySet{.duty = DutyState::Available, .crew = 5});
    EXPECT_TRUE(sinceOf(on)) << "one more came";
    auto const broken =
        stream.then(fire, DutySet{.duty = DutyState::Unavailable, .reason = *Code::of("MECHANICAL")});
    EXPECT_TRUE(sinceOf(broken));
    auto const other =
        stream.then(fire, DutySet{.duty = DutyState::Unavailable, .reason = *Code::of("CLEANING")});
    EXPECT_TRUE(sinceOf(other)) << "for another reason";
}

TEST(UnitStream, UnavailableWinsOverAvailableAndDistressOverItsEnd) {
    StreamBuilder stream;
    UnitRegistered registered;
    registered.callsign = *Callsign::of("E07");
    registered.members = everybody;
    stream.create(fire, registered, 1);
    auto const duty = [](DutyState state) {
        DutySet set;
        set.duty = state;
        return set;
    };
    stream.then(fire, duty(DutyState::Available));           // 1
    stream.add(fire, duty(DutyState::Unavailable), {1}, 10); // 2
    stream.add(fire, duty(DutyState::Available), {1}, 20);   // 3
    auto unit = *StreamFold::of(stream.events()).unit();
    EXPECT_EQ(unit.duty, DutyState::Unavailable);
    ASSERT_EQ(unit.conflicts.size(), 1u);
    EXPECT_EQ(unit.conflicts[0].rule, ConflictRule::UnavailableWon);

    stream.then(police, DistressRaised{});                         // 4
    stream.add(fire, DistressEnded{*Code::of("VOICE")}, {4}, 100); // 5
    stream.add(medical, DistressRaised{}, {4}, 90);                // 6
    unit = *StreamFold::of(stream.events()).unit();
    ASSERT_TRUE(unit.distress);
    EXPECT_EQ(unit.distress->id, stream[6].id());

    stream.then(police, DistressEnded{*Code::of("VOICE")});
    EXPECT_TRUE(StreamFold::of(stream.events()).unit()->distress) << "only its own agency ends it";
}

} // namespace ob::core
