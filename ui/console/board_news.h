// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/change_set.h"
#include "core/decide.h"
#include "core/premise/premise_book.h"
#include "ui/text/link_text.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace ob::ui {

/// What the desk of the console can do at the moment.
struct DeskHealth {
    enum class State : std::uint8_t { Running, Restarting, ReadOnly, Ended };
    State state = State::Restarting;
    QString reason; ///< English, of what is not running
    friend bool operator==(DeskHealth const&, DeskHealth const&) = default;
};

/// What has changed at the desk since the last time, as values.
struct BoardNews {
    std::optional<core::Board> whole; ///< instead of all that was known before
    core::ChangeSet changes;          ///< after that
    std::optional<std::vector<core::Conflict>> conflicts;
    std::optional<core::Context> context; ///< without operator; its time is of then
    std::optional<std::vector<LinkLine>> links;
    std::optional<DeskHealth> health;
    std::shared_ptr<core::PremiseBook const> premises; ///< null: as before

    /// What came after that.
    void add(BoardNews&& later);
    bool isEmpty() const {
        return !whole && changes.isEmpty() && !conflicts && !context && !links && !health && !premises;
    }
};

} // namespace ob::ui
