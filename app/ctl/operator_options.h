// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/subcommand.h"
#include "core/crypto/secret_text.h"
#include "core/desk.h"

#include <filesystem>
#include <optional>
#include <vector>

namespace ob::app {

// Who is at the desk. Where it has operators somebody signs in, and name, roles and position are what the
// operator's record gives; where it has none they are taken as they are said. Each throws UsageError,
// FileError for a list that cannot be read, and OperatorRefusal.

/// --operator, --position, --role, --passphrase-file, --session.
void addOperatorOptions(Arguments& arguments);
/// The option --passphrase-file alone.
void addPassphraseOption(Arguments& arguments);

/// For what is done in a person's name.
core::OperatorSession operatorOf(Arguments const& arguments);
/// For what another system says: as operatorOf, but at a desk with operators who is not named is nobody, from
/// no position, and may do what a feed needs.
core::OperatorSession operatorOrFeedOf(Arguments const& arguments);

/// Somebody who has proved who it is, with all that the record gives.
struct SignedIn {
    std::string name; ///< as the record has it
    std::uint8_t roles = 0;
    std::vector<core::Code> positions; ///< the only ones; empty: any
    core::Code position;               ///< that a shift began with
};
/// By name and passphrase. Nothing at a desk without operators.
std::optional<SignedIn> signInByPassphrase(Arguments const& arguments);
/// With the roles and the position that are asked for, or what the record gives.
core::OperatorSession actingAs(SignedIn const& who, Arguments const& arguments);

/// What the caller proves himself with, wherever he is.
core::SecretText secretFrom(Arguments const& arguments);
/// Of the running desk, else --data.
std::filesystem::path folderOf(Arguments const& arguments);

/// `supervisor,dispatcher` as Role bits.
std::uint8_t rolesOf(QString const& text);
/// `FD-1,FD-2`; empty for none.
std::vector<core::Code> positionsOf(QString const& text);

} // namespace ob::app
