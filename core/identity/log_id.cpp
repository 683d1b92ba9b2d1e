// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/log_id.h"

#include "core/crypto/sha256.h"

namespace ob::core {

LogId logIdOf(LogOrigin const& origin) {
    return LogId(Sha256()
                     .add(origin.realm)
                     .add(origin.deskKey.bytes)
                     .add(origin.nonce)
                     .add(static_cast<std::uint8_t>(origin.lane))
                     .finish());
}

} // namespace ob::core
