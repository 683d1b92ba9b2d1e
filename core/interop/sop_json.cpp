// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/sop_json.h"

#include "core/interop/rule_reader.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace ob::core {
namespace {

std::vector<Names> sentences(RuleRow& card, std::string_view key) {
    std::vector<Names> lines;
    for (RuleRow& row : card.rows(key, 1, maxSopLines)) {
        lines.push_back(row.sentence());
        row.finish();
    }
    return lines;
}

SopCard readCard(RuleRow& row, RuleBook const& rules, RuleFaults& faults) {
    SopCard card;
    card.subject = row.code("for");
    card.questions = sentences(row, "ask");
    card.instructions = sentences(row, "instruct");
    card.sending = sentences(row, "send");
    card.agencies = row.codes("agencies");
    row.finish();
    if (rules.type(card.subject) == nullptr && rules.lists().categories.byCode(card.subject) == nullptr)
        faults.add(row.pathOf("for"), "there is no type or category " + card.subject);
    for (std::size_t index = 0; index < card.agencies.size(); ++index)
        if (rules.agency(card.agencies[index]) == nullptr)
            faults.add(row.pathOf("agencies") + '/' + std::to_string(index),
                       "there is no " + card.agencies[index]);
    return card;
}

} // namespace

tl::expected<SopBook, RuleFault> loadSopBook(std::string const& text, RuleBook const& rules) {
    RuleFaults faults{std::string(sopFileName)};
    nlohmann::json const content = parseRuleFile(text, faults);
    if (faults.first()) return tl::unexpected(*faults.first());
    RuleRow root(content, "", faults);
    std::string version = root.version("version");
    bool const isReviewed = root.flag("reviewed");
    std::vector<SopCard> cards;
    for (RuleRow& row : root.rows("cards", 1, maxRuleEntries)) {
        cards.push_back(readCard(row, rules, faults));
        auto const& subject = cards.back().subject;
        if (std::ranges::count(cards, subject, &SopCard::subject) > 1)
            faults.add(row.pathOf("for"), "given twice: " + subject);
    }
    root.finish();
    if (faults.first()) return tl::unexpected(*faults.first());
    return SopBook(std::move(version), isReviewed, std::move(cards));
}

} // namespace ob::core
