// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/shipped_rules.h"

#include "tests/support/shipped_hazards.h"
#include "tests/support/shipped_rules.h"

#include <gtest/gtest.h>

namespace ob::app {
namespace {

TEST(ShippedRules, are_the_files_of_the_repository) {
    EXPECT_EQ(shippedRuleFiles(), test::shippedRuleFiles());
}

TEST(ShippedRules, are_fit_to_load) {
    auto const book = core::loadRuleBook(shippedRuleFiles());
    ASSERT_TRUE(book) << book.error().file << book.error().path << ": " << book.error().message;
    EXPECT_FALSE(book->types().empty());
}

TEST(ShippedRules, come_with_cards_for_the_call_taker) {
    EXPECT_EQ(shippedSopBook().cards(), core::loadSopBook(test::shippedSopText(), sharedRuleBook())->cards());
}

TEST(ShippedRules, come_with_the_list_of_hazards) {
    EXPECT_EQ(sharedHazardBook().kinds().all(), test::shippedHazards().kinds().all());
}

} // namespace
} // namespace ob::app
