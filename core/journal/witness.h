// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/checkpoint.h"

#include <span>

namespace ob::core {

/// What a witness answers to a checkpoint; the numbers are those of c2sp.org/tlog-witness.
enum class WitnessVerdict : std::uint16_t {
    Cosign = 200,         ///< record the checkpoint durably, then cosign it
    BadRequest = 400,     ///< not a checkpoint, or an old size above its size
    NotTrusted = 403,     ///< no signature of a trusted key, or one that does not verify
    UnknownLog = 404,     ///< no such origin here
    OldSizeDiffers = 409, ///< the old size is not that of the last one cosigned: answer with that size
    NotConsistent = 422,  ///< the proof or a root is wrong: perhaps evidence of a fork, never cosigned
};

/// What the witness knows of one origin.
struct WitnessedLog {
    std::vector<NoteKey> trustedKeys; ///< of kind Ed25519
    std::uint64_t size = 0;           ///< last cosigned; 0 before the first
    Hash root = emptyRoot();
};

struct WitnessRequest {
    std::uint64_t oldSize = 0;
    /// Nothing when a hash in it was not 32 bytes long.
    std::optional<MerkleProof> proof = MerkleProof();
    SignedNote checkpoint;
};

/// `log` is what is known of the origin that the checkpoint names, null for an unknown one. Pure: recording
/// and the check against what is recorded must happen in one transaction.
WitnessVerdict decideWitness(WitnessRequest const& request, WitnessedLog const* log);

} // namespace ob::core
