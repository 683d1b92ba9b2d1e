// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/evidence_bundle.h"

#include <optional>

namespace ob::core {

/// A revocation or settlement on its way from the agency to the desks. What it says is verified by
/// core/identity/revocation.h; here is only its form.
struct StatementFile {
    StatementKind kind{};
    Bytes statement;  ///< as `encodeStatement` made it
    Bytes delegation; ///< of the enrolment key that signed; empty when the agency's root did
    friend bool operator==(StatementFile const&, StatementFile const&) = default;
};

/// A revocation of maxRevokedLogs logs and a delegation fit.
constexpr std::size_t maxStatementFileBytes = 256 * 1024;

Bytes encodeStatementFile(StatementFile const& file);
std::optional<StatementFile> decodeStatementFile(ByteView encoded);

} // namespace ob::core
