// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace ob::app {

// Subcommands of `agency` that have a file of their own. Exit codes.
int signRequest(QStringList const& rest);
int revokeDesk(QStringList const& rest);

} // namespace ob::app
