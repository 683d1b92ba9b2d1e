// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/id.h"

#include <filesystem>

namespace ob::app {

// The keys of a desk, in DATA/keys (0600): desk.key signs, tls.key is shown to peers, rest.key and lookup.key
// never leave the machine.

struct DeskKeys {
    core::SecretKey desk;
    core::Hash tlsHash{}; ///< `core::tlsKeyHash`
};

bool hasDeskKeys(std::filesystem::path const& data);
/// Into DATA/keys, which is there; desk.key last. Throws FileError.
DeskKeys makeDeskKeys(std::filesystem::path const& data);
/// Throws FileError, EnrolmentRefusal.
DeskKeys readDeskKeys(std::filesystem::path const& data);

} // namespace ob::app
