// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/text.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>

namespace ob::core {
namespace {

std::string anyBytes() {
    auto const bytes = *rc::gen::arbitrary<std::string>();
    // Half of the cases well-formed and interesting, half rubbish.
    static std::vector<std::string> const parts{"起火",   "Ｅ０７",     " \t",  "\u3000", "é",      "e\u0301",
                                                "\u200b", "ﬁ",          "①",    "ẞ",      "\u0345", "Å",
                                                "가",     "\U00020000", "\xff", "\n",     "ǅ",      "·"};
    if (*rc::gen::arbitrary<bool>()) return bytes;
    std::string text;
    for (auto const index :
         *rc::gen::container<std::vector<std::size_t>>(rc::gen::inRange<std::size_t>(0, parts.size())))
        text += parts[index];
    return text;
}

TEST(Text, KnowsWellFormedUtf8) {
    EXPECT_TRUE(isValidUtf8(""));
    EXPECT_TRUE(isValidUtf8("滨江路221号 \U00020000"));
    EXPECT_FALSE(isValidUtf8("\xff"));
    EXPECT_FALSE(isValidUtf8("\xe6\xbb")) << "cut short";
    EXPECT_FALSE(isValidUtf8("\xc0\xaf")) << "overlong";
    EXPECT_FALSE(isValidUtf8("\xed\xa0\x80")) << "a surrogate";
    EXPECT_FALSE(isValidUtf8("\xf4\x90\x80\x80")) << "above U+10FFFF";
}

TEST(Text, CountsCodePointsNotBytes) {
    EXPECT_EQ(codePointCount("滨江路221"), 6u);
    EXPECT_EQ(codePointCount("a\xff\xfe"), 3u);
    EXPECT_TRUE(fitsCodePoints("滨江路", 3));
    EXPECT_FALSE(fitsCodePoints("滨江路", 2));
}

TEST(Text, NormalisesWhatAnInputMethodLeaves) {
    EXPECT_EQ(normalise("　Ｄ　消Ｅ０７，Ａ１２\t０４２  "), "D 消E07,A12 042");
    EXPECT_EQ(normalise("滨江路\u200b\ufeff221"), "滨江路221");
    EXPECT_EQ(normalise("e\u0301"), "é");
    EXPECT_EQ(normalise("first\r\nsecond"), "first second");
    EXPECT_EQ(normalise("a\xff"), "a\ufffd");
    EXPECT_EQ(normalise(" \n "), "");
    EXPECT_EQ(normalise(""), "");
}

RC_GTEST_PROP(TextProperty, NormalisedTextStaysAsItIs, ()) {
    auto const once = normalise(anyBytes());
    RC_ASSERT(isValidUtf8(once));
    RC_ASSERT(normalise(once) == once);
}

RC_GTEST_PROP(TextProperty, FoldedTextStaysAsItIs, ()) {
    auto const once = foldCase(anyBytes());
    RC_ASSERT(isValidUtf8(once));
    RC_ASSERT(foldCase(once) == once);
}

TEST(Text, FoldsCaseOfEveryScript) {
    EXPECT_EQ(foldCase("FIRE-Struct"), "fire-struct");
    EXPECT_EQ(foldCase("ÄΣ"), foldCase("äς"));
    EXPECT_EQ(foldCase("火警"), "火警");
}

TEST(Segment, GivesBigramsThenSingleCharacters) {
    EXPECT_EQ(segment("滨江路"), "滨江 江路 滨 江 路");
    EXPECT_EQ(segment("人"), "人");
}

TEST(Segment, GivesWordsInLowerCaseWhateverTheirWidth) {
    EXPECT_EQ(segment("消E07"), "消 e07");
    EXPECT_EQ(segment("Ｐ１ FD-E07"), "p1 fd e07");
    EXPECT_EQ(segment("江路221号"), "江路 江 路 221 号");
    EXPECT_EQ(segment("Café"), "cafe");
}

TEST(Segment, GivesTheSuffixesOfLongNumbers) {
    EXPECT_EQ(segment("202604120042"), "202604120042 0042 042");
    EXPECT_EQ(segment("1057"), "1057 057");
    EXPECT_EQ(segment("粤B12345"), "粤 b12345 12345 2345 345");
    EXPECT_EQ(segment("221"), "221");
}

TEST(Segment, GivesNothingForPunctuation) {
    EXPECT_EQ(segment(" ,。《》\"'-*()"), "");
    EXPECT_EQ(segment(""), "");
}

TEST(Segment, CutsEndlessWords) {
    EXPECT_EQ(segment(std::string(1000, 'x')), std::string(maxWordCodePoints, 'x'));
}

TEST(SearchQuery, QuotesEveryWord) {
    EXPECT_EQ(searchQuery("滨江路 E07").value(), "\"滨江 江路\" AND \"e07\"*");
    EXPECT_EQ(searchQuery("人").value(), "\"人\"");
    EXPECT_EQ(searchQuery("a\" OR b*").value(), "\"a\"* AND \"or\"* AND \"b\"*");
}

TEST(SearchQuery, IsNothingWithoutAWord) {
    EXPECT_FALSE(searchQuery(""));
    EXPECT_FALSE(searchQuery(" \"*)( 。"));
}

RC_GTEST_PROP(SegmentProperty, TokensNeedNoQuoting, ()) {
    auto const tokens = segment(anyBytes());
    RC_ASSERT(isValidUtf8(tokens));
    RC_ASSERT(tokens.find_first_of("\"'*()-+^:{},;\t\n") == std::string::npos);
    RC_ASSERT(tokens.find("  ") == std::string::npos);
}

} // namespace
} // namespace ob::core
