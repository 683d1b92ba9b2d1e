// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/conflict.h"

#include "core/crypto/sha256.h"

namespace ob::core {

ConflictId conflictId(ConflictRule rule, std::vector<EventId> const& sortedLeaves) {
    Sha256 hash;
    hash.add(viewOf("oneboard conflict")).add(static_cast<std::uint8_t>(rule));
    for (EventId const leaf : sortedLeaves)
        hash.add(leaf.bytes());
    return ConflictId(hash.finish());
}

} // namespace ob::core
