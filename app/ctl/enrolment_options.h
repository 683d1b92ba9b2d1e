// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/agency_folder.h"
#include "app/ctl/subcommand.h"
#include "app/key_store.h"
#include "core/identity/desk_certificate.h"

#include <filesystem>
#include <optional>

namespace ob::app {

// What the subcommands of enrolment share. Each throws UsageError.

/// Of an option that is a file; nothing when it is not given.
Passphrase passphraseOf(Arguments const& arguments, QString const& option);
/// A whole number from 1 to `most`; nothing when it is not given.
std::optional<std::uint32_t> countOf(Arguments const& arguments, QString const& option, std::uint32_t most);
/// What the command writes: refuses at once when there is something under that name.
std::filesystem::path newFileOf(Arguments const& arguments, QString const& option);
/// No words beside the options.
void expectNoMore(Arguments const& arguments);

/// --zone, Asia/Shanghai when it is not given.
std::string zoneOf(Arguments const& arguments);
/// Of a word with several subcommands: prints `usage` when help was asked for, else throws.
void throwOrShowUsage(QStringList const& arguments, QString const& usage);

/// CODE:NAME,… — a code that the rule book knows brings its names along.
std::vector<AgencyNames> agenciesOf(QString const& text);

/// --coordinator, once for each; none when it is not given.
std::vector<core::Code> coordinatorsOf(Arguments const& arguments);
void addCoordinatorOption(Arguments& arguments);

QString namesOf(core::Clearance const& clearance); ///< `joint,own`
QString nameOfScope(core::IncidentScope scope);    ///< `all`, `assigned`
bool isFingerprint(QString const& text);           ///< 30 digits, blanks do not count
bool isSameFingerprint(QString const& text, core::PublicKey const& key);

} // namespace ob::app
