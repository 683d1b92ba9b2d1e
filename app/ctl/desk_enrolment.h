// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace ob::app {

// Subcommands of `desk` that have a file of their own. Exit codes.
int requestDesk(QStringList const& rest);
int enrolDesk(QStringList const& rest);
int takeDeskRealm(QStringList const& rest);
int takeDeskStatement(QStringList const& rest);

} // namespace ob::app
