// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/crypto/signing.h"
#include "core/journal/statement_file.h"

#include <filesystem>
#include <string>

namespace ob::app {

/// What a statement that was taken says.
struct TakenStatement {
    core::StatementKind kind{};
    core::PublicKey desk;
    std::string deskName; ///< empty when no log of that desk is held
    std::size_t logs = 0; ///< that stay valid up to a position
    bool isOwn = false;   ///< it is about this desk
    bool isKnown = false; ///< this desk had it already
};

/// Checks the statement with the realm's keys and keeps it beside the journal of the desk in `data`. A
/// revocation of a desk that is not known here yet is kept too: any agency of the realm may have made it, so
/// whoever applies it compares with the agency of the desk's logs. Throws FileError, EnrolmentRefusal,
/// core::StoreError when a desk is running there.
TakenStatement takeStatement(std::filesystem::path const& data, std::filesystem::path const& file);

/// Where the delegation of an enrolment key that signed a statement is kept in `store::SqliteMemory`.
std::string delegationKeyOf(core::PublicKey const& enrolmentKey);

} // namespace ob::app
