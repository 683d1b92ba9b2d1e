// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/event.h"

#include <optional>
#include <string>

namespace ob::core {

/// What a new desk asks its agency to certify. Self-signed: it shows that the desk holds the key.
struct EnrolmentRequest {
    RealmId realm{};
    PublicKey deskKey;
    Hash tlsKey{}; ///< SHA-256 of the SubjectPublicKeyInfo
    std::string name;
    friend bool operator==(EnrolmentRequest const&, EnrolmentRequest const&) = default;
};

/// OB_ENSURE: the key is the desk key of the request, the name is allowed in a certificate.
Bytes encodeRequest(EnrolmentRequest const& request, SecretKey const& deskKey);
/// Nothing when it is not a request that its own desk key signed.
std::optional<EnrolmentRequest> decodeRequest(ByteView encoded);

} // namespace ob::core
