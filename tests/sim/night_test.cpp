// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/night.h"

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
    for (std::uint64_t const seed :
         {12U, 13U, 15U}) { // an ordinary one, with a revocation, with an old version
        auto const first = playNight(seed);
        auto const second = playNight(seed);
        EXPECT_EQ(first.trace, second.trace) << "seed " << seed;
        EXPECT_GT(first.frames, 100u);
    }
}

/// Whether one of sixty seeds finds it.
void expectFound(Planted fault, std::uint64_t from = 1) {
    for (std::uint64_t seed = from; seed < from + 60; ++seed)
        if (auto const outcome = playNight(seed, fault); !outcome.failure.empty()) {
            std::printf("found by seed %llu: %s\n", static_cast<unsigned long long>(seed),
                        outcome.failure.c_str());
            return;
        }
    ADD_FAILURE() << "nobody noticed";
}

TEST(Night, FindsADiskThatTellsBeforeItKeeps) { expectFound(Planted::TellsBeforeItKeeps); }
TEST(Night, FindsSequencesThatAreUsedTwice) { expectFound(Planted::ReusesSequences); }
TEST(Night, FindsADeskThatIgnoresTheAudience) { expectFound(Planted::IgnoresAudience); }
TEST(Night, FindsADeskThatSendsBeforeItsCommit) { expectFound(Planted::SendsBeforeCommit); }
TEST(Night, FindsADeskThatAcknowledgesBeforeItSyncs) { expectFound(Planted::AcknowledgesBeforeSync); }
TEST(Night, FindsADeskThatTakesEqualSizeForComplete) { expectFound(Planted::TrustsEqualSize); }
TEST(Night, FindsADeskThatAsksARelayAlone) { expectFound(Planted::AsksOneRelay); }
TEST(Night, FindsADeskThatHidesParents) { expectFound(Planted::HidesParents); }
TEST(Night, FindsADeskThatOverlooksForks) { expectFound(Planted::OverlooksForks); }
TEST(Night, FindsADeskThatTakesAuthorityFromWhatIsNoAncestor) { expectFound(Planted::TrustsConcurrent); }
TEST(Night, FindsADeskThatCountsWhatWasVoided) { expectFound(Planted::CountsWhatIsVoided); }
TEST(Night, FindsADeskThatOverlooksWhichHistoryWasSettled) {
    expectFound(Planted::OverlooksSettledRoots, 41);
}
TEST(Night, FindsADeskThatKeepsStatementsToItself) { expectFound(Planted::KeepsStatementsToItself); }
TEST(Night, FindsAnOldVersionThatDropsWhatItDoesNotKnow) { expectFound(Planted::DropsUnknownKinds); }

} // namespace
} // namespace ob::sim
