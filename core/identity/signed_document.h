// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"

#include <optional>

namespace ob::core {

/// A document of the identity chain as it is stored and sent: array [body, signature, …]. The body is a byte
/// string, so that it is verified as it was received. What is signed is `domain || 0x00 || body`, as with the
/// statements of core/journal: no document can pass for another.
struct SignedDocument {
    Bytes body; ///< deterministic CBOR
    Signature signature;
    friend bool operator==(SignedDocument const&, SignedDocument const&) = default;
};

SignedDocument signDocument(std::string_view domain, Bytes body, SecretKey const& key);
[[nodiscard]] bool verifyDocument(std::string_view domain, SignedDocument const& document,
                                  PublicKey const& key);

/// One document, or two in one array: the second tells where the authority of the first comes from.
struct DocumentChain {
    SignedDocument document;
    std::optional<SignedDocument> authority;
};
Bytes encodeDocuments(DocumentChain const& chain);
/// Nothing when it is not the encoding of one or two documents.
std::optional<DocumentChain> decodeDocuments(ByteView encoded);

} // namespace ob::core
