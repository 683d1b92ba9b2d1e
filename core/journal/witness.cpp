// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/witness.h"

namespace ob::core {
namespace {

bool isTrusted(SignedNote const& note, std::vector<NoteKey> const& keys) {
    bool valid = false;
    for (NoteKey const& key : keys)
        switch (verifyNote(note, key)) {
        case NoteVerdict::Valid: valid = true; break;
        case NoteVerdict::Absent: break;
        case NoteVerdict::Bad: return false;
        }
    return valid;
}

bool isConsistent(Checkpoint const& checkpoint, std::optional<MerkleProof> const& proof,
                  WitnessedLog const& log) {
    if (!proof) return false;
    if (checkpoint.size == 0 && checkpoint.root != emptyRoot()) return false;
    // Every tree continues the empty one; a proof of that would prove nothing.
    if (log.size == 0) return proof->empty();
    return verifyConsistency(
        {.oldSize = log.size, .newSize = checkpoint.size, .oldRoot = log.root, .newRoot = checkpoint.root},
        *proof);
}

} // namespace

WitnessVerdict decideWitness(WitnessRequest const& request, WitnessedLog const* log) {
    auto const checkpoint = parseCheckpoint(request.checkpoint.text);
    if (!checkpoint) return WitnessVerdict::BadRequest;
    if (log == nullptr) return WitnessVerdict::UnknownLog;
    if (!isTrusted(request.checkpoint, log->trustedKeys)) return WitnessVerdict::NotTrusted;
    if (request.oldSize > checkpoint->size) return WitnessVerdict::BadRequest;
    if (request.oldSize != log->size) return WitnessVerdict::OldSizeDiffers;
    return isConsistent(*checkpoint, request.proof, *log) ? WitnessVerdict::Cosign
                                                          : WitnessVerdict::NotConsistent;
}

} // namespace ob::core
