// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/journal/encoded.h"
#include "core/journal/finding.h"
#include "core/journal/merkle.h"

#include <optional>
#include <string>
#include <vector>

namespace ob::core {

/// An event of a history of its log that is not the settled one, with what proves that the desk signed it.
/// It has no effect; others may have built on it.
struct AsideEvent {
    EncodedEvent event; ///< not a stub; sections as far as they are held
    std::string head;   ///< signed note of a head over it
    MerkleProof path;   ///< from its leaf to the root of that head
    friend bool operator==(AsideEvent const&, AsideEvent const&) = default;
};

/// The head is signed with the key and covers the event.
[[nodiscard]] bool verifyAside(AsideEvent const& aside, PublicKey const& deskKey);

/// What is wrong with it: header, sections, realm, and what proves it. Its log has the key.
std::vector<Finding> auditAside(AsideEvent const& aside, RealmId realm, PublicKey const& deskKey);

/// [log, sequence, header, [+ [index, section]], head, [* hash]], deterministic CBOR.
Bytes encodeAside(AsideEvent const& aside);
/// Whether the sections are those of the header is not looked at.
std::optional<AsideEvent> decodeAside(ByteView encoded);

} // namespace ob::core
