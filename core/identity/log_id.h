// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/event.h"

namespace ob::core {

/// Incarnations of one desk, at most; each has up to two logs.
constexpr std::size_t maxIncarnations = 1024;

/// What a log id is made from.
struct LogOrigin {
    RealmId realm{};
    PublicKey deskKey;
    Hash nonce{}; ///< of the incarnation; random
    Lane lane = Lane::Live;
};

/// SHA-256(realm || desk key || nonce || lane).
LogId logIdOf(LogOrigin const& origin);

} // namespace ob::core
