// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/rule_book_json.h"

#include "tests/support/shipped_rules.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using nlohmann::json;

/// The shipped files with one of them changed at a JSON pointer; null removes the key.
RuleFiles changed(std::string const& file, std::string const& pointer, json const& value) {
    RuleFiles files = test::shippedRuleFiles();
    json content = json::parse(files.at(file));
    json::json_pointer const place(pointer);
    if (value.is_null())
        content.at(place.parent_pointer()).erase(place.back());
    else
        content[place] = value;
    files[file] = content.dump();
    return files;
}

struct Wrong {
    char const* what;
    char const* file;
    char const* pointer; ///< where it is changed
    json value;
    char const* path;    ///< where the fault is reported
    char const* message; ///< what it must speak of
};

std::ostream& operator<<(std::ostream& out, Wrong const& wrong) { return out << wrong.what; }

class RuleBookFault : public testing::TestWithParam<Wrong> {};

TEST_P(RuleBookFault, IsReportedWithItsPlace) {
    Wrong const& wrong = GetParam();
    auto const book = loadRuleBook(changed(wrong.file, wrong.pointer, wrong.value));
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().file, wrong.file);
    EXPECT_EQ(book.error().path, wrong.path);
    EXPECT_NE(book.error().message.find(wrong.message), std::string::npos) << book.error().message;
}

constexpr auto types = "incident_types.json";
constexpr auto agencies = "agencies.json";
constexpr auto kinds = "unit_kinds.json";

std::vector<Wrong> wrongs() {
    return {
        {"NoVersion", types, "/version", nullptr, "/version", "missing"},
        {"BadVersion", types, "/version", "1.0", "/version", "date"},
        {"UnknownTopKey", types, "/comment", "x", "/comment", "known key"},
        {"UnknownKey", types, "/types/3/colour", "red", "/types/3/colour", "known key"},
        {"MissingList", types, "/types", nullptr, "/types", "missing"},
        {"EmptyList", types, "/types", json::array(), "/types", "list"},
        {"ListIsNone", types, "/types", "x", "/types", "list"},
        {"EntryIsNone", types, "/types/3", 7, "/types/3", "object"},
        {"MissingCode", types, "/types/3/code", nullptr, "/types/3/code", "missing"},
        {"LowerCaseCode", types, "/types/3/code", "fire", "/types/3/code", "A-Z"},
        {"LongCode", types, "/types/3/code", std::string(33, 'A'), "/types/3/code", "32"},
        {"CodeTwice", types, "/types/3/code", "FIRE-STRUCT", "/types/3/code", "twice"},
        {"MissingChinese", types, "/types/3/zh", nullptr, "/types/3/zh", "missing"},
        {"MissingEnglish", types, "/types/3/en", nullptr, "/types/3/en", "missing"},
        {"EmptyName", types, "/types/3/en", "", "/types/3/en", "empty"},
        {"EnglishForChinese", types, "/types/3/zh", "Fire", "/types/3/zh", "Chinese"},
        {"ChineseForEnglish", types, "/types/3/en", "火", "/types/3/en", "Chinese"},
        {"BlankInChinese", types, "/types/3/zh", "火 灾", "/types/3/zh", "blank"},
        {"LongName", types, "/types/3/en", std::string(81, 'a'), "/types/3/en", "80"},
        {"FullWidth", types, "/types/3/en", "Ｆire", "/types/3/en", "normalised"},
        {"NameIsNumber", types, "/types/3/en", 3, "/types/3/en", "text"},
        {"PriorityZero", types, "/types/3/priority", 0, "/types/3/priority", "1 to 4"},
        {"PriorityFive", types, "/types/3/priority", 5, "/types/3/priority", "1 to 4"},
        {"PriorityHalf", types, "/types/3/priority", 1.5, "/types/3/priority", "1 to 4"},
        {"PriorityHuge", types, "/types/3/priority", 18446744073709551615ULL, "/types/3/priority", "1 to 4"},
        {"CheckTooLate", types, "/types/3/onSceneCheck", 241, "/types/3/onSceneCheck", "240"},
        {"VerifyIsText", types, "/types/3/verify", "yes", "/types/3/verify", "true"},
        {"AliasOfOther", types, "/types/3/aliases", {"起火"}, "/types/3", "FIRE-STRUCT"},
        {"NameOfOther", types, "/types/3/zh", "建筑火灾", "/types/3", "FIRE-STRUCT"},
        {"AliasOwnCode", types, "/types/0/aliases/2", "fire-struct", "/types/0/aliases/2", "nothing new"},
        {"AliasTwice", types, "/types/0/aliases/1", "火警", "/types/0/aliases/1", "nothing new"},
        {"NoAliasInList", types, "/types/0/aliases", json::array(), "/types/0/aliases", "list"},
        {"UnknownCategory", types, "/types/3/category", "SPACE", "/types/3/category", "SPACE"},
        {"UnknownLead", types, "/types/3/lead", "XX", "/types/3/lead", "XX"},
        {"EmptyCommonCode", types, "/types/3/commonCode", "", "/types/3/commonCode", "empty"},
        {"PrefixOfTwo", agencies, "/agencies/1/prefix", "消防队", "/agencies/1/prefix", "one Chinese"},
        {"LatinPrefix", agencies, "/agencies/1/prefix", "F", "/agencies/1/prefix", "one Chinese"},
        {"PrefixOfOther", agencies, "/agencies/1/prefix", "警", "/agencies/1", "PD"},
        {"UnknownMilestone", agencies, "/agencies/0/labels/0/milestone", "LUNCH",
         "/agencies/0/labels/0/milestone", "LUNCH"},
        {"MilestoneTwice", agencies, "/agencies/0/labels/0/milestone", "ONSCENE",
         "/agencies/0/labels/0/milestone", "twice"},
        {"LabelUntranslated", agencies, "/agencies/0/labels/0/en", nullptr, "/agencies/0/labels/0/en",
         "missing"},
        {"UnknownAgency", kinds, "/unitKinds/0/agency", "XX", "/unitKinds/0/agency", "XX"},
        {"NoCapability", kinds, "/unitKinds/0/capabilities", json::array(), "/unitKinds/0/capabilities",
         "list"},
        {"UnknownCapability", kinds, "/unitKinds/0/capabilities/1", "FLY", "/unitKinds/0/capabilities/1",
         "FLY"},
        {"CapabilityTwice", kinds, "/unitKinds/0/capabilities/1", "PATROL", "/unitKinds/0/capabilities/1",
         "twice"},
        {"CodeListClash", "codes.json", "/releases/1/aliases", {"不需要"}, "/releases/1", "NOT-NEEDED"},
        {"MissingCodeList", "codes.json", "/voids", nullptr, "/voids", "missing"},
        {"DispositionTwice", "dispositions.json", "/dispositions/1/code", "HANDLED", "/dispositions/1/code",
         "twice"},
    };
}

