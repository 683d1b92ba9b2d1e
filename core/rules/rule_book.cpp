// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/rules/rule_book.h"

#include <utility>

namespace ob::core {
namespace {

/// enRoute → ENROUTE
std::string codeOf(std::string_view name) {
    std::string code(name);
    for (char& letter : code)
        if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
    return code;
}

} // namespace

template<>
std::vector<std::string> wordsOf(AgencyProfile const& agency) {
    std::vector<std::string> words{agency.code, agency.name.zh, agency.name.en, agency.prefix};
    words.insert(words.end(), agency.aliases.begin(), agency.aliases.end());
    return words;
}

RuleBook::RuleBook(std::string version, Hash const& hash, RuleBookLists lists)
    : m_version(std::move(version)), m_hash(hash), m_lists(std::move(lists)) {}

AgencyProfile const* RuleBook::agencyOfPrefix(std::string_view prefix) const {
    for (AgencyProfile const& agency : agencies().all())
        if (agency.prefix == prefix) return &agency;
    return nullptr;
}

Names const* RuleBook::milestoneName(std::string_view agencyCode, AssignmentState milestone) const {
    std::string const code = codeOf(nameOf(milestone));
    if (AgencyProfile const* const owner = agency(agencyCode))
        for (MilestoneLabel const& label : owner->labels)
            if (label.milestone == code) return &label.name;
    CodeEntry const* const common = m_lists.milestones.byCode(code);
    return common == nullptr ? nullptr : &common->name;
}

} // namespace ob::core
