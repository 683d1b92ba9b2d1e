// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"

#include <optional>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <vector>

namespace ob::core {

// C2SP signed note (c2sp.org/signed-note): a text and signature lines below it.

inline constexpr std::size_t maxNoteSize = std::size_t{128} << 10;
inline constexpr std::size_t maxNoteSignatures = 32;

enum class NoteFault : std::uint8_t {
    TooLarge,          ///< more than maxNoteSize
    NotText,           ///< not UTF-8, or a control character other than newline
    NoSignatures,      ///< no empty line with at least one signature line below it
    TooManySignatures, ///< more than maxNoteSignatures
    BadSignatureLine,  ///< not "— name base64", or fewer than five bytes in it
    BadKeyName,        ///< empty, with a space or a plus
};

struct NoteSignature {
    std::string name;
    std::uint32_t keyId = 0;
    Bytes signature; ///< what follows the key id; its meaning depends on the key

    friend bool operator==(NoteSignature const&, NoteSignature const&) = default;
};

struct SignedNote {
    std::string text; ///< ends in a newline
    std::vector<NoteSignature> signatures;

    /// What parseNote reads; parseNote(note.encode()) == note.
    std::string encode() const;
    friend bool operator==(SignedNote const&, SignedNote const&) = default;
};

/// Strict: every accepted text is what encode() gives again.
tl::expected<SignedNote, NoteFault> parseNote(std::string_view encoded);
/// "— name base64\n"
std::string encodeSignatureLine(NoteSignature const& signature);

/// Signature types of the specification that we use.
enum class NoteKeyKind : std::uint8_t {
    Ed25519 = 0x01,     ///< over the text
    Cosignature = 0x04, ///< cosignature/v1, see cosignature.h
};

/// Who may sign a note.
struct NoteKey {
    std::string name;
    NoteKeyKind kind = NoteKeyKind::Ed25519;
    PublicKey key;

    /// SHA-256(name || "\n" || kind || key)[:4], big endian.
    std::uint32_t id() const;
    /// "name+id+base64": the form in which such keys are handed over.
    std::string verifierKey() const;
    static std::optional<NoteKey> ofVerifierKey(std::string_view text);

    friend bool operator==(NoteKey const&, NoteKey const&) = default;
};

/// Not empty, valid UTF-8, no control character, Unicode space or plus.
bool isKeyName(std::string_view name);

/// Adds the signature of an Ed25519 key with this name.
void signNote(SignedNote& note, std::string const& name, SecretKey const& key);

enum class NoteVerdict : std::uint8_t {
    Valid,
    Absent, ///< no line of this key
    Bad,    ///< a line of this key (name and id) that does not verify: the note is to be rejected
};
/// For keys of kind Ed25519.
NoteVerdict verifyNote(SignedNote const& note, NoteKey const& key);

} // namespace ob::core
