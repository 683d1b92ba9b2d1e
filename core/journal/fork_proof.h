// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/checkpoint.h"

namespace ob::core {

inline constexpr std::size_t maxForkProofSize = 4096;

/// Two heads, signed by one desk key for one log, that cannot be prefixes of one log. Either both have the
/// same size and different roots; or the longer one is proven to continue, at the size of the shorter one,
/// from another root than the shorter one has. Whoever knows the key of the log can check it, nothing else is
/// needed. It accuses a log, never a person.
struct ForkProof {
    SignedHead shorter; ///< or equally long, with the smaller text
    SignedHead longer;
    /// For different sizes: root of the first shorter.size leaves of the longer log, and the consistency
    /// proof from there to its root.
    Hash otherRoot{};
    MerkleProof continuation;

    LogId const& log() const { return shorter.head.log; }
    friend bool operator==(ForkProof const&, ForkProof const&) = default;
};

enum class ForkFault : std::uint8_t {
    None,
    Malformed,    ///< not the encoding of a fork proof, or more than maxForkProofSize
    BadHead,      ///< one of the notes is no head
    OtherLogs,    ///< heads of two logs
    BadSignature, ///< a head is not signed by the key
    NoConflict,   ///< equal roots: both may be prefixes of one log
    BadProof,     ///< the continuation does not lead to the longer head
};

/// Puts the heads in order and drops signatures of others. Nothing (which is a ForkFault) is checked.
/// For equal sizes: two heads suffice.
ForkProof makeForkProof(SignedHead first, SignedHead second);
/// For different sizes. `otherRoot` and `continuation` as in ForkProof.
ForkProof makeForkProof(SignedHead shorter, SignedHead longer, Hash const& otherRoot,
                        MerkleProof continuation);

/// None: the log has forked.
[[nodiscard]] ForkFault verifyForkProof(ForkProof const& proof, PublicKey const& deskKey);

/// Nothing when it would be larger than maxForkProofSize, which no log below 2^62 events reaches.
std::optional<Bytes> encodeForkProof(ForkProof const& proof);
/// Every accepted encoding is the one that would be written.
tl::expected<ForkProof, ForkFault> decodeForkProof(ByteView encoded);

} // namespace ob::core
