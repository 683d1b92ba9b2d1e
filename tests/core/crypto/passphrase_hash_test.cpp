// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/passphrase_hash.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

constexpr PassphraseCost cheap{.operations = 1, .memoryBytes = 8u << 10};
PassphraseHash made(std::string_view passphrase) { return *PassphraseHash::of(passphrase, cheap); }

TEST(PassphraseHash, onlyThePassphraseItselfMatches) {
    auto const hash = made("correct horse");
    EXPECT_TRUE(hash.matches("correct horse"));
    for (auto const* const other : {"", "correct hors", "correct horse ", "Correct horse"})
        EXPECT_FALSE(hash.matches(other)) << other;
}

TEST(PassphraseHash, twoPersonsWithOnePassphraseCannotBeSeen) {
    EXPECT_NE(made("correct horse").text(), made("correct horse").text());
}

TEST(PassphraseHash, survivesBeingWritten) {
    auto const hash = made("正确的马");
    auto const read = PassphraseHash::parse(hash.text());
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->matches("正确的马"));
    EXPECT_EQ(hash.text().find("正"), std::string::npos);
}

TEST(PassphraseHash, knowsThatAnotherCostIsWantedNow) {
    auto const hash = made("x");
    EXPECT_FALSE(hash.isOutdated(cheap));
    EXPECT_TRUE(hash.isOutdated());
    EXPECT_FALSE(PassphraseHash::of("x")->isOutdated());
}

TEST(PassphraseHash, refusesWhatIsNoHash) {
    auto const text = made("correct horse").text();
    for (std::size_t size = 0; size < text.size(); ++size) {
        auto const cut = PassphraseHash::parse(std::string_view(text).substr(0, size));
        EXPECT_FALSE(cut && cut->matches("correct horse")) << size;
    }
    for (auto const* const other :
         {"", "correct horse", "$2b$12$abcdefghijklmnopqrstuv", "$argon2i$v=19$m=8,t=1,p=1$AAAA$AAAA",
          "$argon2id$v=19$m=8,t=1,p=2$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAA"})
        EXPECT_FALSE(PassphraseHash::parse(other)) << other;
    EXPECT_FALSE(PassphraseHash::parse(text + std::string(100, 'A')));
}

TEST(PassphraseHash, refusesACostThatWouldStopTheMachine) {
    std::string text = made("x").text();
    auto const replaced = [&](std::string_view cost) {
        auto const begin = text.find("m=");
        return text.substr(0, begin) + std::string(cost) + text.substr(text.find("$", begin));
    };
    EXPECT_TRUE(PassphraseHash::parse(replaced("m=8,t=1,p=1")));
    EXPECT_FALSE(PassphraseHash::parse(replaced("m=4194304,t=1,p=1")));
    EXPECT_FALSE(PassphraseHash::parse(replaced("m=18446744073709551615,t=1,p=1")));
    EXPECT_FALSE(PassphraseHash::parse(replaced("m=8,t=4000000,p=1")));
    EXPECT_FALSE(PassphraseHash::of("x", {.operations = 17, .memoryBytes = 8u << 10}));
}

} // namespace
} // namespace ob::core
