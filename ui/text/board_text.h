// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"

#include <QString>

namespace ob::ui {

struct Wording;

// One line each for a terminal table: columns of fixed width (East Asian characters count two), cut with …
// where they are too long; the last column is as long as it is. No blanks at the end. Times are local.

QString incidentHeading();
QString incidentLine(core::Incident const& incident, Wording const& wording);

QString unitHeading();
/// With what it is doing now: `board` knows its active assignments.
QString unitLine(core::Unit const& unit, core::Board const& board, Wording const& wording);

QString assignmentHeading();
QString assignmentLine(core::Assignment const& assignment, Wording const& wording);

QString conflictHeading();
QString conflictLine(core::Conflict const& conflict, Wording const& wording);

/// "待派" … "已控制" while it is open, else its state.
QString standingOf(core::Incident const& incident);
/// Who leads; 公安（首接） as long as nobody accepted the lead.
QString leadOf(core::Incident const& incident, Wording const& wording);

} // namespace ob::ui
