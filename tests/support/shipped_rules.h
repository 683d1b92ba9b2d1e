// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/rule_book_json.h"
#include "tests/support/source_dir.h"

#include <fstream>
#include <iterator>
#include <stdexcept>

namespace ob::test {

/// The files of resources/rules, by name.
inline core::RuleFiles shippedRuleFiles() {
    core::RuleFiles files;
    for (auto const name : core::ruleFileNames()) {
        std::ifstream file(std::string(sourceDir() + "/resources/rules/") + std::string(name),
                           std::ios::binary);
        files.emplace(name, std::string(std::istreambuf_iterator<char>(file), {}));
    }
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

} // namespace ob::test
