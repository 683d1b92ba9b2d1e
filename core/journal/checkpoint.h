// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"
#include "core/journal/merkle.h"
#include "core/journal/signed_note.h"

namespace ob::core {

/// C2SP checkpoint (c2sp.org/tlog-checkpoint): the text of a note about a tree.
struct Checkpoint {
    std::string origin;
    std::uint64_t size = 0;
    Hash root{};
    std::vector<std::string> extensions; ///< lines without their newline

    std::string text() const;
    friend bool operator==(Checkpoint const&, Checkpoint const&) = default;
};

enum class CheckpointFault : std::uint8_t {
    NotANote,      ///< see parseNote
    BadOrigin,     ///< empty
    BadSize,       ///< not a decimal number without leading zeros, or above maxTreeSize
    BadRoot,       ///< not the base 64 of 32 bytes; in a head also: size 0 without the empty root
    BadExtensions, ///< an empty line; in a head: anything but the one `hlc` line
    NotALog,       ///< the origin of a head is not oneboard/ and 64 lower-case hexadecimal digits
    NotSigned,     ///< no line of the log's key
    BadSignature,
};

/// Strict: every accepted text is what Checkpoint::text() gives again.
tl::expected<Checkpoint, CheckpointFault> parseCheckpoint(std::string_view text);

/// Our head of a log: a checkpoint with the origin `oneboard/<log id>` and the extension line `hlc <stamp>`,
/// signed by the desk's key under the origin as key name.
struct Head {
    LogId log;
    std::uint64_t size = 0;
    Hash root{};
    Hlc at; ///< of the commit that it was signed in

    Checkpoint checkpoint() const;
    friend bool operator==(Head const&, Head const&) = default;
};

/// "oneboard/" and 64 hexadecimal digits.
std::string originOf(LogId const& log);
tl::expected<Head, CheckpointFault> headOf(Checkpoint const& checkpoint);

/// A head and the note that carries it, perhaps with further signatures.
struct SignedHead {
    Head head;
    SignedNote note;

    friend bool operator==(SignedHead const&, SignedHead const&) = default;
};

SignedHead signHead(Head const& head, SecretKey const& deskKey);
/// Reads without looking at signatures: for finding out whose key is needed.
tl::expected<SignedHead, CheckpointFault> parseHead(std::string_view encodedNote);
/// NotSigned or BadSignature unless the desk's key signed it; signatures of others are not looked at.
tl::expected<Head, CheckpointFault> verifyHead(SignedHead const& head, PublicKey const& deskKey);

} // namespace ob::core
