// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/memory_journal.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace ob::core {

/// What an audit must say of an edit: a finding in this log with one of these indices; or, when only a hash
/// was left of the event, a root that differs at the first head that can be computed after it.
struct EditTrace {
    std::vector<std::uint64_t> indices;
    bool isAnyLaterHeadEnough = false;
};

/// One way to rewrite history in somebody's database. Nothing when the log offers no occasion for it.
struct JournalEdit {
    std::string_view name;
    std::function<std::optional<EditTrace>(MemoryLog& log, ValueSource& values)> apply;
};

std::vector<JournalEdit> const& journalEdits();

bool isNamed(EditTrace const& trace, MemoryLog const& edited, std::vector<Finding> const& findings);

} // namespace ob::core
