// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/signed_note.h"

namespace ob::core {

// C2SP cosignature/v1 (c2sp.org/tlog-cosignature, Ed25519): a witness states that, at this time, this was the
// largest consistent tree of the log that it had seen. What it holds beside the tree is another statement:
// see BodiesStatement in statement.h.

/// POSIX seconds; at most 2^63 - 1.
struct CosignatureTime {
    std::uint64_t seconds = 0;
    friend auto operator<=>(CosignatureTime, CosignatureTime) = default;
};

/// A signature line over the text of a checkpoint, extension lines included.
NoteSignature cosign(std::string_view checkpointText, std::string const& witnessName,
                     SecretKey const& witnessKey, CosignatureTime at);

/// The time stated, when this line is a valid cosignature of this key (kind Cosignature) on the text.
std::optional<CosignatureTime> verifyCosignature(std::string_view checkpointText, NoteSignature const& line,
                                                 NoteKey const& witness);
/// The newest valid cosignature of the key on the note; nothing when there is none or one of them is bad.
std::optional<CosignatureTime> cosignedAt(SignedNote const& note, NoteKey const& witness);

} // namespace ob::core
