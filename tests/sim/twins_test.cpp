// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/twins.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ob::sim {
namespace {

std::uint64_t numberFrom(char const* name, std::uint64_t otherwise) {
    char const* const text = std::getenv(name);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

core::AgencyIndex agencyOf(std::uint64_t seed) { return {static_cast<std::uint16_t>(seed % 3)}; }

/// OB_SIM_TWINS and OB_SIM_FROM choose which; tests/sim/run --twins sets them.
TEST(Twins, NobodyCanTellWhatIsHiddenFromHim) {
    std::uint64_t const from = numberFrom("OB_SIM_FROM", 1);
    std::uint64_t const seeds = numberFrom("OB_SIM_TWINS", 30);
    std::uint64_t failed = 0;
    std::uint64_t secrets = 0;
    std::uint64_t others = 0;
    for (std::uint64_t seed = from; seed < from + seeds; ++seed) {
        auto const outcome = playTwins(seed, agencyOf(seed));
        secrets += outcome.secrets;
        others += outcome.isOther ? 1 : 0;
        if (outcome.failure.empty()) continue;
        ++failed;
        ADD_FAILURE() << "seed " << seed << ": " << outcome.failure
                      << "\n  again: tests/sim/run --twins --seeds 1 --from " << seed;
    }
    std::printf("seeds %llu, failed %llu; %llu secrets were others\n", static_cast<unsigned long long>(seeds),
                static_cast<unsigned long long>(failed), static_cast<unsigned long long>(secrets));
    EXPECT_GT(secrets, 10 * seeds);
    EXPECT_TRUE(2 * others > seeds || seeds == 1) << "nobody heard other secrets";
}

/// By what reaches the agency alone: nobody looks for forbidden words.
void expectFound(Planted fault) {
    for (std::uint64_t seed = 1; seed <= 20; ++seed)
        if (auto const outcome = playTwins(seed, agencyOf(seed), fault); !outcome.failure.empty()) {
            std::printf("found by seed %llu: %s\n", static_cast<unsigned long long>(seed),
                        outcome.failure.c_str());
            return;
        }
    ADD_FAILURE() << "nobody noticed";
}

TEST(Twins, FindASectionThatIsServedUnasked) { expectFound(Planted::ServesASectionUnasked); }
TEST(Twins, FindALengthThatTells) { expectFound(Planted::TellsByLength); }

} // namespace
} // namespace ob::sim
