// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk_givens.h"
#include "tests/support/spoken_language.h"
#include "ui/text/board_text.h"
#include "ui/text/display_width.h"
#include "ui/text/refusal_text.h"
#include "ui/text/time_text.h"
#include "ui/text/wording.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

using namespace core;
using test::DeskGivens;

QString chinese(char const* text) { return QString::fromUtf8(text); }

TEST(DisplayWidth, counts_columns_of_a_terminal) {
    EXPECT_EQ(displayWidth(chinese("E07")), 3);
    EXPECT_EQ(displayWidth(chinese("消E07")), 5);
    EXPECT_EQ(displayWidth(chinese("（，）")), 6);
    EXPECT_EQ(displayWidth(chinese("–…")), 2);
    EXPECT_EQ(displayWidth(chinese("e\u0301")), 1);
    EXPECT_EQ(displayWidth(chinese("𠮷")), 2);
    EXPECT_EQ(displayWidth(chinese("🚒")), 2);
}

TEST(DisplayWidth, fits_text_to_exactly_so_many_columns) {
    EXPECT_EQ(fitted(chinese("消E07"), 7), chinese("消E07  "));
    EXPECT_EQ(fitted(chinese("滨江路221号"), 6), chinese("滨江… "));
    EXPECT_EQ(fitted(chinese("滨江路221号"), 7), chinese("滨江路…"));
    for (int columns = 1; columns < 14; ++columns)
        EXPECT_EQ(displayWidth(fitted(chinese("a滨江𠮷路221号"), columns)), columns);
}

