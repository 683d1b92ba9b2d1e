// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/interop/rule_book_json.h"
#include "core/rules/hazard_book.h"
#include "core/rules/sop_book.h"

namespace ob::app {

/// The rule files that are part of the program: it needs no folder beside it.
core::RuleFiles shippedRuleFiles();
/// Read from them. They are tested to load.
core::RuleBook shippedRuleBook();
/// The same, read once.
core::RuleBook const& sharedRuleBook();
/// The cards of call-takers that are part of the program. They are tested to load.
core::SopBook shippedSopBook();
/// The list of hazards that is part of the program, read once. It is tested to load.
core::HazardBook const& sharedHazardBook();

} // namespace ob::app
