// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/rules/catalogue.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace ob::core {
namespace {

using testing::ElementsAre;

CodeList list() {
    return CodeList::make(
               {
                   {.code = "FIRE",
                    .name = {.zh = "建筑火灾", .en = "Structure fire"},
                    .aliases = {"火警", "起火"}},
                   {.code = "CAR", .name = {.zh = "车辆火灾", .en = "Vehicle fire"}, .aliases = {"汽车起火"}},
                   {.code = "GAS", .name = {.zh = "燃气泄漏", .en = "Gas leak"}, .aliases = {"气"}},
               })
        .value();
}

std::vector<std::string> codesOf(std::vector<CodeEntry const*> const& entries) {
    std::vector<std::string> codes;
    for (CodeEntry const* const entry : entries)
        codes.push_back(entry->code);
    return codes;
}

TEST(Catalogue, FindsACodeOnlyAsItIsWritten) {
    auto const codes = list();
    ASSERT_NE(codes.byCode("FIRE"), nullptr);
    EXPECT_EQ(codes.byCode("FIRE")->name.zh, "建筑火灾");
    EXPECT_EQ(codes.byCode("fire"), nullptr);
    EXPECT_EQ(codes.byCode(""), nullptr);
}

TEST(Catalogue, FindsAWordInAnyCaseAndWidth) {
    auto const codes = list();
    for (auto const* const word :
         {"FIRE", "fire", "ｆｉｒｅ", " structure  FIRE ", "火警", "起火", "建筑火灾"}) {
        ASSERT_NE(codes.find(word), nullptr) << word;
        EXPECT_EQ(codes.find(word)->code, "FIRE") << word;
    }
    EXPECT_EQ(codes.find("火"), nullptr) << "a part of a word is not the word";
    EXPECT_EQ(codes.find(""), nullptr);
}

TEST(Catalogue, RanksCandidatesByHowNearTheyCome) {
    auto const codes = list();
    EXPECT_THAT(codesOf(codes.near("起火")), ElementsAre("FIRE", "CAR"))
        << "the word itself, then a word with it";
    EXPECT_THAT(codesOf(codes.near("车")), ElementsAre("CAR"));
    EXPECT_THAT(codesOf(codes.near("ga")), ElementsAre("GAS"));
    EXPECT_THAT(codesOf(codes.near("leak")), ElementsAre("GAS"));
    EXPECT_THAT(codesOf(codes.near("火灾")), ElementsAre("FIRE", "CAR")) << "equally near: as listed";
}

TEST(Catalogue, FindsAWordInsideALongerText) {
    auto const codes = list();
    EXPECT_THAT(codesOf(codes.near("楼下汽车起火了")), ElementsAre("CAR", "FIRE")) << "the longer word first";
    EXPECT_THAT(codesOf(codes.near("天气很好")), ElementsAre()) << "one character says too little";
}

TEST(Catalogue, GivesEachCandidateOnceAndNoMoreThanAsked) {
    auto const codes = list();
    EXPECT_THAT(codesOf(codes.near("火", 1)), ElementsAre("FIRE"));
    EXPECT_THAT(codesOf(codes.near("火")), ElementsAre("FIRE", "CAR"));
    EXPECT_THAT(codesOf(codes.near("  ")), ElementsAre());
}

TEST(Catalogue, RefusesAWordForTwoEntries) {
    auto const clash = CodeList::make({
        {.code = "A", .name = {.zh = "甲", .en = "First"}, .aliases = {}},
        {.code = "B", .name = {.zh = "乙", .en = "Second"}, .aliases = {"ＦＩＲＳＴ"}},
    });
    ASSERT_FALSE(clash);
    EXPECT_EQ(clash.error().word, "ＦＩＲＳＴ");
    EXPECT_EQ(clash.error().first, 0u);
    EXPECT_EQ(clash.error().second, 1u);
    EXPECT_FALSE(clash.error().isCode);
}

TEST(Catalogue, RefusesACodeGivenTwice) {
    auto const clash = CodeList::make({
        {.code = "A", .name = {.zh = "甲", .en = "First"}, .aliases = {}},
        {.code = "A", .name = {.zh = "乙", .en = "Second"}, .aliases = {}},
    });
    ASSERT_FALSE(clash);
    EXPECT_TRUE(clash.error().isCode);
}

} // namespace
} // namespace ob::core
