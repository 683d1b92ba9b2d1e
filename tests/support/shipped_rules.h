// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/rule_book_json.h"
#include "core/interop/sop_json.h"
#include "tests/support/source_dir.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace ob::test {

inline std::string shippedRuleText(std::string_view name) {
    std::ifstream file(std::string(sourceDir() + "/resources/rules/") + std::string(name), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The rule files of resources/rules, by name.
inline core::RuleFiles shippedRuleFiles() {
    core::RuleFiles files;
    for (auto const name : core::ruleFileNames())
        files.emplace(name, shippedRuleText(name));
    return files;
}

/// The rule book as it is shipped, read once. Throws, naming the fault, when it is not fit to ship.
inline core::RuleBook const& shippedRules() {
    static core::RuleBook const rules = [] {
        auto book = core::loadRuleBook(shippedRuleFiles());
        if (!book)
            throw std::runtime_error(book.error().file + book.error().path + ": " + book.error().message);
        return *std::move(book);
    }();
    return rules;
}

/// The cards of call-takers, as they are shipped.
inline std::string shippedSopText() { return shippedRuleText(core::sopFileName); }

} // namespace ob::test
