// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/signed_note.h"

#include "core/crypto/sha256.h"
#include "core/ensure.h"
#include "core/text.h"

#include <algorithm>

namespace ob::core {
namespace {

constexpr std::string_view dash = "\u2014 ";

/// White space of Unicode above the control characters, in UTF-8.
constexpr std::string_view spaces[] = {" ",      "\u0085", "\u00a0", "\u1680", "\u2000", "\u2001", "\u2002",
                                       "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008", "\u2009",
                                       "\u200a", "\u2028", "\u2029", "\u202f", "\u205f", "\u3000"};

bool isControl(char c) { return static_cast<unsigned char>(c) < 0x20; }

std::string bigEndian(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes.push_back(static_cast<char>(value >> shift));
    return bytes;
}

std::uint32_t readBigEndian(ByteView bytes) {
    std::uint32_t value = 0;
    for (std::size_t index = 0; index < 4; ++index)
        value = (value << 8) | bytes[index];
    return value;
}

tl::expected<NoteSignature, NoteFault> parseSignatureLine(std::string_view line) {
    if (!line.starts_with(dash)) return tl::unexpected(NoteFault::BadSignatureLine);
    line.remove_prefix(dash.size());
    auto const space = line.rfind(' ');
    if (space == std::string_view::npos) return tl::unexpected(NoteFault::BadSignatureLine);
    auto const bytes = fromBase64(line.substr(space + 1));
    if (!bytes || bytes->size() < 5) return tl::unexpected(NoteFault::BadSignatureLine);
    NoteSignature signature{.name = std::string(line.substr(0, space)),
                            .keyId = readBigEndian(*bytes),
                            .signature = Bytes(bytes->begin() + 4, bytes->end())};
    if (!isKeyName(signature.name)) return tl::unexpected(NoteFault::BadKeyName);
    return signature;
}

} // namespace

bool isKeyName(std::string_view name) {
    return !name.empty() && isValidUtf8(name) && std::ranges::none_of(name, isControl)
           && name.find('+') == std::string_view::npos
           && std::ranges::none_of(spaces,
                                   [name](std::string_view space) { return name.find(space) != name.npos; });
}

std::string encodeSignatureLine(NoteSignature const& signature) {
    Bytes bytes;
    for (char const byte : bigEndian(signature.keyId))
        bytes.push_back(static_cast<std::uint8_t>(byte));
    bytes.insert(bytes.end(), signature.signature.begin(), signature.signature.end());
    return std::string(dash) + signature.name + " " + toBase64(bytes) + "\n";
}

std::string SignedNote::encode() const {
    std::string encoded = text + "\n";
    for (NoteSignature const& signature : signatures)
        encoded += encodeSignatureLine(signature);
    return encoded;
}

tl::expected<SignedNote, NoteFault> parseNote(std::string_view encoded) {
    if (encoded.size() > maxNoteSize) return tl::unexpected(NoteFault::TooLarge);
    if (!isValidUtf8(encoded)
        || std::ranges::any_of(encoded, [](char c) { return isControl(c) && c != '\n'; }))
        return tl::unexpected(NoteFault::NotText);
    auto const split = encoded.rfind("\n\n");
    if (split == std::string_view::npos || !encoded.ends_with('\n'))
        return tl::unexpected(NoteFault::NoSignatures);
    SignedNote note;
    note.text = encoded.substr(0, split + 1);
    std::string_view lines = encoded.substr(split + 2);
    if (lines.empty()) return tl::unexpected(NoteFault::NoSignatures);
    while (!lines.empty()) {
        if (note.signatures.size() == maxNoteSignatures) return tl::unexpected(NoteFault::TooManySignatures);
        auto const end = lines.find('\n');
        auto signature = parseSignatureLine(lines.substr(0, end));
        if (!signature) return tl::unexpected(signature.error());
        note.signatures.push_back(*std::move(signature));
        lines.remove_prefix(end + 1);
    }
    return note;
}

std::uint32_t NoteKey::id() const {
    Hash const hash = Sha256()
                          .add(viewOf(name))
                          .add(std::uint8_t{'\n'})
                          .add(static_cast<std::uint8_t>(kind))
                          .add(key.bytes)
                          .finish();
    return readBigEndian(hash);
}

std::string NoteKey::verifierKey() const {
    Bytes material{static_cast<std::uint8_t>(kind)};
    material.insert(material.end(), key.bytes.begin(), key.bytes.end());
    return name + "+" + toHex(viewOf(bigEndian(id()))) + "+" + toBase64(material);
}

std::optional<NoteKey> NoteKey::ofVerifierKey(std::string_view text) {
    auto const first = text.find('+');
    auto const second = first == text.npos ? text.npos : text.find('+', first + 1);
    if (second == text.npos) return std::nullopt;
    auto const material = fromBase64(text.substr(second + 1));
    if (!material || material->size() != 33) return std::nullopt;
    auto const kind = static_cast<NoteKeyKind>(material->front());
    if (kind != NoteKeyKind::Ed25519 && kind != NoteKeyKind::Cosignature) return std::nullopt;
    NoteKey key{.name = std::string(text.substr(0, first)), .kind = kind, .key = {}};
    std::copy(material->begin() + 1, material->end(), key.key.bytes.begin());
    // The id inside must be the one that follows from the rest.
    if (!isKeyName(key.name) || key.verifierKey() != text) return std::nullopt;
    return key;
}

void signNote(SignedNote& note, std::string const& name, SecretKey const& key) {
    OB_ENSURE(isKeyName(name) && note.text.ends_with('\n'));
    NoteKey const signer{.name = name, .kind = NoteKeyKind::Ed25519, .key = key.publicKey()};
    Signature const signature = key.sign(viewOf(note.text));
    note.signatures.push_back({.name = name,
                               .keyId = signer.id(),
                               .signature = Bytes(signature.bytes.begin(), signature.bytes.end())});
}

NoteVerdict verifyNote(SignedNote const& note, NoteKey const& key) {
    auto verdict = NoteVerdict::Absent;
    std::uint32_t const id = key.id();
    for (NoteSignature const& line : note.signatures) {
        if (line.name != key.name || line.keyId != id) continue;
        Signature signature;
        if (line.signature.size() != signature.bytes.size()) return NoteVerdict::Bad;
        std::ranges::copy(line.signature, signature.bytes.begin());
        if (!verify(key.key, viewOf(note.text), signature)) return NoteVerdict::Bad;
        verdict = NoteVerdict::Valid;
    }
    return verdict;
}

} // namespace ob::core
