// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"

#include <optional>

namespace ob::core {
class Desk;
class JournalPort;
} // namespace ob::core

namespace ob::app {

/// Which knowledge a look back is made from.
enum class Knowledge : std::uint8_t {
    Today, ///< what had happened by then, by all that is known now
    Then,  ///< what had arrived at this desk by then
};

/// The board at a moment in the past, archive included. Folds every stream: seconds for a million events.
core::Board boardAt(core::Desk const& desk, core::JournalPort& journal, core::Instant at,
                    Knowledge knowledge);
/// The board of now, archive included.
core::Board wholeBoard(core::Desk const& desk, core::JournalPort& journal);

} // namespace ob::app
