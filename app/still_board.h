// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/rules/rule_book.h"
#include "ui/console/board_news.h"

#include <filesystem>

namespace ob::app {

/// What the file of a desk holds, for a screen that has to do without the desk: a full disk does not let it
/// start. Throws FileError or core::StoreError when the file cannot be read either.
ui::BoardNews stillBoard(std::filesystem::path const& folder, core::RuleBook const& rules);

} // namespace ob::app
