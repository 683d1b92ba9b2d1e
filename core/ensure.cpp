// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"

#include <cstdio>
#include <cstdlib>

namespace ob::core {

void failEnsure(char const* condition, char const* file, int line) {
    std::fprintf(stderr, "%s:%d: must hold: %s\n", file, line, condition);
    std::abort();
}

} // namespace ob::core
