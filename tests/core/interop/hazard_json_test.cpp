// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/hazard_json.h"

#include "core/code.h"
#include "tests/support/shipped_hazards.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using nlohmann::json;

/// The fault of the shipped list, changed at a JSON pointer; null removes the key.
std::string faultOf(std::string const& pointer, json const& value) {
    json content = json::parse(test::shippedRuleText(hazardFileName));
    json::json_pointer const place(pointer);
    if (value.is_null())
        content.at(place.parent_pointer()).erase(place.back());
    else
        content[place] = value;
    auto const book = loadHazardBook(content.dump());
    return book ? std::string("none") : book.error().path;
}

TEST(HazardBook, IsShippedAsATemplateWithEveryGrade) {
    HazardBook const& book = test::shippedHazards();
    EXPECT_FALSE(book.isReviewed());
    for (HazardGrade const grade : {HazardGrade::Life, HazardGrade::Care, HazardGrade::Access})
        EXPECT_NE(std::ranges::find(book.kinds().all(), grade, &HazardKind::grade), book.kinds().all().end());
}

TEST(HazardBook, EveryWordFindsItsHazardAndCanStandInARecord) {
    for (HazardKind const& kind : test::shippedHazards().kinds().all()) {
        EXPECT_TRUE(Code::of(kind.code)) << kind.code;
        for (auto const& word : wordsOf(kind))
            EXPECT_EQ(test::shippedHazards().kinds().find(word), &kind) << word;
    }
}

TEST(HazardBook, TakesWhatANewerListWroteForSomethingToBeReckonedWith) {
    EXPECT_EQ(test::shippedHazards().gradeOf("CHEMICAL"), HazardGrade::Life);
    EXPECT_EQ(test::shippedHazards().gradeOf("NO-WATER"), HazardGrade::Access);
    EXPECT_EQ(test::shippedHazards().gradeOf("FROM-TOMORROW"), HazardGrade::Care);
}

TEST(HazardBook, IsReadStrictly) {
    EXPECT_EQ(faultOf("/hazards/0/grade", "deadly"), "/hazards/0/grade");
    EXPECT_EQ(faultOf("/hazards/0/zh", "bottles"), "/hazards/0/zh");
    EXPECT_EQ(faultOf("/hazards/0/colour", "red"), "/hazards/0/colour");
    EXPECT_EQ(faultOf("/hazards/1/code", "GAS-CYLINDER"), "/hazards/1");
    EXPECT_EQ(faultOf("/hazards/1/aliases", json{"气瓶"}), "/hazards/1");
    EXPECT_EQ(faultOf("/version", nullptr), "/version");
    EXPECT_EQ(faultOf("/hazards", json::array()), "/hazards");
    EXPECT_EQ(faultOf("/version", "2026-11-22.2"), "none");
}

RC_GTEST_PROP(HazardBook, SurvivesAnyText, (std::string const& text)) { RC_ASSERT(!loadHazardBook(text)); }

} // namespace
} // namespace ob::core
