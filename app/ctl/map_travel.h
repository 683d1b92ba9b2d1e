// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace ob::app {

// Travel times by road on a map pack: exit codes.

int runMapRoute(QStringList const& rest);
int runMapNearest(QStringList const& rest);
int runMapReach(QStringList const& rest);

} // namespace ob::app
