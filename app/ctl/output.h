// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace ob::app {

// What subcommands say, to whom called them (app/caller.h): not to the standard streams, which are those of
// the desk when a running desk does it for somebody.

/// A line on standard output.
void print(QString const& line);
/// As printf, without a line end of its own.
[[gnu::format(printf, 1, 2)]] void printFormatted(char const* format, ...);
/// As printf, on standard error.
[[gnu::format(printf, 1, 2)]] void printError(char const* format, ...);

} // namespace ob::app
