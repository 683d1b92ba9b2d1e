// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/line.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

using Words = std::vector<std::string>;

RefusalCode refusalOf(std::string_view line) {
    auto const read = readLine(line);
    EXPECT_FALSE(read.has_value()) << line;
    return read ? RefusalCode{} : read.error().code;
}

TEST(Line, CutsVerbAndWords) {
    auto const line = readLine("D 消E07,A12 042").value();
    EXPECT_EQ(line.verb->verb, Verb::Dispatch);
    EXPECT_EQ(line.words, (Words{"消E07,A12", "042"}));
    EXPECT_FALSE(line.text);
    EXPECT_FALSE(line.time);
}

TEST(Line, ReadsFullWidthInput) {
    auto const line = readLine("　Ｄ　消Ｅ０７，Ａ１２　０４２　＠２１：４０").value();
    EXPECT_EQ(line.verb->verb, Verb::Dispatch);
    EXPECT_EQ(line.words, (Words{"消E07,A12", "042"}));
    EXPECT_EQ(line.time, (ClockTime{21, 40}));
    EXPECT_EQ(readLine("接办 。").value().words, Words{"."});
}

TEST(Line, TakesChineseVerbsGluedToTheirArguments) {
    EXPECT_EQ(readLine("派消E07,A12 042").value().words, (Words{"消E07,A12", "042"}));
    EXPECT_EQ(readLine("D消E07 042").value().verb->verb, Verb::Dispatch);
    EXPECT_EQ(readLine("到场消E07").value().verb->verb, Verb::OnScene);
    EXPECT_EQ(readLine("派出r17").value().verb->verb, Verb::Commit) << "the longest verb";
    EXPECT_EQ(readLine("改派A12 1057").value().verb->verb, Verb::Divert);
    EXPECT_EQ(refusalOf("DE07 042"), RefusalCode::UnknownVerb) << "never guessed";
}

TEST(Line, KeepsFreeTextAndItsTrailingTime) {
    auto const line = readLine("NI 火警 滨江路221 p1 /三楼有人 @被困 120/80 @2140").value();
    EXPECT_EQ(line.words, (Words{"火警", "滨江路221", "p1"}));
    EXPECT_EQ(line.text, "三楼有人 @被困 120/80");
    EXPECT_EQ(line.time, (ClockTime{21, 40}));
    EXPECT_EQ(readLine("EMG 消E07 / 呼叫 不应答").value().text, "呼叫 不应答");
}

TEST(Line, NotesNeedNoSlash) {
    auto const line = readLine("N . 有危化品 见 /附图 @2140").value();
    EXPECT_EQ(line.words, (Words{".", "有危化品", "见", "/附图"}));
    EXPECT_EQ(line.time, (ClockTime{21, 40}));
    EXPECT_FALSE(readLine("N . 联系 @张三").value().time);
}

TEST(Line, RefusesWhatIsNoTime) {
    EXPECT_EQ(refusalOf("OS 消E07 @2561"), RefusalCode::BadTime);
    EXPECT_EQ(refusalOf("OS 消E07 @"), RefusalCode::BadTime);
    EXPECT_EQ(refusalOf("OS 消E07 @lunch"), RefusalCode::BadTime);
    EXPECT_EQ(refusalOf("N . 有危化品 @2400"), RefusalCode::BadTime);
    EXPECT_EQ(refusalOf("OS 消E07 @2140 @2141"), RefusalCode::UnexpectedArgument);
    EXPECT_EQ(refusalOf("NODUFF @2140"), RefusalCode::UnexpectedArgument);
    EXPECT_FALSE(clockTimeOf(""));
    EXPECT_FALSE(clockTimeOf("940"));
    EXPECT_FALSE(clockTimeOf("21:4"));
    EXPECT_FALSE(clockTimeOf("24:00"));
    EXPECT_EQ(clockTimeOf("9:40"), (ClockTime{9, 40}));
    EXPECT_EQ(clockTimeOf("0000"), (ClockTime{0, 0}));
}

TEST(Line, RefusesEmptyUnknownAndEndless) {
    EXPECT_EQ(refusalOf(""), RefusalCode::EmptyLine);
    EXPECT_EQ(refusalOf(" 　\t"), RefusalCode::EmptyLine);
    EXPECT_EQ(refusalOf(std::string(1001, 'x')), RefusalCode::TooLong);
    auto const unknown = readLine("DX 042");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().code, RefusalCode::UnknownVerb);
    ASSERT_GE(unknown.error().subjects.size(), 2u);
    EXPECT_EQ(unknown.error().subjects.front(), "DX");
    std::string atLimit = "N . ";
    for (int n = 0; n < 996; ++n)
        atLimit += "汉";
    EXPECT_TRUE(readLine(atLimit));
    EXPECT_EQ(refusalOf(atLimit + "字"), RefusalCode::TooLong);
}

TEST(Line, LeavesTheArgumentsOfLaterVerbsAlone) {
    EXPECT_EQ(readLine("RA 环 水质快检x1 . /急 @2561").value().verb->verb, Verb::Ask);
}

TEST(Line, AsksForHelp) {
    EXPECT_EQ(readLine("?").value().verb->verb, Verb::Help);
    EXPECT_EQ(readLine("？派").value().words, Words{"派"});
    auto const asked = readLine("D 消E07 ?").value();
    EXPECT_EQ(asked.verb->verb, Verb::Help);
    EXPECT_EQ(asked.words, Words{"D"});
    EXPECT_EQ(readLine("N . 还有人吗 ?").value().verb->verb, Verb::Note);
}

} // namespace
} // namespace ob::core
