// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event_body.h"
#include "tests/support/board_builder.h"
#include "tests/support/decisions.h"

#include <gmock/gmock.h>

namespace ob::core {
namespace {

using enum AssignmentState;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto n42 = "20261121-0042";
Instant const opened = instant(openedTime);
Instant const sent = instant(sentTime);
Instant const later = instant("2026-11-21T13:50:00Z");

/// What is written: the kinds of the facts, each with the time at which it happened.
std::vector<std::string> written(Result<Drafts> const& decided) {
    if (!decided) return {"refused"};
    std::vector<std::string> all;
    for (Draft const& draft : *decided) {
        std::string const at = draft.body.circumstance.occurredAt.iso8601().substr(11, 5);
        auto const kind =
            std::visit([](auto const& fact) { return std::decay_t<decltype(fact)>::kind; }, draft.body.fact);
        EXPECT_EQ(draft.body.circumstance.source, Source::Import);
        all.push_back(std::to_string(kind) + " " + at);
    }
    return all;
}
template<class Fact>
std::string fact(char const* at) {
    return std::to_string(Fact::kind) + " " + at;
}

/// As the builders' incident 42.
RecordedIncident recorded() {
    auto const incident = anIncident().made();
    RecordedIncident record;
    record.type = incident->type;
    record.priority = incident->priority;
    record.address = incident->address.value_or("");
    record.place = incident->place;
    record.district = incident->district;
    record.openedAt = incident->openedAt;
    record.receivedAt = incident->receivedAt;
    return record;
}
RecordedUnit crew(std::string_view callsign = "E07") {
    RecordedUnit unit;
    unit.callsign = *Callsign::of(callsign);
    unit.kind = code("ENGINE");
    return unit;
}
RecordedRun runWith(std::initializer_list<std::pair<AssignmentState, Instant>> times) {
    RecordedRun run;
    for (auto const& [state, at] : times)
        run.reachedAt[static_cast<std::size_t>(state)] = at;
    run.disposition = code("HANDLED");
    return run;
}
KeepRecord rowOn42(RecordedRun run, bool known = false) {
    KeepRecord asked;
    asked.known = incidentId(n42);
    asked.unit = crew();
    asked.run = run;
    asked.knownRun = known;
    return asked;
}
Board const& boardWith(AssignmentState state, IncidentState incident = IncidentState::Open) {
    static Board board;
    board = aBoard()
                .with(anIncident().receivedBy(fire).in(incident).withUnit("E07", state, fire))
                .with(aUnit())
                .made();
    return board;
}

TEST(DecideRecord, ANewRowOpensRegistersAndSends) {
    KeepRecord asked;
    asked.number = *IncidentNumber::of(20261121, 1'001'000);
    asked.incident = recorded();
    asked.incident->routedTo = medical;
    asked.unit = crew("E09");
    asked.run = runWith({{Dispatched, sent}, {Delivered, sent}, {OnScene, later}, {Cleared, later}});
    asked.note = "roof";
    EXPECT_THAT(written(ask(Board(), deskOf(fire), asked)),
                ElementsAre(fact<UnitRegistered>("13:45"), fact<DutySet>("13:45"),
                            fact<IncidentOpened>("13:40"), fact<LeadOffered>("13:40"),
                            fact<UnitDispatched>("13:45"), fact<AssignmentDelivered>("13:45"),
                            fact<MilestoneReached>("13:50"), fact<AssignmentCleared>("13:50"),
                            fact<NoteAdded>("13:40")));
}

TEST(DecideRecord, OnlyDispatchersKeepRecords) {
    KeepRecord asked;
    asked.number = *IncidentNumber::of(20261121, 1'001'000);
    asked.incident = recorded();
    EXPECT_TRUE(ask(Board(), deskOf(fire, {Role::Dispatcher}), asked));
    EXPECT_FALSE(ask(Board(), deskOf(fire, {Role::CallTaker}), asked));
}

TEST(DecideRecord, WhatIsUnknownTooLongOrToComeIsRefused) {
    KeepRecord asked;
    asked.known = incidentId(n42);
    asked.incident = recorded();
    auto const& board = boardWith(Dispatched);
    auto const refusedFor = [&](auto change) {
        KeepRecord wrong = asked;
        change(*wrong.incident);
        auto const decided = ask(board, deskOf(fire), wrong);
        return decided ? RefusalCode{} : decided.error().code;
    };
    EXPECT_EQ(refusedFor([](auto& each) { each.type = code("VOLCANO"); }), RefusalCode::UnknownType);
    EXPECT_EQ(refusedFor([](auto& each) { each.address = std::string(513, 'x'); }),
              RefusalCode::LimitReached);
    EXPECT_EQ(refusedFor([](auto& each) { each.text = std::string(16'385, 'x'); }),
              RefusalCode::LimitReached);
    EXPECT_EQ(refusedFor([](auto& each) { each.callerName = std::string(257, 'x'); }),
              RefusalCode::LimitReached);
    EXPECT_EQ(refusedFor([](auto& each) { each.openedAt = instant("2026-11-21T14:01:00Z"); }),
              RefusalCode::InTheFuture);
    KeepRecord late = rowOn42(runWith({{Dispatched, sent}, {Cleared, instant("2026-11-21T14:00:01Z")}}));
    EXPECT_TRUE(
        refuses(ask(board, deskOf(fire), late), RefusalCode::InTheFuture, {"2026-11-21T14:00:01.000Z"}));
    EXPECT_FALSE(ask(Board(), deskOf(fire), rowOn42(runWith({{Dispatched, sent}})))) << "no such incident";
}

TEST(DecideRecord, WhatIsAsItWasWritesNothing) {
    KeepRecord asked = rowOn42(runWith({{Dispatched, sent}}), true);
    asked.incident = recorded();
    EXPECT_THAT(written(ask(boardWith(Dispatched), deskOf(fire), asked)), IsEmpty());
}

TEST(DecideRecord, OnlyWhatDiffersIsSetRight) {
    KeepRecord asked;
    asked.known = incidentId(n42);
    asked.incident = recorded();
    asked.incident->priority = Priority::P4;
    asked.incident->callerName = "Mr A";
    asked.incident->openedAt = instant("2026-11-21T13:39:00Z");
    EXPECT_THAT(
        written(ask(boardWith(Dispatched), deskOf(fire), asked)),
        ElementsAre(fact<PrioritySet>("14:00"), fact<OpeningCorrected>("14:00"), fact<CallAdded>("13:39")));
}

TEST(DecideRecord, ARunningUnitGoesOnAndAnEndedOneIsCorrected) {
    EXPECT_THAT(
        written(ask(boardWith(Dispatched), deskOf(fire),
                    rowOn42(runWith({{Dispatched, sent}, {OnScene, later}, {Cleared, later}}), true))),
        ElementsAre(fact<MilestoneReached>("13:50"), fact<AssignmentCleared>("13:50")));
    // The builder's cleared run has no disposition: it is ended anew, with one.
    EXPECT_THAT(written(ask(boardWith(Cleared), deskOf(fire),
                            rowOn42(runWith({{Dispatched, sent}, {Cleared, later}}), true))),
                ElementsAre(fact<MilestoneCorrected>("14:00"), fact<AssignmentCleared>("13:50")));
}

TEST(DecideRecord, ANewRowForAUnitThatIsStillThereIsRefused) {
    EXPECT_TRUE(refuses(ask(boardWith(OnScene), deskOf(fire), rowOn42(runWith({{Dispatched, later}}))),
                        RefusalCode::AlreadyAssigned, {"消E07", n42}));
    EXPECT_THAT(written(ask(boardWith(Cleared), deskOf(fire), rowOn42(runWith({{Dispatched, later}})))),
                ElementsAre(fact<UnitDispatched>("13:50")));
}

TEST(DecideRecord, AFinishedIncidentIsOpenedAgainForANewRun) {
    auto const decided =
        ask(boardWith(Cleared, IncidentState::Closed), deskOf(fire), rowOn42(runWith({{Dispatched, later}})));
    ASSERT_TRUE(decided);
    EXPECT_TRUE(std::holds_alternative<IncidentReopened>(decided->at(0).body.fact));
    EXPECT_TRUE(std::holds_alternative<UnitDispatched>(decided->at(1).body.fact));
}

TEST(DecideRecord, UnitsOfOtherAgenciesAreOtherUnits) {
    Board const board = aBoard().with(anIncident().receivedBy(police)).with(aUnit()).made();
    auto const decided = ask(board, deskOf(police), rowOn42(runWith({{Dispatched, sent}})));
    EXPECT_THAT(written(decided), ElementsAre(fact<UnitRegistered>("13:45"), fact<DutySet>("13:45"),
                                              fact<UnitDispatched>("13:45")));
}

TEST(DecideRecord, ARosterDescribesAKnownUnitAnew) {
    KeepRecord asked;
    asked.unit = crew();
    asked.unit->describes = true;
    asked.unit->home = code("ST-9");
    asked.unit->homeAddress = "Station Road 9";
    Board const board = aBoard().with(aUnit()).made();
    auto const decided = ask(board, deskOf(fire), asked);
    ASSERT_TRUE(decided);
    ASSERT_EQ(decided->size(), 1u);
    EXPECT_EQ(std::get<UnitChanged>(decided->at(0).body.fact).home, code("ST-9"));
    EXPECT_EQ(decided->at(0).restricted.joint->address, "Station Road 9");
    asked.unit->kind = code("ROCKET");
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::UnknownCode, {"ROCKET"}));
    asked.unit->kind = code("ENGINE");
    asked.unit->homeAddress = std::string(600, 'x');
    EXPECT_FALSE(ask(board, deskOf(fire), asked));
    asked.unit->describes = false;
    EXPECT_THAT(written(ask(board, deskOf(fire), asked)), IsEmpty());
}

TEST(DecideRecord, ANewerVersionsStreamIsLeftAlone) {
    Board const board = aBoard().with(anIncident().receivedBy(fire)).with(aUnit().readOnly()).made();
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), rowOn42(runWith({{Dispatched, sent}}))),
                        RefusalCode::ReadOnlyStream, {"E07"}));
}

} // namespace
} // namespace ob::core
