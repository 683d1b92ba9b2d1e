// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/incident_choice.h"

#include "app/ctl/subcommand.h"

namespace ob::app {

std::shared_ptr<core::Incident const> incidentNumbered(core::Board const& board, QString const& digits) {
    constexpr qsizetype fewest = 3;
    std::shared_ptr<core::Incident const> found;
    for (auto const& [id, incident] : board.incidents()) {
        if (digits.size() < fewest || !incident->number.text().ends_with(digits.toStdString())) continue;
        if (found)
            throw UsageError(QStringLiteral("%1 fits several incidents: give the whole number").arg(digits));
        found = incident;
    }
    if (!found) throw UsageError(QStringLiteral("there is no incident %1 on the board").arg(digits));
    return found;
}

} // namespace ob::app
