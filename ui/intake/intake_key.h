// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>

class QKeyEvent;

namespace ob::ui {

/// What a key does in any field of call intake. None is a letter alone, which would be in the way of typing.
enum class IntakeKey : std::uint8_t {
    Save,    ///< Ctrl+Enter
    Dropped, ///< Alt+R: the call broke off; saves with what is known
    Join,    ///< Alt+D: a further call of the first that may be the same, or back again
    P1,      ///< Alt+1 … Alt+4
    P2,
    P3,
    P4,
    KeepPoint,     ///< Alt+K
    DropPoint,     ///< Alt+X
    AskMap,        ///< Alt+M
    Hazards,       ///< Alt+H: what is known of the place in full, or away with it
    NewCall,       ///< Ctrl+Shift+N
    NextCall,      ///< Ctrl+PgDown
    PreviousCall,  ///< Ctrl+PgUp
    RestoreDrafts, ///< Ctrl+Shift+R
    Leave,         ///< Esc
};

std::optional<IntakeKey> intakeKeyOf(QKeyEvent const& event);

} // namespace ob::ui
