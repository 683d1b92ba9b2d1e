// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/preview.h"

#include "tests/support/desk_givens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace ob::core {
namespace {

using test::DeskGivens;
using testing::ElementsAre;
using testing::IsEmpty;

template<class Part>
std::vector<Part> partsOf(Preview const& preview) {
    std::vector<Part> parts;
    for (PreviewPart const& each : preview.parts)
        if (auto const* const part = std::get_if<Part>(&each)) parts.push_back(*part);
    return parts;
}

std::string shown(Preview const& preview) {
    if (!preview.refusal) return "no refusal";
    std::string text = "refusal " + std::to_string(static_cast<int>(preview.refusal->code));
    for (std::string const& subject : preview.refusal->subjects)
        text += ' ' + subject;
    return text;
}

class PreviewTest : public testing::Test {
  protected:
    PreviewTest() {
        river = desk.addIncident(1042, "滨江路221");
        market = desk.addIncident(1057, "人民路9");
        e07 = desk.addUnit(DeskGivens::fire, "E07", {"FIRE-WATER"});
        e03 = desk.addUnit(DeskGivens::fire, "E03", {"FIRE-WATER"});
        a12 = desk.addUnit(DeskGivens::medical, "A12", {"MED-ALS"});
        p1 = desk.addUnit(DeskGivens::police, "P1", {"PATROL"});
        desk.selected = river;
    }

    template<class Wanted>
    Wanted command(std::string_view line) {
        Preview const preview = desk.preview(line);
        EXPECT_TRUE(preview.command.has_value()) << line << ": " << shown(preview);
        if (!preview.command) return {};
        auto const* const intent = std::get_if<Wanted>(&preview.command->intent);
        EXPECT_NE(intent, nullptr) << line;
        return intent == nullptr ? Wanted{} : *intent;
    }
    Refusal refusal(std::string_view line) {
        Preview const preview = desk.preview(line);
        EXPECT_FALSE(preview.command.has_value()) << line;
        EXPECT_TRUE(preview.refusal.has_value()) << line;
        return preview.refusal.value_or(Refusal{});
    }
    Instant localTime(int hour, int minute) { return desk.zone.lastLocal(hour, minute, desk.context.now); }

