// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/past_cursor.h"
#include "core/ports.h"
#include "core/rules/rule_book.h"
#include "ui/console/board_news.h"

#include <filesystem>
#include <string_view>
#include <vector>

namespace ob::app {

/// What the file of a desk holds, for a screen that has to do without the desk: a full disk does not let it
/// start. It reads only. Throws FileError or core::StoreError when the file cannot be read either. Belongs to
/// one thread.
class StillDesk {
  public:
    StillDesk(std::filesystem::path const& folder, core::RuleBook const& rules);

    ui::BoardNews board();
    std::vector<core::Event> events(core::StreamId stream);
    std::vector<core::SearchHit> find(std::string_view text, std::size_t limit);

  private:
    DeskFolder m_folder;
    DeskIdentity m_identity;
    core::RuleBook const& m_rules;
    PastCursor m_cursor;
};

} // namespace ob::app
