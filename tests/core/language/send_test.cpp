// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/preview.h"

#include "tests/support/desk_givens.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

using test::DeskGivens;

class Send : public testing::Test {
  protected:
    Send() {
        first = desk.addIncident(1042, "滨江路221");
        unit = desk.addUnit(DeskGivens::police, "P1");
    }
    std::optional<Repaint::Reason> repaint(Preview const& painted, std::string_view line,
                                           Enter enter = Enter::First) {
        auto const sending = send(painted, line, desk.surroundings(), enter);
        auto const* const repaint = std::get_if<Repaint>(&sending);
        return repaint == nullptr ? std::nullopt : std::optional(repaint->reason);
    }

    DeskGivens desk;
    IncidentId first;
    UnitId unit;
};

TEST_F(Send, SendsWhatIsPainted) {
    auto const painted = desk.preview("D P1 042");
    auto const sending = send(painted, "D P1 042", desk.surroundings());
    ASSERT_TRUE(std::holds_alternative<Command>(sending));
    EXPECT_EQ(std::get<DispatchUnits>(std::get<Command>(sending).intent).incident, first);
}

TEST_F(Send, RepaintsWhenASuffixMeansAnotherIncident) {
    auto const painted = desk.preview("D P1 042");
    desk.changeIncident(first, [](Incident& each) { each.state = IncidentState::Closed; });
    desk.addIncident(42, "人民路9");
    auto const sending = send(painted, "D P1 042", desk.surroundings());
    ASSERT_TRUE(std::holds_alternative<Repaint>(sending));
    EXPECT_EQ(std::get<Repaint>(sending).reason, Repaint::Reason::MeaningChanged);
    EXPECT_TRUE(std::get<Repaint>(sending).preview.command) << "the new meaning is there to be painted";
}

TEST_F(Send, RepaintsWhenASuffixBecomesAmbiguous) {
    auto const painted = desk.preview("D P1 042");
    desk.addIncident(42, "人民路9");
    EXPECT_EQ(repaint(painted, "D P1 042"), Repaint::Reason::MeaningChanged);
}

TEST_F(Send, RepaintsWhenTheUnitHasBecomeBusyOrTheAddressAnother) {
    auto painted = desk.preview("D P1 042");
    desk.changeIncident(first, [](Incident& each) { each.address = "滨江路212"; });
    EXPECT_EQ(repaint(painted, "D P1 042"), Repaint::Reason::MeaningChanged);
    painted = desk.preview("D P1 042");
    desk.assign(unit, desk.addIncident(1057, "人民路9"));
    EXPECT_EQ(repaint(painted, "D P1 042"), Repaint::Reason::MeaningChanged);
}

TEST_F(Send, RepaintsWhenTheSelectionOrTheLineIsAnother) {
    desk.selected = first;
    auto const painted = desk.preview("D P1 .");
    EXPECT_EQ(repaint(painted, "D P1"), Repaint::Reason::MeaningChanged);
    desk.selected = desk.addIncident(1057, "人民路9");
    EXPECT_EQ(repaint(painted, "D P1 ."), Repaint::Reason::MeaningChanged);
}

TEST_F(Send, RepaintsWhenTheTimeOfDayMovesToAnotherDay) {
    desk.context.now = *Instant::ofIso8601("2026-11-21T13:39:59Z"); // 21:39:59 local
    desk.changeIncident(first, [](Incident& each) { each.openedAt = Instant(); });
    auto const painted = desk.preview("N 042 有危化品 @2140");
    ASSERT_TRUE(painted.command);
    desk.context.now = *Instant::ofIso8601("2026-11-21T13:40:00Z");
    EXPECT_EQ(repaint(painted, "N 042 有危化品 @2140"), Repaint::Reason::MeaningChanged);
}

TEST_F(Send, AgesMayGrowMeanwhile) {
    desk.fix(unit, desk.context.now);
    auto const painted = desk.preview("D P1 042");
    desk.context.now = desk.context.now + Duration::ofSeconds(30);
    EXPECT_EQ(repaint(painted, "D P1 042"), std::nullopt);
    desk.context.now = desk.context.now + Duration::ofMinutes(5);
    EXPECT_EQ(repaint(painted, "D P1 042"), Repaint::Reason::MeaningChanged) << "the fix went stale";
    auto const service = desk.preview("OOS P1 故障 2h");
    auto const until = std::get<SetDuty>(service.command->intent).until;
    desk.context.now = desk.context.now + Duration::ofSeconds(30);
    auto const sending = send(service, "OOS P1 故障 2h", desk.surroundings());
    ASSERT_TRUE(std::holds_alternative<Command>(sending));
    EXPECT_EQ(std::get<SetDuty>(std::get<Command>(sending).intent).until, until) << "as painted";
}

TEST_F(Send, AmberWantsASecondEnter) {
    desk.assign(unit, desk.addIncident(1057, "人民路9"));
    auto const painted = desk.preview("D P1 042");
    EXPECT_EQ(repaint(painted, "D P1 042"), Repaint::Reason::WantsSecondEnter);
    EXPECT_EQ(repaint(painted, "D P1 042", Enter::Second), std::nullopt);
}

TEST_F(Send, RefusalsAndQuestionsSendNothing) {
    EXPECT_EQ(repaint(desk.preview("D P9 042"), "D P9 042", Enter::Second), Repaint::Reason::Refused);
    EXPECT_EQ(repaint(desk.preview("FIND 江"), "FIND 江"), Repaint::Reason::IsQuery);
    EXPECT_EQ(repaint(desk.preview("xx 1"), "xx 2"), Repaint::Reason::MeaningChanged);
    EXPECT_EQ(repaint(desk.preview(""), ""), Repaint::Reason::Refused);
}

} // namespace
} // namespace ob::core
