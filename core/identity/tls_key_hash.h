// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/id.h"

namespace ob::core {

/// SHA-256 of the SubjectPublicKeyInfo of an Ed25519 key (RFC 8410): how a desk certificate pins the key that
/// the desk shows in TLS.
Hash tlsKeyHash(PublicKey const& key);

} // namespace ob::core
