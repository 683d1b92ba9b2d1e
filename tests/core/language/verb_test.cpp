// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb.h"

#include "core/language/slip.h"
#include "core/text.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace ob::core {
namespace {

VerbSpec verb(Verb which, std::string_view word, Risk risk) {
    return {.verb = which,
            .word = word,
            .zh = word,
            .aliases = {},
            .arguments = {},
            .example = "",
            .risk = risk,
            .stage = Stage::Now};
}

TEST(VerbTable, FindsEveryVerbByEverySpelling) {
    for (VerbSpec const& spec : verbTable())
        for (std::string_view const spelling : spec.spellings())
            EXPECT_EQ(findVerb(spelling), &spec) << spelling;
    EXPECT_EQ(findVerb("ｄ")->verb, Verb::Dispatch);
    EXPECT_EQ(findVerb("派")->verb, Verb::Dispatch);
    EXPECT_EQ(findVerb("pd")->verb, Verb::Dispatch);
    EXPECT_EQ(findVerb("dispatch"), nullptr);
}

TEST(VerbTable, HasEveryVerbOnceWithAnExampleOfItsOwn) {
    std::set<Verb> verbs;
    for (VerbSpec const& spec : verbTable()) {
        EXPECT_TRUE(verbs.insert(spec.verb).second) << spec.word;
        EXPECT_FALSE(spec.zh.empty()) << spec.word;
        auto const first = spec.example.substr(0, spec.example.find(' '));
        EXPECT_EQ(findVerb(first), &spec) << spec.example;
    }
    EXPECT_EQ(verbs.size(), static_cast<std::size_t>(Verb::HandOver) + 1);
}

TEST(VerbTable, KeepsWhatStandsDownOrDeclinesAwayFromEveryOtherVerb) {
    for (SlipClash const& clash : slipClashes(verbTable()))
        ADD_FAILURE() << clash.risky << " is one slip away from " << clash.other;
}

TEST(VerbTable, KnowsWhatStandsDownOrDeclines) {
    for (std::string_view const word : {"REL", "DV", "CL", "OFF", "OOS", "SAFE", "CLOSE", "MERGE", "VOID",
                                        "REFUSE", "DEC", "WDR", "DONE", "REFER", "AA", "SHV"})
        EXPECT_NE(findVerb(word)->risk, Risk::Plain) << word;
    for (std::string_view const word : {"D", "NI", "EMG", "OS", "REOPEN"})
        EXPECT_EQ(findVerb(word)->risk, Risk::Plain) << word;
}

TEST(Slip, IsOneNeighbouringKeyOrOneExchange) {
    EXPECT_TRUE(isOneSlipApart("GP", "go"));
    EXPECT_TRUE(isOneSlipApart("gp", "gl"));
    EXPECT_TRUE(isOneSlipApart("AC", "AV"));
    EXPECT_TRUE(isOneSlipApart("CL", "LC"));
    EXPECT_TRUE(isOneSlipApart("qa", "aq"));
    EXPECT_TRUE(isOneSlipApart("off", "OFF"));
    EXPECT_TRUE(isOneSlipApart("派改", "改派"));
    EXPECT_FALSE(isOneSlipApart("D", "DV"));
    EXPECT_FALSE(isOneSlipApart("DV", "DR"));
    EXPECT_FALSE(isOneSlipApart("AV", "SC")) << "two slips";
    EXPECT_FALSE(isOneSlipApart("ABC", "CBA"));
    EXPECT_FALSE(isOneSlipApart("AP", "QL"));
    EXPECT_FALSE(isOneSlipApart("完毕", "完成"));
}

TEST(Slip, NeighboursAreThoseOfTheKeyboard) {
    for (char const near : std::string("tyfhvb"))
        EXPECT_TRUE(isOneSlipApart("g", std::string(1, near))) << near;
    for (char const far : std::string("rujcnqp"))
        EXPECT_FALSE(isOneSlipApart("g", std::string(1, far))) << far;
}

TEST(SlipClashes, AreFoundInATableThatBreaksTheRule) {
    std::vector<VerbSpec> const table{verb(Verb::Divert, "GP", Risk::StandsDown),
                                      verb(Verb::Go, "GO", Risk::Plain)};
    EXPECT_FALSE(slipClashes(table).empty());
    std::vector<VerbSpec> const declining{verb(Verb::Go, "DEX", Risk::Plain),
                                          verb(Verb::Decline, "DEC", Risk::Declines)};
    EXPECT_FALSE(slipClashes(declining).empty());
    std::vector<VerbSpec> const same{verb(Verb::Go, "X", Risk::Plain), verb(Verb::Find, "x", Risk::Plain)};
    EXPECT_FALSE(slipClashes(same).empty());
    std::vector<VerbSpec> const harmless{verb(Verb::AddCall, "AC", Risk::Plain),
                                         verb(Verb::Available, "AV", Risk::Plain)};
    EXPECT_TRUE(slipClashes(harmless).empty());
}

} // namespace
} // namespace ob::core
