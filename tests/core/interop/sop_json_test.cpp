// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/sop_json.h"

#include "tests/support/shipped_rules.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

using nlohmann::json;

RuleBook const& rules() { return test::shippedRules(); }

/// The shipped cards, changed at a JSON pointer; null removes the key.
std::string changed(std::string const& pointer, json const& value) {
    json content = json::parse(test::shippedSopText());
    json::json_pointer const place(pointer);
    if (value.is_null())
        content.at(place.parent_pointer()).erase(place.back());
    else
        content[place] = value;
    return content.dump();
}

TEST(SopBook, IsShippedWithACardForEveryCategory) {
    auto const book = loadSopBook(test::shippedSopText(), rules());
    ASSERT_TRUE(book) << book.error().path << ": " << book.error().message;
    for (auto const& category : rules().lists().categories.all())
        EXPECT_NE(book->about(category.code), nullptr) << category.code;
    for (auto const& type : rules().types().all())
        EXPECT_NE(book->cardFor(type), nullptr) << type.code;
}

TEST(SopBook, IsShippedAsATemplate) {
    EXPECT_FALSE(loadSopBook(test::shippedSopText(), rules())->isReviewed());
}

TEST(SopBook, GivesATypeItsOwnCardBeforeThatOfItsCategory) {
    auto const book = *loadSopBook(test::shippedSopText(), rules());
    EXPECT_EQ(book.cardFor(*rules().type("MED-CARDIAC"))->subject, "MED-CARDIAC");
    EXPECT_EQ(book.cardFor(*rules().type("MED-SEIZURE"))->subject, "MEDICAL");
    EXPECT_EQ(SopBook().cardFor(*rules().type("MED-SEIZURE")), nullptr);
}

TEST(SopBook, KeepsFullWidthPunctuationOfItsLines) {
    auto const book = *loadSopBook(changed("/cards/0/ask/0/zh", "着火了吗？哪里？"), rules());
    EXPECT_EQ(book.cards().front().questions.front().zh, "着火了吗？哪里？");
}

struct Wrong {
    char const* what;
    char const* pointer;
    json value;
    char const* path;
    char const* message;
};
std::ostream& operator<<(std::ostream& out, Wrong const& wrong) { return out << wrong.what; }

class SopBookFault : public testing::TestWithParam<Wrong> {};

TEST_P(SopBookFault, IsReportedWithItsPlace) {
    Wrong const& wrong = GetParam();
    auto const book = loadSopBook(changed(wrong.pointer, wrong.value), rules());
    ASSERT_FALSE(book);
    EXPECT_EQ(book.error().file, "sop.json");
    EXPECT_EQ(book.error().path, wrong.path);
    EXPECT_NE(book.error().message.find(wrong.message), std::string::npos) << book.error().message;
}

std::vector<Wrong> wrongs() {
    json const line{{"zh", "问"}, {"en", "ask"}};
    return {
        {"NoVersion", "/version", nullptr, "/version", "missing"},
        {"BadVersion", "/version", "1", "/version", "date"},
        {"NotSaidWhetherReviewed", "/reviewed", nullptr, "/reviewed", "missing"},
        {"UnknownKey", "/comment", "x", "/comment", "known key"},
        {"NoCards", "/cards", json::array(), "/cards", "list"},
        {"UnknownSubject", "/cards/2/for", "FIRE-MOON", "/cards/2/for", "FIRE-MOON"},
        {"SubjectTwice", "/cards/2/for", "FIRE", "/cards/2/for", "twice"},
        {"NoQuestions", "/cards/2/ask", nullptr, "/cards/2/ask", "missing"},
        {"EmptyQuestions", "/cards/2/ask", json::array(), "/cards/2/ask", "list"},
        {"TooManyLines", "/cards/2/instruct", json(8, line), "/cards/2/instruct", "1 to 7"},
        {"UnknownKeyOfALine", "/cards/2/ask/1/de", "x", "/cards/2/ask/1/de", "known key"},
        {"MissingEnglish", "/cards/2/ask/1/en", nullptr, "/cards/2/ask/1/en", "missing"},
        {"ChineseForEnglish", "/cards/2/ask/1/en", "问", "/cards/2/ask/1/en", "Chinese"},
        {"EnglishForChinese", "/cards/2/ask/1/zh", "ask", "/cards/2/ask/1/zh", "Chinese"},
        {"LongLine", "/cards/2/ask/1/en", std::string(81, 'a'), "/cards/2/ask/1/en", "80"},
        {"LineBreak", "/cards/2/ask/1/en", "a\nb", "/cards/2/ask/1/en", "control"},
        {"BlankAtTheEnd", "/cards/2/ask/1/en", "a ", "/cards/2/ask/1/en", "blank"},
        {"UnknownAgency", "/cards/2/agencies/0", "XX", "/cards/2/agencies/0", "XX"},
        {"AgencyTwice", "/cards/0/agencies/1", "FD", "/cards/0/agencies/1", "twice"},
    };
}
INSTANTIATE_TEST_SUITE_P(All, SopBookFault, testing::ValuesIn(wrongs()),
                         [](auto const& wrong) { return std::string(wrong.param.what); });

RC_GTEST_PROP(SopBook, takes_any_bytes, (std::string const& bytes)) {
    loadSopBook(bytes, rules()).has_value();
}

RC_GTEST_PROP(SopBook, takes_shipped_cards_with_any_byte_changed, ()) {
    std::string text = test::shippedSopText();
    auto const at = *rc::gen::inRange<std::size_t>(0, text.size());
    text[at] = *rc::gen::arbitrary<char>();
    loadSopBook(text, rules()).has_value();
}

} // namespace
} // namespace ob::core
