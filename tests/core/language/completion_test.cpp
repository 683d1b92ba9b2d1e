// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/completion.h"

#include "core/text.h"
#include "tests/support/desk_givens.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using test::DeskGivens;

class Completion : public testing::Test {
  protected:
    Completion() {
        desk.addIncident(1042, "滨江路221");
        desk.addIncident(1057, "人民路9");
        desk.addUnit(DeskGivens::fire, "E07");
        desk.addUnit(DeskGivens::fire, "E03");
        desk.addUnit(DeskGivens::police, "P1");
    }
    std::vector<std::string> inserts(std::string_view line) {
        std::vector<std::string> words;
        for (Candidate const& each : completionsOf(line, line.size(), desk.surroundings()).candidates)
            words.push_back(each.insert);
        return words;
    }
    /// The line with its first candidate put in.
    std::string completed(std::string line) {
        auto const found = completionsOf(line, line.size(), desk.surroundings());
        if (found.candidates.empty()) return line;
        return line.replace(found.from, found.to - found.from, found.candidates.front().insert);
    }

    DeskGivens desk;
};

TEST_F(Completion, OffersVerbsByEverySpelling) {
    EXPECT_EQ(completed("REO"), "REOPEN");
    EXPECT_EQ(completed("停"), "停勤");
    EXPECT_EQ(completed("gai"), "DV");
    EXPECT_EQ(inserts("d").front(), "D");
    EXPECT_EQ(inserts("").size(), maxCandidates);
    EXPECT_TRUE(inserts("WDR").empty()) << "not offered before it works";
    EXPECT_TRUE(inserts("zzz").empty());
}

TEST_F(Completion, OffersWhatTheVerbTakesNext) {
    EXPECT_EQ(inserts("D "), (std::vector<std::string>{"警P1", "消E03", "消E07"}));
    EXPECT_EQ(completed("D E0"), "D 消E03");
    EXPECT_EQ(completed("D 消E03,FD-E07"), "D 消E03,消E07");
    EXPECT_EQ(completed("D 消E03, E07"), "D 消E03, 消E07");
    EXPECT_EQ(completed("D 消E03 57"), "D 消E03 057");
    EXPECT_EQ(completed("派消E0"), "派消E03");
    EXPECT_EQ(completed("NI 建筑火"), "NI 建筑火灾");
    EXPECT_EQ(completed("OOS P1 加"), "OOS P1 加油加水补给");
    EXPECT_EQ(completed("REL 消E07 误"), "REL 消E07 派错");
    EXPECT_EQ(completed("REL 消E07 042 误"), "REL 消E07 042 派错");
    EXPECT_EQ(completed("LD 042 消"), "LD 042 消防");
    EXPECT_EQ(completed("NI 火警 江边 +E0"), "NI 火警 江边 +消E03");
    EXPECT_TRUE(inserts("N 042 有").empty());
    EXPECT_TRUE(inserts("XX 0").empty());
}

TEST_F(Completion, GoesOnWithAListBehindAComma) {
    EXPECT_EQ(inserts("D 消E03,"), (std::vector<std::string>{"警P1", "消E07"})) << "E03 is there already";
    EXPECT_EQ(inserts("D 消E03 ,"), (std::vector<std::string>{"警P1", "消E07"}));
    EXPECT_EQ(inserts("D FD-E03、P1，"), (std::vector<std::string>{"消E07"}));
    EXPECT_EQ(inserts("D 消E03 ").front(), "057") << "without a comma: where to";
}

TEST_F(Completion, FillsTheGapBeforeTheIncident) {
    std::string const line = "D 消E03, 042";
    auto const found = completionsOf(line, line.find(' ', 2), desk.surroundings());
    ASSERT_FALSE(found.candidates.empty());
    EXPECT_EQ(found.candidates.front().insert, "警P1");
}

TEST_F(Completion, PutsTheSelectedIncidentFirst) {
    EXPECT_EQ(inserts("TAKE ").front(), "057");
    for (auto const& [id, incident] : desk.board.incidents())
        if (incident->number.serial() == 1042) desk.selected = id;
    EXPECT_EQ(inserts("TAKE ").front(), "042");
}

TEST_F(Completion, CompletesAtTheCursor) {
    std::string const line = "D E0 042";
    auto const found = completionsOf(line, 4, desk.surroundings());
    EXPECT_EQ(found.from, 2u);
    EXPECT_EQ(found.to, 4u);
    EXPECT_EQ(found.candidates.size(), 2u);
}

RC_GTEST_FIXTURE_PROP(Completion, TakesAnyBytesAndCursor, ()) {
    auto line = *rc::gen::arbitrary<std::string>();
    if (*rc::gen::arbitrary<bool>()) line = "派　" + line + "，消";
    auto const cursor = *rc::gen::inRange<std::size_t>(0, 40);
    auto const found = completionsOf(line, cursor, desk.surroundings());
    RC_ASSERT(found.from <= found.to);
    RC_ASSERT(found.to <= line.size());
    RC_ASSERT(found.candidates.size() <= maxCandidates);
}

} // namespace
} // namespace ob::core
