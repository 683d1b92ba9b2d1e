// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/board_builder.h"
#include "tests/support/decisions.h"

namespace ob::core {
namespace {

constexpr auto n42 = "20261121-0042";
IncidentId const i42 = incidentId(n42);
UnitId const e07 = unitId("E07");

OpenIncident fireAt(std::string address) {
    OpenIncident asked;
    asked.type = code("FIRE-STRUCT");
    asked.address = std::move(address);
    return asked;
}

TEST(DecideOpening, WritesEachFieldIntoItsPart) {
    auto asked = fireAt("滨江路221");
    asked.place = GeoPoint::ofDegrees(30.2, 120.1);
    asked.district = code("330102");
    asked.channel = Channel::Radio;
    asked.caller = {.name = "王", .phone = "13800001234"};
    asked.text = "二楼有人";
    asked.receivedAt = instant("2026-11-21T13:59:00Z");
    asked.sourceId = code("CAD-7");
    auto const decided = ask(Board(), deskOf(police, {Role::CallTaker}), asked);

    IncidentOpened expected;
    expected.number = *IncidentNumber::of(20261121, 99);
    expected.type = asked.type;
    expected.priority = Priority::P1;
    expected.channel = Channel::Radio;
    expected.members = {police, fire, medical};
    expected.district = asked.district;
    expected.sourceId = asked.sourceId;
    expected.receivedAt = asked.receivedAt;
    ASSERT_TRUE(writes(decided, {{{}, expected}}));
    RestrictedParts const& parts = decided->front().restricted;
    EXPECT_EQ(parts.joint,
              (JointPart{.address = "滨江路221", .place = asked.place, .text = "二楼有人", .audience = {}}));
    EXPECT_EQ(
        parts.personal,
        (PersonalPart{.callerName = "王", .callerPhone = "13800001234", .contactName = {}, .text = {}}));
    EXPECT_EQ(parts.own, (OwnPart{.operatorName = "Li", .text = {}}));
    EXPECT_FALSE(parts.sealed);
}

TEST(DecideOpening, TypeAndPlaceAreEnough) {
    auto byPoint = fireAt("");
    byPoint.place = GeoPoint::ofDegrees(30.2, 120.1);
    EXPECT_TRUE(ask(Board(), deskOf(police), byPoint));
    auto const byAddress = ask(Board(), deskOf(police), fireAt("滨江路221"));
    ASSERT_TRUE(byAddress);
    EXPECT_FALSE(byAddress->front().restricted.personal) << "no empty parts";
    auto chosen = fireAt("滨江路221");
    chosen.priority = Priority::P4;
    EXPECT_EQ(std::get<IncidentOpened>(ask(Board(), deskOf(police), chosen)->front().body.fact).priority,
              Priority::P4);
    auto nobody = deskOf(police);
    nobody.operatorName.clear();
    EXPECT_FALSE(ask(Board(), nobody, byPoint)->front().restricted.own);
}

TEST(DecideOpening, DispatchesInTheSameBatch) {
    auto asked = fireAt("滨江路221");
    asked.units = {e07, unitId("E03")};
    auto const board =
        aBoard().with(aUnit("E07")).with(aUnit("E03")).with(aUnit("E08").on(DutyState::OffDuty)).made();
    auto const decided = ask(board, deskOf(fire), asked);
    ASSERT_TRUE(decided && decided->size() == 3);
    EXPECT_TRUE((*decided)[0].stream.isNil());
    for (std::size_t at : {1u, 2u}) {
        EXPECT_EQ((*decided)[at].stream, StreamId::ofDraft(0));
        EXPECT_EQ(std::get<UnitDispatched>((*decided)[at].body.fact).unit, asked.units[at - 1]);
    }
    EXPECT_TRUE(refuses(ask(board, deskOf(police), asked), RefusalCode::DispatchNotGranted, {"消E07", "FD"}));
    EXPECT_EQ(ask(board, deskOf(fire, {Role::CallTaker}), asked).error().code, RefusalCode::RoleRequired);
    asked.units = {unitId("E08")};
    EXPECT_TRUE(refuses(ask(board, deskOf(fire), asked), RefusalCode::UnitOffDuty, {"消E08"}));
}

TEST(DecideOpening, RefusesWhatIsNotFit) {
    auto const board = aBoard().with(anIncident(n42)).made();
    auto const desk = deskOf(police);
    EXPECT_TRUE(refuses(ask(board, desk, fireAt("")), RefusalCode::MissingArgument, {"address"}));
    EXPECT_TRUE(refuses(ask(board, desk, fireAt(std::string(513, 'x'))), RefusalCode::LimitReached,
                        {"address", "512"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(police, {Role::Auditor}), fireAt("x")), RefusalCode::RoleRequired,
                        {"callTaker", "dispatcher", "supervisor"}));
    auto asked = fireAt("滨江路221");
    asked.text.assign(16'385, 'x');
    EXPECT_TRUE(refuses(ask(board, desk, asked), RefusalCode::LimitReached, {"text", "16384"}));
    asked = fireAt("滨江路221");
    asked.caller.name = std::string(257, 'x');
    EXPECT_TRUE(refuses(ask(board, desk, asked), RefusalCode::LimitReached, {"name", "256"}));
    asked = fireAt("滨江路221");
    asked.caller.phone = std::string(257, '1');
    EXPECT_TRUE(refuses(ask(board, desk, asked), RefusalCode::LimitReached, {"phone", "256"}));
    asked = fireAt("滨江路221");
    asked.type = code("FIRE-STRUC");
    auto const unknown = ask(board, desk, asked);
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, RefusalCode::UnknownType);
    EXPECT_EQ(unknown.error().subjects.at(1), "FIRE-STRUCT") << "what comes near follows";
    asked = fireAt("滨江路221");
    asked.receivedAt = instant("2026-11-21T14:00:01Z");
    EXPECT_TRUE(refuses(ask(board, desk, asked), RefusalCode::InTheFuture, {"2026-11-21T14:00:01.000Z"}));
    asked = fireAt("滨江路221");
    asked.number = IncidentNumber::parse(n42);
    EXPECT_TRUE(refuses(ask(board, desk, asked), RefusalCode::NumberTaken, {n42}));
    auto exhausted = desk;
    exhausted.nextNumber = {};
    EXPECT_TRUE(refuses(ask(board, exhausted, fireAt("x")), RefusalCode::NumbersExhausted, {"20261121"}));
}

TEST(DecideIntake, WhatMayStillBeWrittenInWhichState) {
    using enum IncidentState;
    struct Row {
        Intent intent;
        std::vector<IncidentState> allowed;
    };
    AddCall call{.incident = i42, .caller = {}, .channel = Channel::Phone, .text = "又来电"};
    for (Row const& row : {
             Row{call, {Open, Resolved, Closed, Referred}},
             Row{AddNote{i42, "有危化品"}, {Open, Resolved, Closed, Referred, Voided}},
             Row{TakeIncident{i42}, {Open, Resolved}},
             Row{SetPriority{i42, Priority::P1}, {Open, Resolved}},
             Row{SetType{i42, code("HAZ-LEAK")}, {Open, Resolved}},
             Row{SetPlace{i42, "滨江路223", {}, {}}, {Open, Resolved}},
         })
        for (auto const state : {Open, Resolved, Closed, Merged, Referred, Voided}) {
            auto const board = aBoard().with(anIncident().in(state)).made();
            auto const decided = ask(board, deskOf(police), row.intent);
            if (std::find(row.allowed.begin(), row.allowed.end(), state) != row.allowed.end())
                EXPECT_TRUE(decided && decided->size() == 1 && decided->front().stream == i42)
                    << row.intent.index() << nameOf(state);
            else
                EXPECT_TRUE(
                    refuses(decided, RefusalCode::IncidentNotOpen, {n42, std::string(nameOf(state))}));
        }
}

TEST(DecideIntake, SayingTheSameAgainIsRefused) {
    auto const board = aBoard().with(anIncident().withPriority(Priority::P2).handledBy("D1", police)).made();
    EXPECT_TRUE(refuses(ask(board, deskOf(police), SetPriority{i42, Priority::P2}),
                        RefusalCode::AlreadyInState, {n42, "P2"}));
    EXPECT_TRUE(refuses(ask(board, deskOf(police), SetType{i42, code("FIRE-STRUCT")}),
                        RefusalCode::AlreadyInState, {n42, "FIRE-STRUCT"}));
    EXPECT_TRUE(
        refuses(ask(board, deskOf(police), TakeIncident{i42}), RefusalCode::AlreadyInState, {n42, "D1"}));
    EXPECT_TRUE(writes(ask(board, deskOf(fire), TakeIncident{i42}), {{i42, HandlerTaken{}}}))
        << "position D1 of another agency is another position";
}

TEST(DecideIntake, EachAgencyButTheFirstReceiverSaysOnceThatItHasSeen) {
    auto const board = aBoard().with(anIncident()).made();
    EXPECT_TRUE(writes(ask(board, deskOf(fire), NoteSeen{i42}), {{i42, IncidentSeen{}}}));
    EXPECT_TRUE(
        refuses(ask(board, deskOf(police), NoteSeen{i42}), RefusalCode::AlreadyInState, {n42, "seen"}))
        << "it took the call";
    auto const seen = aBoard().with(anIncident().seenBy(fire)).made();
    EXPECT_TRUE(refuses(ask(seen, deskOf(fire), NoteSeen{i42}), RefusalCode::AlreadyInState, {n42, "seen"}));
    EXPECT_TRUE(writes(ask(seen, deskOf(medical), NoteSeen{i42}), {{i42, IncidentSeen{}}}));
}

TEST(DecideIntake, TextsGoWhereTheyMayBeRead) {
    auto const board = aBoard().with(anIncident()).made();
    auto const joint = ask(board, deskOf(police), AddNote{i42, "有危化品", false});
    EXPECT_EQ(joint->front().restricted.joint->text, "有危化品");
    auto const own = ask(board, deskOf(police), AddNote{i42, "嫌疑人在逃", true});
    EXPECT_FALSE(own->front().restricted.joint);
    EXPECT_EQ(own->front().restricted.own, (OwnPart{.operatorName = "Li", .text = "嫌疑人在逃"}));
    auto const call = ask(
        board, deskOf(police),
        AddCall{
            .incident = i42, .caller = {.name = "王", .phone = ""}, .channel = Channel::App, .text = "烟大"});
    ASSERT_TRUE(writes(call, {{i42, CallAdded{Channel::App}}}));
    EXPECT_EQ(call->front().restricted.personal->callerName, "王");
    EXPECT_FALSE(call->front().restricted.personal->callerPhone);
    auto const place = ask(board, deskOf(police), SetPlace{i42, "滨江路223", {}, code("330102")});
    ASSERT_TRUE(writes(place, {{i42, PlaceSet{code("330102")}}}));
    EXPECT_EQ(place->front().restricted.joint->address, "滨江路223");
}

TEST(DecideIntake, AttachmentsStandInThePartOfTheirNote) {
    auto const board = aBoard().with(anIncident()).made();
    Attachment const photo{.hash = Hash{1}, .bytes = 5, .name = "1.jpg", .mediaType = "image/jpeg"};
    auto const joint = ask(board, deskOf(police), AddNote{i42, "", false, {photo}});
    EXPECT_EQ(joint->front().restricted.joint, (JointPart{.attachments = {photo}}));
    auto const own = ask(board, deskOf(police), AddNote{i42, "嫌疑人", true, {photo}});
    EXPECT_FALSE(own->front().restricted.joint);
    EXPECT_EQ(own->front().restricted.own,
              (OwnPart{.operatorName = "Li", .text = "嫌疑人", .attachments = {photo}}));
    Attachment odd = photo;
    odd.name = "../1.jpg";
    EXPECT_TRUE(refuses(ask(board, deskOf(police), AddNote{i42, "", false, {odd}}), RefusalCode::BadArgument,
                        {"attachment", "../1.jpg"}));
    std::vector<Attachment> const many(Attachment::maxOfNote + 1, photo);
    EXPECT_TRUE(refuses(ask(board, deskOf(police), AddNote{i42, "", false, many}), RefusalCode::LimitReached,
                        {"attachments", "16"}));
}

TEST(DecideIntake, MissingThingsAreNamed) {
    auto const board = aBoard().with(anIncident()).made();
    auto desk = deskOf(police);
    EXPECT_TRUE(refuses(ask(board, desk, AddNote{i42, ""}), RefusalCode::MissingArgument, {"text"}));
    EXPECT_TRUE(
        refuses(ask(board, desk, SetPlace{i42, "", {}, {}}), RefusalCode::MissingArgument, {"address"}));
    EXPECT_EQ(ask(board, desk, SetType{i42, code("NONSENSE")}).error().code, RefusalCode::UnknownType);
    desk.position = {};
    EXPECT_TRUE(refuses(ask(board, desk, TakeIncident{i42}), RefusalCode::MissingArgument, {"position"}));
}

} // namespace
} // namespace ob::core
