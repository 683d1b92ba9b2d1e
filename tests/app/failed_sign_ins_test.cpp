// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/failed_sign_ins.h"

#include <gtest/gtest.h>

namespace ob::app {
namespace {

using core::Duration;

struct FailedSignInsTest : testing::Test {
    FailedSignIns failed;
    std::int64_t now = 1000; ///< seconds

    Duration at() const { return Duration::ofSeconds(now); }
    void fail(std::string_view name, int times = 1) {
        for (int done = 0; done < times; ++done)
            failed.failed(name, at());
    }
    std::int64_t wait(std::string_view name) const { return failed.wait(name, at()).milliseconds() / 1000; }
};

TEST_F(FailedSignInsTest, fourMistakesCostNothing) {
    fail("wang", 4);
    EXPECT_EQ(wait("wang"), 0);
    fail("wang");
    EXPECT_EQ(wait("wang"), 5);
}

TEST_F(FailedSignInsTest, theWaitGrowsAndPasses) {
    fail("wang", 5);
    now += 4;
    EXPECT_EQ(wait("wang"), 1);
    now += 1;
    EXPECT_EQ(wait("wang"), 0);
    for (std::int64_t const expected : {10, 20, 40, 80, 160, 300, 300}) {
        fail("wang");
        EXPECT_EQ(wait("wang"), expected);
        now += expected;
    }
    fail("wang", 100);
    EXPECT_EQ(wait("wang"), 300);
}

TEST_F(FailedSignInsTest, concernsOneNameHoweverItIsWritten) {
    fail("Wang", 5);
    EXPECT_EQ(wait("ｗang"), 5);
    EXPECT_EQ(wait("li"), 0);
}

TEST_F(FailedSignInsTest, theRightPassphraseEndsIt) {
    fail("wang", 9);
    failed.succeeded("wang");
    EXPECT_EQ(wait("wang"), 0);
    fail("wang", 4);
    EXPECT_EQ(wait("wang"), 0);
}

TEST_F(FailedSignInsTest, isReadBackAsItWas) {
    fail("王", 5);
    fail("li", 7);
    failed = FailedSignIns::of(failed.bytes(), at());
    EXPECT_EQ(wait("王"), 5);
    EXPECT_EQ(wait("li"), 20);
    fail("li");
    EXPECT_EQ(wait("li"), 40);
}

TEST_F(FailedSignInsTest, rubbishAndWhatIsFromBeforeTheMachineBeganCountNothing) {
    fail("wang", 9);
    auto const bytes = failed.bytes();
    now = 500;
    failed = FailedSignIns::of(bytes, at());
    EXPECT_EQ(wait("wang"), 0);
    for (std::string const rubbish : {"", "{", "[1]", R"({"wang":5})", R"({"wang":[-1,"x"]})"}) {
        failed = FailedSignIns::of(core::viewOf(rubbish), at());
        EXPECT_EQ(wait("wang"), 0) << rubbish;
    }
    failed = FailedSignIns::of(core::viewOf(R"({"wang":[4000000000,1000]})"), at());
    EXPECT_LE(wait("wang"), 300);
}

TEST_F(FailedSignInsTest, remembersSoManyNamesOnly) {
    fail("wang", 5);
    ++now;
    for (std::size_t other = 0; other < FailedSignIns::maxNames; ++other)
        fail("name " + std::to_string(other), 5);
    EXPECT_EQ(wait("wang"), 0);
    EXPECT_EQ(wait("name 0"), 5);
}

} // namespace
} // namespace ob::app
