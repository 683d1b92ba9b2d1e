// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/premise_text.h"

#include "tests/support/premise_builder.h"
#include "tests/support/shipped_hazards.h"
#include "tests/support/spoken_language.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

using test::premise;
using test::shippedHazards;

core::PremiseFound found(core::Premise record,
                         core::PremiseStanding standing = core::PremiseStanding::Current) {
    return {.premise = std::make_shared<core::Premise const>(std::move(record)),
            .metres = {},
            .standing = standing};
}

TEST(PremiseText, WarnsInBothLanguages) {
    auto const places = std::vector{found(premise("a", {"GAS-CYLINDER", "DOG"}))};
    EXPECT_EQ(cautionText(places, shippedHazards()),
              QStringLiteral("Caution: Gas cylinders, Guard dog (示范仓库)"));
    test::SpokenLanguage const chinese("zh_CN");
    EXPECT_EQ(cautionText(places, shippedHazards()), QStringLiteral("注意：气瓶、烈性犬（示范仓库）"));
}

TEST(PremiseText, WarnsShortlyOfMuch) {
    core::Premise note = premise("n", {});
    note.text = std::string(200, 'x') + "\nsecond line";
    std::vector<core::PremiseFound> places{
        found(premise("a", {"GAS-CYLINDER", "DOG", "CHEMICAL", "LITHIUM", "HIGH-RISE"})), found(note),
        found(premise("c")), found(premise("d"))};
    QString const words = cautionText(places, shippedHazards());
    EXPECT_TRUE(words.contains(QStringLiteral("Lithium batteries … (")));
    EXPECT_TRUE(words.endsWith(QStringLiteral("2 more records")));
    EXPECT_LT(words.size(), 200);
    EXPECT_EQ(cautionText({}, shippedHazards()), QString());
}

TEST(PremiseText, SaysThatARecordHasExpired) {
    core::Premise record = premise("a");
    record.validUntil = test::day(20251231);
    auto const old = found(record, core::PremiseStanding::Expired);
    EXPECT_TRUE(cautionText({old}, shippedHazards()).contains(QStringLiteral("record expired")));
    EXPECT_EQ(standingText(old), QStringLiteral("expired 2025-12-31"));
}

TEST(PremiseText, HasWordsForEveryFaultInBothLanguages) {
    for (char const* const language : {"en", "zh_CN"}) {
        test::SpokenLanguage const spoken(language);
        std::set<QString> known;
        for (int value = 0; value <= static_cast<int>(core::PremiseFault::KeyTwice); ++value) {
            auto const fault = static_cast<core::PremiseFault>(value);
            QString const text = premiseFaultText({.line = 7, .fault = fault, .column = "C", .value = "V"});
            EXPECT_FALSE(text.isEmpty()) << core::nameOf(fault);
            EXPECT_TRUE(known.insert(text).second) << text.toStdString();
            EXPECT_FALSE(text.contains(QLatin1Char('%'))) << text.toStdString();
            EXPECT_NE(core::nameOf(fault), "?");
        }
    }
}

TEST(PremiseText, ShowsTheCodeOfAHazardThatIsNotInTheList) {
    EXPECT_EQ(hazardName(core::Code::of("FROM-TOMORROW").value(), shippedHazards()),
              QStringLiteral("FROM-TOMORROW"));
}

} // namespace
} // namespace ob::ui
