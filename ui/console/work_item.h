// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QString>

#include <string>
#include <vector>

namespace ob::ui {

/// Something that waits for this desk: a line of the inbox 待我处理.
struct WorkItem {
    enum class Kind : std::uint8_t {
        Distress,
        Conflict,
        LeadOffer,
        Undelivered,
        Unanswered,
        Unassigned,
        Welfare,
        Check
    };
    Kind kind{};
    std::string key; ///< the same as long as it is the same thing
    core::IncidentId incident{};
    core::UnitId unit{};
    QString title{};
    QString detail{};
    QString meaning{}; ///< of what has happened, where the title cannot hold it
    std::optional<core::TimeLimit> limit{};
    /// What can be done: the word on the button, and the line that it puts into the command bar.
    struct Answer {
        QString word;
        QString line;
        bool isSent = false; ///< with Enter
    };
    std::vector<Answer> answers{};
    std::optional<core::ConflictId> conflict{}; ///< to be settled by a button of its own
};

/// In the order of need: distress, conflicts, what is due or overdue soonest, checks.
std::vector<WorkItem> workItemsOf(Console const& console);

} // namespace ob::ui
