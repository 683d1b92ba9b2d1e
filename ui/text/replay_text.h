// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/replay.h"

#include <QString>

namespace ob::ui {

/// What came of a replay, a line each.
QString replayText(core::ReplayReport const& report);

} // namespace ob::ui
