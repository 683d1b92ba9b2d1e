// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/crypto/signing.h"

#include <optional>
#include <string>

namespace ob::core {

/// What an agency hands to whoever makes the realm: what it is called and the public half of its root key.
/// Self-signed: it shows that the agency holds the key. Whose it is tells the fingerprint, compared by
/// people.
struct AgencyFile {
    Code code;
    std::string nameZh;
    std::string nameEn;
    PublicKey rootKey;
    friend bool operator==(AgencyFile const&, AgencyFile const&) = default;

    static constexpr std::size_t maxNameBytes = 128;
};

constexpr std::size_t maxAgencyFileBytes = 4096;

/// OB_ENSURE: the code and the names are there and not too long, the key is the root key of the file.
Bytes encodeAgencyFile(AgencyFile const& file, SecretKey const& root);
/// Nothing when it is not a file that its own key signed.
std::optional<AgencyFile> decodeAgencyFile(ByteView encoded);

} // namespace ob::core
