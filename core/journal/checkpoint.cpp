// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/checkpoint.h"

#include <algorithm>
#include <charconv>

namespace ob::core {
namespace {

constexpr std::string_view originPrefix = "oneboard/";
constexpr std::string_view stampPrefix = "hlc ";

std::optional<std::uint64_t> decimal(std::string_view text) {
    std::uint64_t value = 0;
    auto const end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, value);
    if (error != std::errc() || stop != end || std::to_string(value) != text || value > maxTreeSize)
        return std::nullopt;
    return value;
}

/// Exactly `Size` bytes as lower-case hexadecimal digits.
template<std::size_t Size>
std::optional<std::array<std::uint8_t, Size>> lowerHex(std::string_view text) {
    std::array<std::uint8_t, Size> value;
    auto const bytes = fromHex(text);
    if (!bytes || bytes->size() != Size || toHex(*bytes) != text) return std::nullopt;
    std::ranges::copy(*bytes, value.begin());
    return value;
}

std::string stampLine(Hlc at) {
    std::array<std::uint8_t, 8> bytes;
    for (std::size_t index = 0; index < bytes.size(); ++index)
        bytes[index] = static_cast<std::uint8_t>(at.packed() >> (56 - 8 * index));
    return std::string(stampPrefix) + toHex(bytes);
}

} // namespace

std::string Checkpoint::text() const {
    std::string text = origin + "\n" + std::to_string(size) + "\n" + toBase64(root) + "\n";
    for (std::string const& line : extensions)
        text += line + "\n";
    return text;
}

tl::expected<Checkpoint, CheckpointFault> parseCheckpoint(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        auto const end = text.find('\n');
        if (end == std::string_view::npos) return tl::unexpected(CheckpointFault::BadExtensions);
        lines.push_back(text.substr(0, end));
        text.remove_prefix(end + 1);
    }
    if (lines.empty() || lines[0].empty()) return tl::unexpected(CheckpointFault::BadOrigin);
    auto const size = lines.size() < 2 ? std::nullopt : decimal(lines[1]);
    if (!size) return tl::unexpected(CheckpointFault::BadSize);
    auto const root = lines.size() < 3 ? std::nullopt : fromBase64(lines[2]);
    if (!root || root->size() != Hash{}.size()) return tl::unexpected(CheckpointFault::BadRoot);
    Checkpoint checkpoint{.origin = std::string(lines[0]), .size = *size, .root = {}, .extensions = {}};
    std::ranges::copy(*root, checkpoint.root.begin());
    for (auto line = lines.begin() + 3; line != lines.end(); ++line) {
        if (line->empty()) return tl::unexpected(CheckpointFault::BadExtensions);
        checkpoint.extensions.emplace_back(*line);
    }
    return checkpoint;
}

std::string originOf(LogId const& log) { return std::string(originPrefix) + log.hex(); }

Checkpoint Head::checkpoint() const {
    return {.origin = originOf(log), .size = size, .root = root, .extensions = {stampLine(at)}};
}

tl::expected<Head, CheckpointFault> headOf(Checkpoint const& checkpoint) {
    std::string_view const origin = checkpoint.origin;
    auto const log =
        origin.starts_with(originPrefix) ? lowerHex<32>(origin.substr(originPrefix.size())) : std::nullopt;
    if (!log) return tl::unexpected(CheckpointFault::NotALog);
    // Else two logs of size 0 could be told apart by a root that nothing is behind.
    if (checkpoint.size == 0 && checkpoint.root != emptyRoot())
        return tl::unexpected(CheckpointFault::BadRoot);
    if (checkpoint.extensions.size() != 1 || !checkpoint.extensions[0].starts_with(stampPrefix))
        return tl::unexpected(CheckpointFault::BadExtensions);
    auto const stamp = lowerHex<8>(std::string_view(checkpoint.extensions[0]).substr(stampPrefix.size()));
    if (!stamp) return tl::unexpected(CheckpointFault::BadExtensions);
    std::uint64_t packed = 0;
    for (std::uint8_t const byte : *stamp)
        packed = (packed << 8) | byte;
    return Head{.log = LogId(*log), .size = checkpoint.size, .root = checkpoint.root, .at = Hlc(packed)};
}

SignedHead signHead(Head const& head, SecretKey const& deskKey) {
    Checkpoint const checkpoint = head.checkpoint();
    SignedHead made{.head = head, .note = {.text = checkpoint.text(), .signatures = {}}};
    signNote(made.note, checkpoint.origin, deskKey);
    return made;
}

tl::expected<SignedHead, CheckpointFault> parseHead(std::string_view encodedNote) {
    auto note = parseNote(encodedNote);
    if (!note) return tl::unexpected(CheckpointFault::NotANote);
    auto const checkpoint = parseCheckpoint(note->text);
    if (!checkpoint) return tl::unexpected(checkpoint.error());
    auto const head = headOf(*checkpoint);
    if (!head) return tl::unexpected(head.error());
    return SignedHead{.head = *head, .note = *std::move(note)};
}

tl::expected<Head, CheckpointFault> verifyHead(SignedHead const& head, PublicKey const& deskKey) {
    Checkpoint const checkpoint = head.head.checkpoint();
    // What is believed is the text; the parsed head beside it must say the same.
    if (checkpoint.text() != head.note.text) return tl::unexpected(CheckpointFault::BadSignature);
    NoteKey const key{.name = checkpoint.origin, .kind = NoteKeyKind::Ed25519, .key = deskKey};
    switch (verifyNote(head.note, key)) {
    case NoteVerdict::Valid: return head.head;
    case NoteVerdict::Absent: return tl::unexpected(CheckpointFault::NotSigned);
    case NoteVerdict::Bad: break;
    }
    return tl::unexpected(CheckpointFault::BadSignature);
}

} // namespace ob::core
