// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QKeySequence>
#include <QString>

#include <span>

namespace ob::ui {

/// What a key does in a window that looks back: once, for the window and for the help of the console.
struct LookBackKey {
    char const* id; ///< of the action
    QKeyCombination key;
    int minutes = 0; ///< to move by
    int speed = 0;   ///< to play at
};

/// In the order of the help.
std::span<LookBackKey const> lookBackKeys();
/// There must be one.
LookBackKey const& lookBackKey(char const* id);
QString wordsOf(LookBackKey const& key);

} // namespace ob::ui
