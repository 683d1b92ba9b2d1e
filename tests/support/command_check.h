// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/command.h"

namespace ob::test {

/// Whether every id that a command names is on the board (nil stands for "the only one"). For fuzzing and
/// property tests of the command line.
bool namesOnlyKnownThings(core::Command const& command, core::Board const& board);

} // namespace ob::test