INSTANTIATE_TEST_SUITE_P(Kinds, RuleBookFault, testing::ValuesIn(wrongs()),
                         [](auto const& wrong) { return std::string(wrong.param.what); });

RuleFault faultOf(RuleFiles const& files) {
    auto const book = loadRuleBook(files);
    return book ? RuleFault{} : book.error();
}

TEST(RuleBookJson, WantsEveryFileAndNoOther) {
    auto files = test::shippedRuleFiles();
    files.erase("codes.json");
    EXPECT_EQ(faultOf(files),
              (RuleFault{.file = "codes.json", .path = "", .message = "the file is missing"}));
    files = test::shippedRuleFiles();
    files["more.json"] = "{}";
    EXPECT_EQ(faultOf(files).file, "more.json");
}

TEST(RuleBookJson, ReportsTextThatIsNotJson) {
    for (std::string const text : {"", "{", "[]", "null", "{\"version\":\"\xff\"}", "{}x"}) {
        auto files = test::shippedRuleFiles();
        files["codes.json"] = text;
        EXPECT_EQ(faultOf(files).file, "codes.json") << text;
    }
}

TEST(RuleBookJson, ReportsAKeyGivenTwice) {
    auto files = test::shippedRuleFiles();
    std::string& text = files["dispositions.json"];
    text.insert(text.find('{') + 1, "\"version\": \"2026-01-15\",");
    EXPECT_EQ(faultOf(files),
              (RuleFault{.file = "dispositions.json", .path = "", .message = "key given twice: version"}));
}

TEST(RuleBookJson, ReportsAFileThatIsTooLong) {
    auto files = test::shippedRuleFiles();
    files["codes.json"].append(maxRuleFileBytes, ' ');
    EXPECT_EQ(faultOf(files).file, "codes.json");
}

TEST(RuleBookJson, ReportsDeepNesting) {
    auto files = test::shippedRuleFiles();
    files["codes.json"] = "{\"version\":" + std::string(200'000, '[') + std::string(200'000, ']') + "}";
    EXPECT_EQ(faultOf(files).path, "/version");
}

TEST(RuleBookJson, HashCoversValuesAndNotLayout) {
    auto const hash = test::shippedRules().hash();
    auto files = test::shippedRuleFiles();
    for (auto& [name, text] : files)
        text = json::parse(text).dump(7);
    EXPECT_EQ(loadRuleBook(files)->hash(), hash);
    auto const other = loadRuleBook(changed(types, "/types/3/priority", 4));
    ASSERT_TRUE(other) << other.error().message;
    EXPECT_NE(other->hash(), hash);
}

TEST(RuleBookJson, VersionIsThatOfTheNewestFile) {
    auto const book = loadRuleBook(changed(kinds, "/version", "2031-05-01.2"));
    ASSERT_TRUE(book);
    EXPECT_EQ(book->version(), "2031-05-01.2");
}

RC_GTEST_PROP(RuleBookJsonProperty, DamagedFilesAreReportedAndNeverThrow, ()) {
    static RuleFiles const shipped = test::shippedRuleFiles();
    RuleFiles files; // the others are left out: it is quicker, and a fault of the first file comes first
    std::string text = shipped.at("agencies.json");
    auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
    auto const length = *rc::gen::inRange<std::size_t>(1, 40);
    files["agencies.json"] = text.replace(at, length, *rc::gen::arbitrary<std::string>());
    auto const book = loadRuleBook(files);
    RC_ASSERT(!book.has_value());
    RC_ASSERT(!book.error().file.empty());
    RC_ASSERT(!book.error().message.empty());
}

} // namespace
} // namespace ob::core
