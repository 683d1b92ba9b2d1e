// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/backoff.h"

#include <gtest/gtest.h>

namespace ob::net {
namespace {

using core::Duration;

/// The longest waits that chance can give.
std::vector<std::int64_t> longest(Backoff& backoff, int count, std::uint64_t& chance) {
    std::vector<std::int64_t> waits;
    for (std::int64_t ceiling = 250; count > 0;
         --count, ceiling = std::min<std::int64_t>(2 * ceiling, 30'000)) {
        chance = static_cast<std::uint64_t>(ceiling);
        waits.push_back(backoff.next().milliseconds());
    }
    return waits;
}

TEST(Backoff, WaitsUpToACeilingThatDoublesToHalfAMinute) {
    std::uint64_t chance = 0;
    Backoff backoff([&] { return chance; });
    EXPECT_EQ(longest(backoff, 9, chance),
              (std::vector<std::int64_t>{250, 500, 1000, 2000, 4000, 8000, 16'000, 30'000, 30'000}));
    chance = 0;
    EXPECT_EQ(backoff.next(), Duration());
    chance = 30'001; // one more than there are choices
    EXPECT_EQ(backoff.next(), Duration());
}

TEST(Backoff, BeginsAnewAfterAReset) {
    std::uint64_t chance = 0;
    Backoff backoff([&] { return chance; });
    longest(backoff, 5, chance);
    backoff.reset();
    EXPECT_EQ(longest(backoff, 2, chance), (std::vector<std::int64_t>{250, 500}));
}

TEST(Backoff, SlowedDownWaitsAtLeastHalfOfTheCeilingOnce) {
    std::uint64_t chance = 0;
    Backoff backoff([&] { return chance; });
    backoff.slowDown();
    EXPECT_EQ(backoff.next(), Duration::ofSeconds(15));
    EXPECT_EQ(backoff.next(), Duration());
    backoff.slowDown();
    chance = 15'000;
    EXPECT_EQ(backoff.next(), Duration::ofSeconds(30));
}

} // namespace
} // namespace ob::net
