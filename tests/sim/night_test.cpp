// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/scenario.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ob::sim {
namespace {

std::uint64_t numberFrom(char const* name, std::uint64_t otherwise) {
    char const* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

/// OB_SIM_SEEDS and OB_SIM_FROM choose which; tests/sim/run sets them.
TEST(Night, EverySeedEndsWithEqualDesks) {
    std::uint64_t const from = numberFrom("OB_SIM_FROM", 1);
    std::uint64_t const seeds = numberFrom("OB_SIM_SEEDS", 200);
    std::uint64_t failed = 0;
    for (std::uint64_t seed = from; seed < from + seeds; ++seed) {
        auto const outcome = playNight(seed);
        if (outcome.failure.empty()) continue;
        ++failed;
        ADD_FAILURE() << "seed " << seed << ": " << outcome.failure
                      << "\n  again: tests/sim/run --seeds 1 --from " << seed;
    }
    std::printf("seeds %llu, failed %llu\n", static_cast<unsigned long long>(seeds),
                static_cast<unsigned long long>(failed));
}

TEST(Night, ASeedIsPlayedTheSameWayAgain) {
    auto const first = playNight(12);
    auto const second = playNight(12);
    EXPECT_EQ(first.trace, second.trace);
    EXPECT_GT(first.frames, 100u);
}

/// Whether one of the first seeds finds it.
bool isFound(Planted fault) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed)
        if (!playNight(seed, fault).failure.empty()) return true;
    return false;
}

TEST(Night, FindsADiskThatTellsBeforeItKeeps) { EXPECT_TRUE(isFound(Planted::TellsBeforeItKeeps)); }
TEST(Night, FindsSequencesThatAreUsedTwice) { EXPECT_TRUE(isFound(Planted::ReusesSequences)); }
TEST(Night, FindsADeskThatIgnoresTheAudience) { EXPECT_TRUE(isFound(Planted::IgnoresAudience)); }

} // namespace
} // namespace ob::sim
