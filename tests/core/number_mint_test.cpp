// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/number_mint.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

constexpr std::int32_t today = 20261121;
constexpr std::int32_t tomorrow = 20261122;

IncidentNumber number(std::uint32_t serial, std::int32_t day = today) {
    return IncidentNumber::of(day, serial).value();
}

TEST(NumberMint, GoesThroughItsBlockInOrder) {
    NumberMint mint(1000, 1002);
    for (std::uint32_t const serial : {1000u, 1001u, 1002u}) {
        EXPECT_EQ(mint.next(today), number(serial));
        mint.take(number(serial));
    }
}

TEST(NumberMint, AskingTakesNothing) {
    NumberMint const mint(1000, 1999);
    EXPECT_EQ(mint.next(today), mint.next(today));
}

TEST(NumberMint, GoesOnPastFourDigits) {
    NumberMint mint(1000, 1999);
    mint.take(number(1999));
    EXPECT_EQ(mint.next(today), number(11'000));
    mint.take(number(11'999));
    EXPECT_EQ(mint.next(today), number(21'000));
}

TEST(NumberMint, ABlockOfOneNumberGoesOnToo) {
    NumberMint mint(7, 7);
    mint.take(number(7));
    EXPECT_EQ(mint.next(today), number(10'007));
}

TEST(NumberMint, NobodyIsCalledZero) {
    NumberMint mint(0, 9999);
    EXPECT_EQ(mint.next(today), number(1));
    mint.take(number(9999));
    EXPECT_EQ(mint.next(today), number(10'000));
}

TEST(NumberMint, EveryDayBeginsAnew) {
    NumberMint mint(1000, 1999);
    mint.take(number(1005));
    EXPECT_EQ(mint.next(tomorrow), number(1000, tomorrow));
    mint.take(number(1000, tomorrow));
    EXPECT_EQ(mint.next(tomorrow), number(1001, tomorrow));
}

TEST(NumberMint, ADayThatComesBackGoesOn) {
    NumberMint mint(1000, 1999);
    mint.take(number(1005));
    mint.take(number(1000, tomorrow)); // the clock was a day ahead
    EXPECT_EQ(mint.next(today), number(1006));
}

TEST(NumberMint, ANumberTypedForAFarDayLeavesTodayAsItIs) {
    NumberMint mint(1000, 1999);
    mint.take(number(1001, 20991231));
    mint.take(number(1000));
    EXPECT_EQ(mint.next(today), number(1001));
}

TEST(NumberMint, NumbersOfOthersChangeNothing) {
    NumberMint mint(1000, 1999);
    mint.take(number(2000));
    mint.take(number(999));
    mint.take(number(12'000));
    EXPECT_EQ(mint.next(today), number(1000));
}

TEST(NumberMint, ANumberTakenOutOfOrderIsNotGivenAgain) {
    NumberMint mint(1000, 1999);
    mint.take(number(1004));
    mint.take(number(1001));
    EXPECT_EQ(mint.next(today), number(1005));
}

TEST(NumberMint, WhenTheDayHasNoneLeftItGivesTheEmptyNumber) {
    NumberMint mint(0, 9999);
    mint.take(number(IncidentNumber::firstImported - 1));
    EXPECT_EQ(mint.next(today), IncidentNumber());
    EXPECT_EQ(mint.next(tomorrow), number(1, tomorrow));
}

TEST(NumberMint, ImportedNumbersAreNotItsOwn) {
    NumberMint mint(1000, 1999);
    mint.take(number(IncidentNumber::firstImported + 1500));
    EXPECT_EQ(mint.next(today), number(1000));
}

TEST(ImportedNumber, GoesOnInTheBlockAboveTheLiveOnes) {
    NumberBlock const block{1000, 1001};
    EXPECT_EQ(importedNumber(block, today, 0), number(1'001'000));
    EXPECT_EQ(importedNumber(block, today, 1'001'000), number(1'001'001));
    EXPECT_EQ(importedNumber(block, today, 1'001'001), number(1'011'000));
    EXPECT_EQ(importedNumber(block, today, 99'991'001), std::nullopt);
    EXPECT_EQ(importedNumber(block, 20270230, 0), std::nullopt) << "no such day";
}

TEST(NumberMint, GoesOnFromWhatItRemembers) {
    NumberMint mint(1000, 1999);
    mint.take(number(1005));
    mint.take(number(1002, tomorrow));
    NumberMint again(1000, 1999);
    for (IncidentNumber const last : mint.last())
        again.take(last);
    EXPECT_EQ(again.next(today), number(1006));
    EXPECT_EQ(again.next(tomorrow), number(1003, tomorrow));
}

TEST(NumberMint, RemembersTheNewestDaysOnly) {
    NumberMint mint(1000, 1999);
    for (std::int32_t year = 1980; year < 2080; ++year)
        mint.take(number(1000, year * 10'000 + 101));
    EXPECT_EQ(mint.last().size(), NumberMint::maxDays);
    EXPECT_EQ(mint.last().back(), number(1000, 20790101));
}

} // namespace
} // namespace ob::core
