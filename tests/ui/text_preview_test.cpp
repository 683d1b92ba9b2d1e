// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// What a dispatcher reads below the command line.
#include "tests/support/desk_givens.h"
#include "tests/support/spoken_language.h"
#include "ui/text/preview_text.h"
#include "ui/text/wording.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

using namespace core;
using test::DeskGivens;

class PreviewInWords : public testing::Test {
  protected:
    PreviewInWords() {
        incident = givens.addIncident(42, "滨江路221号");
        other = givens.addIncident(1057, "解放路1号");
        engine = givens.addUnit(DeskGivens::fire, "E07", {"FIRE-WATER"});
        ambulance = givens.addUnit(DeskGivens::medical, "A12", {"MED-ALS"});
        givens.fix(engine, *Instant::ofMilliseconds(givens.context.now.milliseconds() - 8000));
    }
    PreviewText text(std::string_view line) {
        return previewText(givens.preview(line), wordingOf(givens.board, *givens.context.rules,
                                                           givens.context.agencyCodes, givens.zone));
    }
    std::string sentence(std::string_view line) { return text(line).sentence.toStdString(); }

    DeskGivens givens;
    IncidentId incident, other;
    UnitId engine, ambulance;
};

TEST_F(PreviewInWords, a_dispatch_says_who_goes_where_and_how_old_the_position_is) {
    EXPECT_EQ(sentence("D 消E07 042"), "send FD-E07 (position 8 s ago); to 20261121-0042 滨江路221号");
    test::SpokenLanguage const chinese("zh_CN");
    EXPECT_EQ(sentence("D 消E07 042"), "派 消E07（位置 8 秒前）；至 20261121-0042 滨江路221号");
    EXPECT_TRUE(text("D 急A12 042").sentence.contains(QString::fromUtf8("急A12（位置未知）")));
}

TEST_F(PreviewInWords, an_amber_preview_says_why_and_wants_enter_again) {
    test::SpokenLanguage const chinese("zh_CN");
    givens.assign(engine, other);
    PreviewText const words = text("D 消E07 042");
    EXPECT_TRUE(words.sentence.contains(QString::fromUtf8("消E07 正在 20261121-1057 处置")))
        << words.sentence.toStdString();
    EXPECT_TRUE(words.warnings.contains(QString::fromUtf8("有力量正在处置。")));
    EXPECT_EQ(words.confirm, QString::fromUtf8("再按一次回车确认。"));
    EXPECT_TRUE(words.refusal.isEmpty());
}

TEST_F(PreviewInWords, a_refusal_comes_with_candidates_in_words) {
    test::SpokenLanguage const chinese("zh_CN");
    PreviewText const words = text("CL 消E07 xyz");
    EXPECT_FALSE(words.refusal.isEmpty());
    EXPECT_TRUE(words.confirm.isEmpty());
    EXPECT_FALSE(words.candidates.isEmpty());
    EXPECT_FALSE(words.refusal.contains(words.candidates.front())); // said once
    for (QString const& candidate : words.candidates)
        EXPECT_TRUE(test::hasHan(candidate)) << candidate.toStdString();
    PreviewText const verbs = text("OO 消E07");
    EXPECT_TRUE(verbs.candidates.join(QLatin1Char('|')).contains(QString::fromUtf8("停勤")))
        << verbs.candidates.join(QLatin1Char('|')).toStdString();
}

TEST_F(PreviewInWords, every_verb_has_a_preview_without_leftovers_in_both_languages) {
    givens.assign(engine, incident, AssignmentState::OnScene);
    givens.selected = incident;
    std::vector<std::string> lines;
    for (VerbSpec const& spec : verbTable())
        lines.emplace_back(spec.example);
    for (char const* const line : {"EMG 消E07",
                                   "OS 消E07 @2140",
                                   "CL 消E07 扑灭",
                                   "REL 消E07 误派",
                                   "OOS 急A12 故障 2h",
                                   "COND 急A12 15m",
                                   "AC 042 13800001234 /二楼有人",
                                   "P 042 2",
                                   "TAKE 042",
                                   "N 042 有危化品 @2140",
                                   "DV 消E07 1057",
                                   "LD 042 消防 抢险",
                                   "REFER 042 12345",
                                   "LK 042 1057",
                                   "MERGE 1057 042 同一起火点",
                                   "VOID 1057 误建",
                                   "PAR 042",
                                   "PLAN 急A12 042",
                                   "ON 急A12 3人 12h",
                                   "FIND 滨江路",
                                   "GO 消E07",
                                   "?",
                                   "? D",
                                   "",
                                   "NI 火警 滨江路221号 p1 +急A12",
                                   "CLOSE 1057 已处置",
                                   "D E99 042"})
        lines.emplace_back(line);
    for (char const* const language : {"en", "zh_CN"}) {
        test::SpokenLanguage const spoken(language);
        for (std::string const& line : lines) {
            PreviewText const words = text(line);
            QString const all = words.sentence + words.warnings.join(QLatin1Char(' ')) + words.refusal
                                + words.candidates.join(QLatin1Char(' '));
            EXPECT_TRUE(test::isFilled(all)) << line << ": " << all.toStdString();
            EXPECT_FALSE(words.sentence.isEmpty() && words.refusal.isEmpty()) << line;
            EXPECT_EQ(words.warnings.isEmpty(), words.confirm.isEmpty()) << line;
            EXPECT_TRUE(std::string(language) == "en" || test::hasHan(all)) << line;
        }
    }
}

} // namespace
} // namespace ob::ui
