// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/signing.h"
#include "core/id.h"
#include "core/journal/cosignature.h"

#include <optional>
#include <vector>

namespace ob::core {

// Short signed statements about logs. What is signed is `domain || 0x00 || body`, with a domain of its own
// for each kind: no statement can pass for another, and the zero byte keeps all of them apart from notes and
// cosignatures, whose messages hold no control character but newline. The body is deterministic CBOR.

/// What is known of a log up to a size.
struct LogPosition {
    LogId log;
    std::uint64_t size = 0;
    Hash root{}; ///< of the tree of that size

    friend bool operator==(LogPosition const&, LogPosition const&) = default;
};

/// A witness says, beside its cosignature and by the same key, up to where it holds the bodies of all events
/// that it is entitled to, not just their hashes. It is not part of the cosignature, for cosignature/v1 signs
/// the log's words and leaves none to the witness.
struct BodiesStatement {
    LogPosition seen;               ///< the checkpoint that was cosigned
    std::uint64_t completeSize = 0; ///< at most seen.size
    CosignatureTime at;             ///< as in the cosignature

    friend bool operator==(BodiesStatement const&, BodiesStatement const&) = default;
};

/// An agency settles a fork: only this prefix of the log counts. Signed by the agency's root; the log id
/// binds the realm.
struct Settlement {
    LogPosition kept;

    friend bool operator==(Settlement const&, Settlement const&) = default;
};

/// A desk's key is revoked from these positions on; logs of the desk that are not listed are void. Signed by
/// the agency's root or an enrolment key.
struct Revocation {
    /// So that a list without logs, made for a drill, does not count in another realm.
    std::array<std::uint8_t, 16> realm{};
    PublicKey deskKey;
    std::vector<LogPosition> kept; ///< ascending by log id, no log twice, at most maxRevokedLogs

    friend bool operator==(Revocation const&, Revocation const&) = default;
};
/// 1,024 incarnations with two lanes.
inline constexpr std::size_t maxRevokedLogs = 2048;

template<class Statement>
struct SignedStatement {
    Statement statement;
    Signature signature;

    friend bool operator==(SignedStatement const&, SignedStatement const&) = default;
};

// For BodiesStatement, Settlement and Revocation.

/// OB_ENSURE: the statement keeps its rules (sizes, order, a root of size 0).
template<class Statement>
SignedStatement<Statement> signStatement(Statement statement, SecretKey const& key);
template<class Statement>
[[nodiscard]] bool verifyStatement(SignedStatement<Statement> const& made, PublicKey const& key);
/// [body, signature]; every accepted encoding is the one that would be written.
template<class Statement>
Bytes encodeStatement(SignedStatement<Statement> const& made);
template<class Statement>
std::optional<SignedStatement<Statement>> decodeStatement(ByteView encoded);

} // namespace ob::core
