// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"

#include <string>

namespace ob::core {

/// 30 decimal digits in groups of five, `04217 33906 …`, for two people to compare by voice in any language:
/// about 99 bits of the SHA-256 of the key, after the numeric fingerprints of Signal.
std::string fingerprintOf(PublicKey const& key);

} // namespace ob::core
