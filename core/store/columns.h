// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"
#include "core/store/sql_error.h"

#include <algorithm>
#include <sqlite3.h>

namespace ob::store {

inline core::Bytes bytesOf(core::ByteView view) { return {view.begin(), view.end()}; }

/// 32 bytes as SQLite holds them; another length can only be damage.
inline core::Hash hashOf(core::ByteView view) {
    core::Hash hash{};
    if (view.size() != hash.size())
        throw SqlError(SQLITE_CORRUPT, "a hash of " + std::to_string(view.size()) + " bytes in the file");
    std::copy(view.begin(), view.end(), hash.begin());
    return hash;
}

} // namespace ob::store
