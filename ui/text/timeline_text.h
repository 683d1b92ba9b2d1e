// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fold/stream_fold.h"

#include <QString>
#include <QStringList>

namespace ob::ui {

struct Wording;

/// Recorded later than this after it happened counts as entered late (补录).
constexpr core::Duration lateAfter = core::Duration::ofSeconds(60);

/// One event of a timeline as one line: when it happened (local), who, what, then marks: from which source
/// when not the operator, 补录 with the time of recording, and why it has no effect. `taken` is null for an
/// event that waits for earlier ones. To name the units of assignments, `wording.incident` must know the
/// event's stream.
QString timelineLine(core::Event const& event, core::Taken const* taken, Wording const& wording);

/// The parts of such a line, for a table. When it happened; when it was recorded for one not understood.
core::Instant timelineMoment(core::Event const& event);
/// Position and operator, as far as they are known here.
QString timelinePerson(core::Event const& event);
QStringList timelineMarks(core::Event const& event, core::Taken const* taken, Wording const& wording);

} // namespace ob::ui
