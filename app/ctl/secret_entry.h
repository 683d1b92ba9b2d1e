// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crypto/secret_text.h"

#include <QString>

#include <functional>
#include <optional>

namespace ob::app {

class Arguments;

/// One line without its end, at most as long as a passphrase may be and one more; `next` gives a character,
/// or false when there is none.
core::SecretText secretLine(std::function<bool(char&)> const& next);

/// What is typed at the terminal of this program, where nobody sees it. Nothing when it has no terminal, or
/// somebody pressed Ctrl+C.
std::optional<core::SecretText> typedSecret(QString const& prompt);

/// What the caller proves himself with: the file of --session, of --passphrase-file or the one that
/// ONEBOARD_PASSPHRASE_FILE names, else what is typed at the terminal. Throws FileError, EnrolmentRefusal for
/// an empty file, OperatorRefusal when there is no terminal.
core::SecretText secretOf(Arguments const& arguments);

} // namespace ob::app
