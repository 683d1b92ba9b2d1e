// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/mapping.h"
#include "core/interop/rule_book_json.h"

namespace ob::core {

/// Reads a mapping file strictly: every key is known, every code is in the rule book, every time format is
/// one. The first fault. Any bytes may be given. resources/import/README.md describes the format.
tl::expected<Mapping, RuleFault> loadMapping(std::string const& fileName, std::string const& text,
                                             RuleBook const& rules);

} // namespace ob::core