TEST(TimeText, says_what_is_left_and_what_is_over) {
    test::SpokenLanguage const spoken("zh_CN");
    Instant const due = *Instant::ofIso8601("2026-11-21T13:50:30Z");
    EXPECT_EQ(limitText(due, due + Duration::ofSeconds(-48)), chinese("余 00:48"));
    EXPECT_EQ(limitText(due, due + Duration::ofSeconds(48)), chinese("超 00:48"));
    EXPECT_EQ(limitText(due, due + Duration::ofSeconds(3 * 86'400 + 5)), chinese("超 3 天"));
    EXPECT_EQ(limitText(LimitClock::OnScene, due, due + Duration::ofSeconds(3723)),
              chinese("到场 超 1:02:03"));
    EXPECT_EQ(ageText(Duration::ofSeconds(8)), chinese("8 秒前"));
    EXPECT_EQ(ageText(Duration::ofSeconds(-8)), chinese("0 秒前"));
    EXPECT_EQ(lengthText(Duration::ofMinutes(125)), chinese("2 小时 5 分"));
    EXPECT_EQ(lengthText(Duration::ofMinutes(120)), chinese("2 小时"));
    EXPECT_EQ(lengthText(Duration::ofMinutes(26 * 60)), chinese("1 天 2 小时"));
    EXPECT_EQ(elapsedText(Duration::ofSeconds(-8)), chinese("00:00"));
    EXPECT_EQ(elapsedText(Duration::ofSeconds(3723)), chinese("1:02:03"));
    EXPECT_EQ(elapsedText(Duration::ofMinutes(50 * 60)), chinese("2 天"));
    EXPECT_EQ(briefElapsedText(Duration::ofSeconds(3599)), chinese("59:59"));
    EXPECT_EQ(briefElapsedText(Duration::ofSeconds(3723)), chinese("62分"));
    EXPECT_EQ(briefElapsedText(Duration::ofMinutes(50 * 60)), chinese("2 天"));
}

class BoardText : public testing::Test {
  protected:
    Wording wording() {
        return wordingOf(givens.board, *givens.context.rules, givens.context.agencyCodes, givens.zone);
    }
    QString incident(IncidentId id) { return incidentLine(*givens.board.incident(id), wording()); }
    QString unit(UnitId id) { return unitLine(*givens.board.unit(id), givens.board, wording()); }

    DeskGivens givens;
    test::SpokenLanguage spoken{"zh_CN"};
};

TEST_F(BoardText, an_incident_is_one_aligned_line) {
    auto const id = givens.addIncident(42, "滨江路221号");
    EXPECT_EQ(incident(id).toStdString(),
              "20261121-0042     P1    待派            建筑火灾                "
              "滨江路221号                     公安（首接）          0      21:10:30");
    givens.assign(givens.addUnit(DeskGivens::fire, "E07"), id, AssignmentState::OnScene);
    EXPECT_TRUE(incident(id).contains(chinese("到场 ")));
    // Headings stand above their columns: as far from the left on the screen.
    auto const columnsBefore = [](QString const& line, QString const& word) {
        return displayWidth(line.left(line.indexOf(word)));
    };
    EXPECT_EQ(columnsBefore(incidentHeading(), chinese("接警")),
              columnsBefore(incident(id), chinese("21:10:30")));
    EXPECT_EQ(columnsBefore(incidentHeading(), chinese("地点")),
              columnsBefore(incident(id), chinese("滨江路")));
}

TEST_F(BoardText, a_place_that_is_withheld_is_said_to_be) {
    auto const id = givens.addIncident(42, "x");
    givens.changeIncident(id, [](Incident& each) {
        each.address.reset();
        each.placeWithheld = true;
    });
    EXPECT_TRUE(incident(id).contains(chinese("未共享")));
}

TEST_F(BoardText, a_unit_says_what_it_does_in_the_words_of_its_agency) {
    auto const id = givens.addIncident(42, "滨江路221号");
    auto const ambulance = givens.addUnit(DeskGivens::medical, "A12");
    givens.assign(ambulance, id, AssignmentState::AtDestination);
    EXPECT_TRUE(unit(ambulance).startsWith(chinese("急A12 "))) << unit(ambulance).toStdString();
    EXPECT_TRUE(unit(ambulance).contains(chinese("到院"))) << unit(ambulance).toStdString();
    EXPECT_TRUE(unit(ambulance).contains(chinese("20261121-0042")));
}

TEST_F(BoardText, distress_stands_in_place_of_the_duty) {
    auto const engine = givens.addUnit(DeskGivens::fire, "E07");
    EXPECT_FALSE(unit(engine).contains(chinese("遇险")));
    givens.changeUnit(engine, [](Unit& each) { each.distress.emplace(); });
    EXPECT_TRUE(unit(engine).contains(chinese("遇险")));
}

TEST_F(BoardText, a_conflict_says_where_and_what_to_do) {
    auto const first = givens.addIncident(42, "滨江路221号");
    auto const second = givens.addIncident(57, "滨江路223号");
    auto const engine = givens.addUnit(DeskGivens::fire, "E07");
    givens.assign(engine, first);
    givens.assign(engine, second);
    auto const conflicts = givens.board.conflicts();
    ASSERT_EQ(conflicts.size(), 1u);
    QString const line = conflictLine(conflicts.front(), wording());
    EXPECT_TRUE(line.startsWith(chinese("一车两派"))) << line.toStdString();
    EXPECT_TRUE(line.contains(chinese("20261121-0042"))) << line.toStdString();
    EXPECT_TRUE(line.contains(chinese("20261121-0057"))) << line.toStdString();
}

TEST_F(BoardText, a_refusal_names_codes_and_gives_local_times) {
    Wording const words = wording();
    EXPECT_EQ(refusalText({RefusalCode::UnitHasAssignment, {"消E07", "20261121-0042"}}, &words),
              chinese("消E07 还在 20261121-0042 出警中。先完毕（CL）或撤派（REL），或用 DV 改派。"));
    EXPECT_EQ(
        refusalText({RefusalCode::AlreadyReached, {"消E07", "onScene", "2026-11-21T13:40:02.000Z"}}, &words),
        chinese("消E07 已于 21:40:02 报“到场”。如时间有误，请记备注（N）说明。"));
    EXPECT_EQ(refusalText({RefusalCode::UnknownCode, {"x", "HANDLED", "ARREST"}}, &words),
              chinese("“x”不在可选范围内，请从候选中选一个。候选：已处置、抓获嫌疑人。"));
    EXPECT_EQ(refusalText({RefusalCode::DispatchNotGranted, {"环-2", "EP"}}, &words),
              chinese("生态环境未授权直派 环-2。请联系生态环境，请其派出。"));
    EXPECT_EQ(refusalText({RefusalCode::ReasonRequired, {"MERGE"}}, &words),
              chinese("并入（MERGE）须写明理由，请在末尾补上。"));
    EXPECT_EQ(refusalText({RefusalCode::RoleRequired, {"dispatcher", "supervisor"}}, &words),
              chinese("此操作须具有以下角色之一：调度员、值班长。请由有权限的人员办理。"));
    EXPECT_EQ(
        refusalText(
            {RefusalCode::StorageReadOnly,
             {"the disk is full: make room on it, and start again (database or disk is full (13) in: X)"}},
            &words),
        chinese("本席位无法保存（磁盘已满，请清出空间），只能查看。请立即改用其他席位，并通知系统管理员。"));
}

} // namespace
} // namespace ob::ui