    DeskGivens desk;
    IncidentId river, market;
    UnitId e07, e03, a12, p1;
};

TEST_F(PreviewTest, NewIncidentWithUnitsInOneLine) {
    auto const preview = desk.preview("NI 火警 沿江大道 18 p2 +消E03 /三楼有人");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const& opening = std::get<OpenIncident>(preview.command->intent);
    EXPECT_EQ(opening.type.text(), "FIRE-STRUCT");
    EXPECT_EQ(opening.address, "沿江大道 18");
    EXPECT_EQ(opening.priority, Priority::P2);
    EXPECT_EQ(opening.text, "三楼有人");
    EXPECT_THAT(opening.units, ElementsAre(e03));
    EXPECT_EQ(opening.number, desk.context.nextNumber);
    EXPECT_EQ(partsOf<part::OpensIncident>(preview).front().priority, Priority::P2);
    EXPECT_EQ(partsOf<part::SendsUnit>(preview).front().unit, e03);
    EXPECT_THAT(partsOf<part::PossibleDuplicate>(preview), IsEmpty());
}

TEST_F(PreviewTest, NewIncidentTakesThePriorityOfItsType) {
    auto const preview = desk.preview("接警 structure fire Harbour Road 18");
    ASSERT_TRUE(preview.command) << shown(preview);
    EXPECT_EQ(std::get<OpenIncident>(preview.command->intent).address, "Harbour Road 18");
    EXPECT_EQ(partsOf<part::OpensIncident>(preview).front().priority, Priority::P1);
    EXPECT_EQ(refusal("NI 火警"), (Refusal{RefusalCode::MissingArgument, {"place"}}));
    EXPECT_EQ(refusal("NI"), (Refusal{RefusalCode::MissingArgument, {"type"}}));
    EXPECT_EQ(refusal("NI 火警 沿江大道18 p5").code, RefusalCode::BadArgument);
    EXPECT_EQ(refusal("NI 火警 沿江大道18 p1 东门").code, RefusalCode::UnexpectedArgument);
    EXPECT_EQ(refusal("NI 不明 沿江大道18").code, RefusalCode::UnknownType);
}

TEST_F(PreviewTest, NewIncidentShowsWhatItMayRepeat) {
    auto const preview = desk.preview("NI 火警 滨江路221 p1 +消E03");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const duplicates = partsOf<part::PossibleDuplicate>(preview);
    ASSERT_EQ(duplicates.size(), 1u);
    EXPECT_EQ(duplicates.front().incident.id, river);
    EXPECT_THAT(preview.ambers, testing::Contains(Amber::PossibleDuplicate));
    EXPECT_TRUE(preview.wantsSecondEnter());
}

TEST_F(PreviewTest, CallIsAddedToItsIncident) {
    auto const call = command<AddCall>("AC 1057 13800001234 /二楼有人");
    EXPECT_EQ(call.incident, market);
    EXPECT_EQ(call.caller.phone, "13800001234");
    EXPECT_EQ(call.text, "二楼有人");
    EXPECT_EQ(refusal("AC 1057").code, RefusalCode::MissingArgument);
    EXPECT_EQ(refusal("AC 1057 张三").code, RefusalCode::BadArgument);
}

TEST_F(PreviewTest, TakeShowsWhoHandlesItNow) {
    desk.changeIncident(market, [](Incident& each) {
        each.handler = *Code::of("PD-2");
        each.handlerAgency = DeskGivens::police;
    });
    auto const preview = desk.preview("接办 1057");
    ASSERT_TRUE(preview.command) << shown(preview);
    EXPECT_EQ(partsOf<part::Takes>(preview).front().from.text(), "PD-2");
    EXPECT_THAT(preview.ambers, ElementsAre(Amber::HeldByOther));
    EXPECT_THAT(desk.preview("TAKE 042").ambers, IsEmpty());
}

TEST_F(PreviewTest, PriorityIsSetOnTheSelectedIncident) {
    EXPECT_EQ(command<SetPriority>("P . 3").priority, Priority::P3);
    EXPECT_EQ(command<SetPriority>("定级 . p3").incident, river);
    EXPECT_EQ(refusal("P . 5").code, RefusalCode::BadArgument);
    EXPECT_EQ(refusal("P .").code, RefusalCode::MissingArgument);
}

TEST_F(PreviewTest, NoteIsRecordedAtTheTypedTime) {
    auto const preview = desk.preview("N . 有危化品 @2140");
    ASSERT_TRUE(preview.command) << shown(preview);
    EXPECT_EQ(std::get<AddNote>(preview.command->intent).text, "有危化品");
    EXPECT_EQ(preview.command->occurredAt, localTime(21, 40));
    EXPECT_EQ(partsOf<part::RecordedAt>(preview).front().at, localTime(21, 40));
    EXPECT_FALSE(desk.preview("N . 有危化品").command->occurredAt);
    EXPECT_EQ(command<AddNote>("备注 . /有危化品").text, "有危化品");
    EXPECT_EQ(refusal("N .").code, RefusalCode::MissingArgument);
    EXPECT_EQ(refusal("N . /").code, RefusalCode::MissingArgument);
}

TEST_F(PreviewTest, TimeOfDayNeverLiesInTheFuture) {
    desk.context.now = *Instant::ofIso8601("2026-11-21T16:05:00Z"); // 00:05 local
    auto const preview = desk.preview("N . 有危化品 @2355");
    ASSERT_TRUE(preview.command) << shown(preview);
    EXPECT_EQ(preview.command->occurredAt, *Instant::ofIso8601("2026-11-21T15:55:00Z"));
    EXPECT_EQ(desk.preview("N . 有危化品 @0005").command->occurredAt, desk.context.now);
    EXPECT_EQ(refusal("N . 有危化品 @0006").code, RefusalCode::BeforeOpening) << "of yesterday";
}

TEST_F(PreviewTest, DispatchSaysHowOldThePositionIs) {
    desk.fix(e07, *Instant::ofMilliseconds(desk.context.now.milliseconds() - 8000));
    auto const preview = desk.preview("D 消E07,A12 042");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const& sending = std::get<DispatchUnits>(preview.command->intent);
    EXPECT_THAT(sending.units, ElementsAre(e07, a12));
    EXPECT_EQ(sending.incident, river);
    auto const sent = partsOf<part::SendsUnit>(preview);
    ASSERT_EQ(sent.size(), 2u);
    EXPECT_EQ(sent[0].fixAge->value, Duration::ofSeconds(8));
    EXPECT_FALSE(sent[1].fixAge) << "unknown";
    EXPECT_EQ(partsOf<part::Destination>(preview).front().address, "滨江路221");
    EXPECT_THAT(preview.ambers, ElementsAre(Amber::OtherAgencysUnit));
}

TEST_F(PreviewTest, EverySpellingMeansTheSame) {
    auto const meant = meaningOf(desk.preview("D 消E07,A12 042"));
    for (char const* const line : {"派消E07,A12 042", "pd 消e07，a12 ０４２", "Ｄ　消Ｅ０７、Ａ１２　.",
                                   "d fd-e07 , em-a12 1042", "派 消-E07, A12 20261121-1042"})
        EXPECT_EQ(meaningOf(desk.preview(line)), meant) << line << shown(desk.preview(line));
    EXPECT_NE(meaningOf(desk.preview("D A12,消E07 057")), meant);
}

TEST_F(PreviewTest, DispatchWarnsOfBusyConditionalAndStaleUnits) {
    desk.assign(p1, market);
    EXPECT_THAT(desk.preview("D P1 042").ambers, ElementsAre(Amber::BusyUnit));
    EXPECT_EQ(partsOf<part::AlreadyEngaged>(desk.preview("D P1 042")).front().incident.id, market);

    auto const ready = desk.addUnit(DeskGivens::police, "P2", {}, DutyState::Conditional);
    EXPECT_THAT(desk.preview("D P2 042").ambers, ElementsAre(Amber::ConditionalUnit));
    desk.fix(ready, *Instant::ofMilliseconds(desk.context.now.milliseconds() - 300'000));
    EXPECT_THAT(desk.preview("D P2 042").ambers, ElementsAre(Amber::ConditionalUnit, Amber::StaleFix));
}

TEST_F(PreviewTest, UnitOfAnAgencyThatGrantedNothingMustBeAskedFor) {
    auto const survey = desk.addUnit(DeskGivens::ecology, "C1");
    auto const preview = desk.preview("D C1 042");
    EXPECT_EQ(preview.refusal->code, RefusalCode::DispatchNotGranted);
    EXPECT_THAT(partsOf<part::WouldBeRequest>(preview),
                ElementsAre(part::WouldBeRequest{survey, DeskGivens::ecology}));
}

TEST_F(PreviewTest, PlanDoesNotOccupyTheUnit) {
    EXPECT_THAT(command<PlanUnits>("预派 消E07 042").units, ElementsAre(e07));
    EXPECT_EQ(command<PlanUnits>("PLAN 消E07 042").incident, river);
}

TEST_F(PreviewTest, DiversionSaysWhatTheOldIncidentLoses) {
    desk.assign(a12, river);
    desk.assign(e07, river);
    auto const preview = desk.preview("DV A12 1057");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const& diversion = std::get<DivertUnit>(preview.command->intent);
    EXPECT_EQ(diversion.from, river);
    EXPECT_EQ(diversion.to, market);
    EXPECT_EQ(partsOf<part::UnitLeaves>(preview).front().incident.id, river);
    auto const lost = partsOf<part::LosesLast>(preview);
    ASSERT_EQ(lost.size(), 1u);
    EXPECT_EQ(lost.front().capability.text(), "MED-ALS");
    EXPECT_EQ(command<DivertUnit>("gai A12 042 1057").from, river);
    desk.assign(desk.addUnit(DeskGivens::medical, "A13", {"MED-ALS"}), river);
    EXPECT_THAT(partsOf<part::LosesLast>(desk.preview("DV A12 1057")), IsEmpty());
}

TEST_F(PreviewTest, ReleaseSaysThatTheCrewMustBeTold) {
    desk.assign(e07, river, AssignmentState::EnRoute);
    auto const preview = desk.preview("REL 消E07 误派");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const& releasing = std::get<ReleaseUnits>(preview.command->intent);
    EXPECT_EQ(releasing.incident, river);
    EXPECT_EQ(releasing.reason.text(), "MISTAKE");
    EXPECT_EQ(partsOf<part::MustBeTold>(preview).size(), 1u);
    EXPECT_EQ(command<ReleaseUnits>("撤派 消E07 042 Sent by mistake").reason.text(), "MISTAKE");
    EXPECT_EQ(refusal("REL 消E07").code, RefusalCode::MissingArgument);
    EXPECT_FALSE(desk.preview("REL 消E07").candidates.empty());
    EXPECT_EQ(refusal("REL 消E07 不想").code, RefusalCode::UnknownCode);
}

TEST_F(PreviewTest, MilestoneNeedsNoIncidentWhenThereIsOnlyOne) {
    desk.assign(e07, river, AssignmentState::EnRoute);
    auto const preview = desk.preview("OS 消E07 @2140");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const& reaching = std::get<ReachMilestone>(preview.command->intent);
    EXPECT_EQ(reaching.incident, river);
    EXPECT_EQ(reaching.milestone, AssignmentState::OnScene);
    EXPECT_FALSE(reaching.correction);
    EXPECT_EQ(preview.command->occurredAt, localTime(21, 40));
    EXPECT_EQ(refusal("OS 消E03").code, RefusalCode::UnitNotAssigned);
    desk.assign(e07, market);
    EXPECT_EQ(refusal("到场 消E07").code, RefusalCode::UnitAssignedTwice);
    EXPECT_EQ(command<ReachMilestone>("dao 消E07 057").incident, market);
}

TEST_F(PreviewTest, EveryMilestoneHasItsVerb) {
    desk.assign(e07, river);
    struct Case {
        char const* line;
        AssignmentState milestone;
    };
    for (auto const& [line, milestone] : {Case{"ACK 消E07", AssignmentState::Acknowledged},
                                          {"接令消E07", AssignmentState::Acknowledged},
                                          {"chu 消E07", AssignmentState::EnRoute},
                                          {"STG 消E07 .", AssignmentState::Staged},
                                          {"集结消E07", AssignmentState::Staged},
                                          {"到场消E07", AssignmentState::OnScene},
                                          {"zy 消E07", AssignmentState::Transporting},
                                          {"送达 消E07", AssignmentState::AtDestination}})
        EXPECT_EQ(command<ReachMilestone>(line).milestone, milestone) << line;
}

TEST_F(PreviewTest, GoingBackIsAmber) {
    desk.assign(e07, river, AssignmentState::OnScene);
    auto const preview = desk.preview("EN 消E07");
    ASSERT_TRUE(preview.command) << shown(preview);
    EXPECT_TRUE(std::get<ReachMilestone>(preview.command->intent).correction);
    EXPECT_THAT(preview.ambers, testing::Contains(Amber::Backward));
    EXPECT_EQ(refusal("OS 消E07").code, RefusalCode::AlreadyReached);
    EXPECT_TRUE(command<ReachMilestone>("OS 消E07 @2145").correction) << "another time for it";
}

TEST_F(PreviewTest, ClearSaysWhoIsLeft) {
    desk.assign(e07, river, AssignmentState::OnScene);
    desk.assign(a12, river, AssignmentState::OnScene);
    auto const preview = desk.preview("CL 消E07 扑灭");
    ASSERT_TRUE(preview.command) << shown(preview);
    EXPECT_EQ(std::get<ClearUnits>(preview.command->intent).disposition.text(), "EXTINGUISHED");
    EXPECT_EQ(partsOf<part::RemainingUnits>(preview).front().count, 1u);
    EXPECT_EQ(refusal("完毕 消E07").code, RefusalCode::MissingArgument);
}

TEST_F(PreviewTest, DutyVerbs) {
    auto const off = desk.preview("OOS P1 故障 2h");
    ASSERT_TRUE(off.command) << shown(off);
    auto const& setting = std::get<SetDuty>(off.command->intent);
    EXPECT_EQ(setting.duty, DutyState::Unavailable);
    EXPECT_EQ(setting.reason.text(), "MECHANICAL");
    EXPECT_EQ(setting.until, desk.context.now + Duration::ofMinutes(120));
    EXPECT_EQ(partsOf<part::UntilTime>(off).front().length, Duration::ofMinutes(120));
    EXPECT_EQ(command<SetDuty>("停勤P1 Vehicle defect 90分钟").until,
              desk.context.now + Duration::ofMinutes(90));
    EXPECT_EQ(command<SetDuty>("下勤 P1").duty, DutyState::OffDuty);
    EXPECT_EQ(command<SetDuty>("COND P1 15m").recall, Duration::ofMinutes(15));
    EXPECT_EQ(command<SetDuty>("可调用P1 1小时").duty, DutyState::Conditional);
    EXPECT_EQ(refusal("COND P1").code, RefusalCode::MissingArgument);
    EXPECT_EQ(refusal("COND P1 soon").code, RefusalCode::BadArgument);
    EXPECT_EQ(refusal("OOS 消E07 故障").code, RefusalCode::NotOwnAgency);
    desk.changeUnit(p1, [](Unit& each) { each.duty = DutyState::OffDuty; });
    EXPECT_EQ(command<SetDuty>("上勤 P1 6人 12h").duty, DutyState::Available);
    EXPECT_EQ(command<SetDuty>("dm P1").duty, DutyState::Available);
}

TEST_F(PreviewTest, LogOnSaysWhoWithWhatForHowLong) {
    desk.changeUnit(p1, [](Unit& each) { each.duty = DutyState::OffDuty; });
    auto const on = desk.preview("ON P1 6人 12h +破拆,HAZMAT #京A12345 /张、李");
    ASSERT_TRUE(on.command) << shown(on);
    auto const& shift = std::get<SetDuty>(on.command->intent);
    EXPECT_EQ(shift.crew, 6u);
    EXPECT_EQ(shift.shiftEnd, desk.context.now + Duration::ofMinutes(720));
    EXPECT_FALSE(shift.until);
    EXPECT_EQ(shift.capabilities, (std::vector<Code>{*Code::of("RESCUE-TECH"), *Code::of("HAZMAT")}));
    EXPECT_EQ(shift.vehicle, "京A12345");
    EXPECT_EQ(shift.crewNames, "张、李");
    EXPECT_EQ(partsOf<part::ShiftEnds>(on).front().length, Duration::ofMinutes(720));
    EXPECT_EQ(command<SetDuty>("上勤 P1 #7 8小时 4c").vehicle, "7") << "in any order";
    EXPECT_EQ(refusal("ON P1 +magic").code, RefusalCode::UnknownCode);
    EXPECT_EQ(refusal("ON P1 #").code, RefusalCode::MissingArgument);
    EXPECT_EQ(refusal("ON P1 6人 6人").code, RefusalCode::UnexpectedArgument);
}

TEST_F(PreviewTest, AChangeOfTheShiftSaysThatTheUnitStaysWhatItIs) {
    desk.changeUnit(p1, [](Unit& each) {
        each.duty = DutyState::Unavailable;
        each.dutyReason = *Code::of("MEAL");
        each.vehicle = "7";
        each.shiftCapabilities = {*Code::of("HAZMAT")};
    });
    auto const changed = partsOf<part::ChangesDuty>(desk.preview("ON P1 5人")).front();
    EXPECT_EQ(changed.from, DutyState::Unavailable);
    EXPECT_EQ(changed.to, DutyState::Unavailable);
    EXPECT_EQ(partsOf<part::ChangesDuty>(desk.preview("ON P1")).front().to, DutyState::Available);
    EXPECT_EQ(command<SetDuty>("ON P1 #-").vehicle, "-");
    EXPECT_EQ(command<SetDuty>("ON P1 +-").capabilities, std::vector<Code>{*Code::of("-")});
}

TEST_F(PreviewTest, DistressIsRaisedByOneWordAndEndedByAReason) {
    desk.assign(p1, river);
    auto const raised = desk.preview("EMG P1");
    ASSERT_TRUE(raised.command) << shown(raised);
    EXPECT_EQ(std::get<RaiseDistress>(raised.command->intent).unit, p1);
    EXPECT_EQ(partsOf<part::RaisesDistress>(raised).front().incident->id, river);
    EXPECT_EQ(command<RaiseDistress>("遇险P1 /呼叫不应").text, "呼叫不应");
    EXPECT_EQ(refusal("SAFE P1"), (Refusal{RefusalCode::ReasonRequired, {"SAFE"}}));
    EXPECT_EQ(refusal("SAFE P1 通话确认").code, RefusalCode::UnitNotInDistress);
    desk.changeUnit(p1, [&](Unit& each) {
        each.distress = Distress{.id = {}, .raisedAt = desk.context.now, .incident = river};
    });
    auto const safe = desk.preview("解除 P1 通话确认 /均安全");
    ASSERT_TRUE(safe.command) << shown(safe);
    EXPECT_EQ(std::get<EndDistress>(safe.command->intent).text, "通话确认 均安全");
}

TEST_F(PreviewTest, RollCallAsksAllOrSome) {
    desk.assign(e07, river);
    desk.assign(p1, river);
    auto const preview = desk.preview("PAR 042");
    ASSERT_TRUE(preview.command) << shown(preview);
    EXPECT_EQ(partsOf<part::ChecksWelfare>(preview).front().units.size(), 2u);
    EXPECT_TRUE(std::get<CheckWelfare>(preview.command->intent).units.empty());
    auto const silent = command<CheckWelfare>("点名 042 消E07 无应答");
    EXPECT_THAT(silent.units, ElementsAre(e07));
    EXPECT_FALSE(silent.answered);
}

TEST_F(PreviewTest, NoDuffFreezesADrill) {
    EXPECT_EQ(refusal("NODUFF").code, RefusalCode::NotDrill);
    desk.context.drill = true;
    EXPECT_FALSE(command<DeclareNoDuff>("实情").ended);
    EXPECT_TRUE(partsOf<part::FreezesDrill>(desk.preview("NODUFF end")).front().ended);
}

TEST_F(PreviewTest, VoiceSaysWhoWasTold) {
    desk.assign(e07, river);
    auto const told = command<RecordDelivery>("VOICE 消E07 周");
    EXPECT_EQ(told.unit, e07);
    EXPECT_EQ(told.incident, river);
    EXPECT_EQ(told.contact, "周");
    EXPECT_EQ(refusal("dh 消E07").code, RefusalCode::MissingArgument);
    EXPECT_EQ(refusal("VOICE r17 周").code, RefusalCode::VerbNotYet);
}

TEST_F(PreviewTest, LeadIsOfferedAndAccepted) {
    auto const preview = desk.preview("LD 042 消防 抢险");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const& offering = std::get<OfferLead>(preview.command->intent);
    EXPECT_EQ(offering.agency, DeskGivens::fire);
    EXPECT_EQ(offering.phase.text(), "RESCUE");
    EXPECT_EQ(partsOf<part::StaysResponsible>(preview).front().agency, DeskGivens::police);
    EXPECT_EQ(command<OfferLead>("qt 042 消").agency, DeskGivens::fire);
    EXPECT_EQ(refusal("LD 042 海关").code, RefusalCode::UnknownAgency);
    EXPECT_EQ(refusal("AY 042").code, RefusalCode::NotOffered);
    desk.changeIncident(river, [](Incident& each) {
        each.leadOffers.push_back({.id = {}, .agency = DeskGivens::police, .phase = {}});
    });
    EXPECT_EQ(command<AcceptLead>("承接 042").incident, river);
    EXPECT_EQ(refusal("AY r17").code, RefusalCode::VerbNotYet);
}

TEST_F(PreviewTest, ReferralWaitsForItsReceiver) {
    auto const preview = desk.preview("REFER 042 12345 非紧急 #WO-77");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const& referring = std::get<ReferIncident>(preview.command->intent);
    EXPECT_EQ(referring.target.text(), "12345");
    EXPECT_EQ(referring.reason.text(), "NOT-URGENT");
    EXPECT_EQ(referring.outsideNumber.text(), "WO-77");
    EXPECT_EQ(partsOf<part::Refers>(preview).size(), 1u);
    EXPECT_EQ(refusal("REFER 042 99999").code, RefusalCode::UnknownCode);
}

TEST_F(PreviewTest, IncidentsAreLinkedMergedAndSplit) {
    EXPECT_EQ(command<LinkIncidents>("LK 1057 1042").other, river);
    EXPECT_EQ(refusal("MERGE 1057 1042"), (Refusal{RefusalCode::ReasonRequired, {"MERGE"}}));
    desk.assign(e07, market);
    desk.assign(a12, market);
    auto const preview = desk.preview("并入 1057 1042 同一起火点");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const merges = partsOf<part::Merges>(preview);
    ASSERT_EQ(merges.size(), 1u);
    EXPECT_EQ(merges.front().kept.id, river);
    EXPECT_EQ(merges.front().movedUnits, 2u);
    desk.mergeInto(market, river);
    auto const merged = desk.preview("D P1 1057");
    EXPECT_THAT(merged.ambers, ElementsAre(Amber::MergedNumber));
    EXPECT_EQ(std::get<DispatchUnits>(merged.command->intent).incident, river);
    EXPECT_EQ(refusal("SPLIT 1057").code, RefusalCode::ReasonRequired);
    EXPECT_EQ(command<SplitIncident>("SPLIT 1057 两处起火").absorbed, market);
}

TEST_F(PreviewTest, ClosingSaysWhatIsLeftAndWhoChecks) {
    auto const preview = desk.preview("CLOSE 042 扑灭 /余火已清");
    ASSERT_TRUE(preview.command) << shown(preview);
    auto const closes = partsOf<part::Closes>(preview).front();
    EXPECT_EQ(closes.openWork, 0u);
    EXPECT_FALSE(closes.needsCheck);
    EXPECT_EQ(std::get<CloseIncident>(preview.command->intent).text, "余火已清");
    desk.assign(e07, river, AssignmentState::Planned);
    EXPECT_EQ(refusal("CLOSE 042 扑灭"), (Refusal{RefusalCode::ReasonRequired, {"CLOSE"}}));
    EXPECT_EQ(command<CloseIncident>("结案 042 扑灭 /不再需要").code.text(), "EXTINGUISHED");
    desk.assign(e03, river);
    EXPECT_EQ(refusal("CLOSE 042 扑灭").code, RefusalCode::ActiveAssignments);
    EXPECT_EQ(refusal("CLOSE 1057").code, RefusalCode::MissingArgument);
}

TEST_F(PreviewTest, FinishedIncidentsAreReopenedAndMistakesStruckOut) {
    auto const closed = desk.addIncident(1060, "江边", IncidentState::Closed);
    EXPECT_EQ(command<ReopenIncident>("REOPEN 1060 复燃").incident, closed);
    EXPECT_EQ(command<ReopenIncident>("重开 20261121-1060 /家属要求").text, "家属要求");
    EXPECT_EQ(refusal("REOPEN 1060"), (Refusal{RefusalCode::ReasonRequired, {"REOPEN"}}));
    EXPECT_EQ(refusal("REOPEN 042").code, RefusalCode::UnknownIncident);
    EXPECT_EQ(command<VoidIncident>("VOID 1057 误建").reason.text(), "MISTAKE");
}

TEST_F(PreviewTest, RefusalByTheUnitNeedsACode) {
    desk.assign(p1, river);
    EXPECT_EQ(command<RefuseAssignment>("未能出动 P1 车辆故障").reason.text(), "MECHANICAL");
    EXPECT_EQ(refusal("REFUSE P1").code, RefusalCode::MissingArgument);
}

TEST_F(PreviewTest, FindGoAndHelpAreQuestions) {
    auto const find = desk.preview("查滨江路 火警");
    ASSERT_TRUE(find.query);
    EXPECT_EQ(find.query->text, "滨江路 火警");
    EXPECT_FALSE(find.command);
    EXPECT_EQ(desk.preview("GO 消E07").query->unit, e07);
    EXPECT_EQ(desk.preview("定位 042").query->incident, river);
    EXPECT_EQ(desk.preview("GO 滨江路 221").query->text, "滨江路 221");
    EXPECT_EQ(desk.preview("? 派").query->verb, Verb::Dispatch);
    EXPECT_FALSE(desk.preview("?").query->verb);
    EXPECT_EQ(desk.preview("FIND").refusal->code, RefusalCode::MissingArgument);
    EXPECT_EQ(desk.preview("? 什么").refusal->code, RefusalCode::UnknownVerb);
}

TEST_F(PreviewTest, LaterVerbsAreNamedAsSuch) {
    for (VerbSpec const& spec : verbTable()) {
        if (spec.stage == Stage::Now) continue;
        EXPECT_EQ(refusal(spec.example), (Refusal{RefusalCode::VerbNotYet, {std::string(spec.word)}}))
            << spec.example;
    }
    EXPECT_EQ(refusal("DX 042").code, RefusalCode::UnknownVerb);
    EXPECT_FALSE(desk.preview("CLO").candidates.empty());
}

TEST_F(PreviewTest, WhatIsLeftOverIsRefused) {
    EXPECT_EQ(refusal("TAKE 042 057"), (Refusal{RefusalCode::UnexpectedArgument, {"057"}}));
    EXPECT_EQ(refusal("TAKE 042 /赶快"), (Refusal{RefusalCode::UnexpectedArgument, {"/"}}));
    EXPECT_EQ(refusal("D 消E07 042 推荐 多余").code, RefusalCode::UnknownCode);
    EXPECT_EQ(command<DispatchUnits>("D 消E07 042 就近").reason.text(), "NEAREST");
}

} // namespace
} // namespace ob::core
