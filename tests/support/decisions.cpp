// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/decisions.h"

#include "tests/support/board_builder.h"
#include "tests/support/event_equality.h"
#include "tests/support/shipped_rules.h"

namespace ob::core {
namespace {

std::string wordsOf(Refusal const& refusal) {
    std::string words = "refusal " + std::to_string(static_cast<int>(refusal.code));
    for (auto const& subject : refusal.subjects)
        words += " [" + subject + ']';
    return words;
}

std::uint16_t kindOf(Fact const& fact) {
    return std::visit([](auto const& each) { return std::decay_t<decltype(each)>::kind; }, fact);
}

} // namespace

Context deskOf(AgencyIndex agency, std::initializer_list<Role> roles) {
    Context context;
    context.now = instant(nowTime);
    context.localDay = 20261121;
    context.agency = agency;
    context.operatorName = "Li";
    context.position = code("D1");
    for (Role const role : roles)
        context.roles = static_cast<std::uint8_t>(context.roles | static_cast<std::uint8_t>(role));
    context.nextNumber = *IncidentNumber::of(20261121, 99);
    context.allAgencies = {police, fire, medical};
    context.agencyCodes = {code("PD"), code("FD"), code("EM")};
    context.rules = &test::shippedRules();
    return context;
}

Context drillDeskOf(AgencyIndex agency, std::initializer_list<Role> roles) {
    Context context = deskOf(agency, roles);
    context.drill = true;
    return context;
}

Result<Drafts> ask(Board const& board, Context const& desk, Intent const& intent) {
    return decide(board, {.intent = intent, .occurredAt = {}}, desk);
}

Result<Drafts> askLate(Board const& board, Context const& desk, Intent const& intent, Instant occurredAt,
                       Source source) {
    return decide(board, {.intent = intent, .occurredAt = occurredAt, .source = source}, desk);
}

testing::AssertionResult writes(Result<Drafts> const& decided, std::vector<Written> const& expected) {
    if (!decided) return testing::AssertionFailure() << wordsOf(decided.error());
    if (decided->size() != expected.size())
        return testing::AssertionFailure() << decided->size() << " drafts, not " << expected.size();
    for (std::size_t at = 0; at < expected.size(); ++at) {
        Draft const& draft = (*decided)[at];
        Circumstance const circumstance{instant(nowTime), Source::Operator, code("D1")};
        if (draft.stream != expected[at].stream)
            return testing::AssertionFailure() << "draft " << at << " is in another stream";
        if (!isSame(draft.body, EventBody{circumstance, expected[at].fact}))
            return testing::AssertionFailure()
                   << "draft " << at << " of kind " << kindOf(draft.body.fact)
                   << " is not the expected one of kind " << kindOf(expected[at].fact);
        if (!draft.restricted.own || draft.restricted.own->operatorName != "Li")
            return testing::AssertionFailure() << "draft " << at << " does not say who wrote it";
    }
    return testing::AssertionSuccess();
}

testing::AssertionResult refuses(Result<Drafts> const& decided, RefusalCode code,
                                 std::vector<std::string> const& subjects) {
    if (decided) return testing::AssertionFailure() << "accepted with " << decided->size() << " drafts";
    if (decided.error() == Refusal{code, subjects}) return testing::AssertionSuccess();
    return testing::AssertionFailure()
           << wordsOf(decided.error()) << ", not " << wordsOf(Refusal{code, subjects});
}

bool isSame(Drafts const& left, Drafts const& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(), [](auto const& a, auto const& b) {
        return a.stream == b.stream && isSame(a.body, b.body) && a.restricted == b.restricted;
    });
}

} // namespace ob::core
