// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ob::core {
/// Prints where and what on stderr, then aborts: for errors of the programmer only, in release builds too.
[[noreturn]] void failEnsure(char const* condition, char const* file, int line);
} // namespace ob::core

#define OB_ENSURE(condition)                                                                                 \
    (static_cast<bool>(condition) ? static_cast<void>(0)                                                     \
                                  : ::ob::core::failEnsure(#condition, __FILE__, __LINE__))
