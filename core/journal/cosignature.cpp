// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/cosignature.h"

#include "core/ensure.h"

#include <algorithm>
#include <limits>

namespace ob::core {
namespace {

constexpr std::uint64_t maxSeconds = std::numeric_limits<std::int64_t>::max();

std::string messageOf(std::string_view checkpointText, CosignatureTime at) {
    return "cosignature/v1\ntime " + std::to_string(at.seconds) + "\n" + std::string(checkpointText);
}

} // namespace

NoteSignature cosign(std::string_view checkpointText, std::string const& witnessName,
                     SecretKey const& witnessKey, CosignatureTime at) {
    // A time of zero would say that the witness makes no statement about what is newest.
    OB_ENSURE(isKeyName(witnessName) && at.seconds > 0 && at.seconds <= maxSeconds);
    NoteKey const signer{
        .name = witnessName, .kind = NoteKeyKind::Cosignature, .key = witnessKey.publicKey()};
    Signature const signature = witnessKey.sign(viewOf(messageOf(checkpointText, at)));
    NoteSignature line{.name = witnessName, .keyId = signer.id(), .signature = {}};
    for (int shift = 56; shift >= 0; shift -= 8)
        line.signature.push_back(static_cast<std::uint8_t>(at.seconds >> shift));
    line.signature.insert(line.signature.end(), signature.bytes.begin(), signature.bytes.end());
    return line;
}

std::optional<CosignatureTime> verifyCosignature(std::string_view checkpointText, NoteSignature const& line,
                                                 NoteKey const& witness) {
    if (witness.kind != NoteKeyKind::Cosignature || line.name != witness.name || line.keyId != witness.id())
        return std::nullopt;
    Signature signature;
    if (line.signature.size() != 8 + signature.bytes.size()) return std::nullopt;
    CosignatureTime at;
    for (std::size_t index = 0; index < 8; ++index)
        at.seconds = (at.seconds << 8) | line.signature[index];
    if (at.seconds == 0 || at.seconds > maxSeconds) return std::nullopt;
    std::copy(line.signature.begin() + 8, line.signature.end(), signature.bytes.begin());
    if (!verify(witness.key, viewOf(messageOf(checkpointText, at)), signature)) return std::nullopt;
    return at;
}

std::optional<CosignatureTime> cosignedAt(SignedNote const& note, NoteKey const& witness) {
    std::optional<CosignatureTime> newest;
    std::uint32_t const id = witness.id();
    for (NoteSignature const& line : note.signatures) {
        if (line.name != witness.name || line.keyId != id) continue;
        auto const at = verifyCosignature(note.text, line, witness);
        if (!at) return std::nullopt;
        newest = std::max(newest, at);
    }
    return newest;
}

} // namespace ob::core
