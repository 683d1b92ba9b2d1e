// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>

namespace ob::app {

/// `map demo`: exit code.
int runMapDemo(QStringList const& rest);

} // namespace ob::app
