// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/sign_in_shifts.h"

#include <gtest/gtest.h>

namespace ob::app {
namespace {

constexpr core::PassphraseCost cheap{.operations = 1, .memoryBytes = 8u << 10};

class SignInShiftsTest : public testing::Test {
  protected:
    SignInShiftsTest() {
        for (auto const* const name : {"wang", "li"})
            operators.add({.name = name, .roles = 8, .passphrase = newPassphrase("correct horse", cheap)});
    }
    std::string begin(std::string const& name) {
        return shifts.begin({.operatorName = name, .position = *core::Code::of("FD-1"), .roles = 8},
                            *operators.find(name), now);
    }
    std::string whoShows(std::string_view token) {
        auto const found = shifts.find(token, operators, now);
        return found ? found->operatorName : "";
    }

    SignInShifts shifts;
    OperatorList operators;
    core::Duration now = core::Duration::ofMinutes(100);
};

TEST_F(SignInShiftsTest, theTokenSaysWho) {
    auto const wang = begin("wang");
    auto const li = begin("li");
    EXPECT_EQ(wang.size(), 64u);
    EXPECT_NE(wang, li);
    EXPECT_EQ(whoShows(wang), "wang");
    EXPECT_EQ(whoShows(li), "li");
    EXPECT_EQ(shifts.find(wang, operators, now)->position, *core::Code::of("FD-1"));
    for (auto const& other : {std::string(), std::string(64, '0'), wang + "0", wang.substr(1)})
        EXPECT_EQ(whoShows(other), "");
}

TEST_F(SignInShiftsTest, endsWithTheShiftAndWhenItIsEnded) {
    auto const wang = begin("wang");
    auto const li = begin("li");
    shifts.end(wang);
    EXPECT_EQ(whoShows(wang), "");
    now = core::Duration::ofMinutes(100 + 12 * 60 - 1);
    EXPECT_EQ(whoShows(li), "li");
    now = core::Duration::ofMinutes(100 + 12 * 60);
    EXPECT_EQ(whoShows(li), "");
}

TEST_F(SignInShiftsTest, endsWithTheOperatorOrThePassphrase) {
    auto const wang = begin("wang");
    auto const li = begin("li");
    operators.setActive("wang", false);
    operators.setPassphrase("li", newPassphrase("battery staple", cheap));
    EXPECT_EQ(whoShows(wang), "");
    EXPECT_EQ(whoShows(li), "");
    operators.setActive("wang", true);
    EXPECT_EQ(whoShows(wang), "") << "once ended it does not begin again";
}

TEST_F(SignInShiftsTest, theOldestMakesRoom) {
    auto const first = begin("wang");
    now = core::Duration::ofMinutes(101);
    auto const second = begin("li");
    for (std::size_t count = 1; count < SignInShifts::maxShifts; ++count)
        begin("wang");
    EXPECT_EQ(whoShows(first), "");
    EXPECT_EQ(whoShows(second), "li");
}

} // namespace
} // namespace ob::app
