// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb_examples.h"

#include "tests/support/desk_givens.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ob::core {
namespace {

TEST(VerbExamples, InEnglishAreReadAsThoseInChinese) {
    test::DeskGivens desk;
    desk.selected = desk.addIncident(1042, "滨江路221");
    desk.addIncident(1057, "人民路9");
    desk.addUnit(test::DeskGivens::fire, "E07", {"FIRE-WATER"});
    desk.addUnit(test::DeskGivens::fire, "E03", {"FIRE-WATER"});
    desk.addUnit(test::DeskGivens::medical, "A12", {"MED-ALS"});
    for (VerbSpec const& spec : verbTable()) {
        std::string const english(englishExampleOf(spec.verb));
        EXPECT_EQ(findVerb(english.substr(0, english.find(' '))), &spec) << english;
        EXPECT_TRUE(std::ranges::all_of(english, [](char each) { return each > 0; })) << english;
        auto const codeOf = [](Preview const& preview) {
            return preview.refusal ? std::optional(preview.refusal->code) : std::nullopt;
        };
        auto const other = desk.preview(spec.example);
        EXPECT_EQ(codeOf(desk.preview(english)), codeOf(other)) << english;
        EXPECT_EQ(desk.preview(english).command.has_value(), other.command.has_value()) << english;
    }
}

} // namespace
} // namespace ob::core
