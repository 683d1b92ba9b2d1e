// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>

namespace ob::app {

class Arguments;

/// When a desk is running on the folder --data, it does the subcommand and this copies what it reads and
/// says; the exit code. Nothing when none is running there, or this is the running desk. Throws UsageError.
std::optional<int> doneByRunningDesk(Arguments const& arguments);

} // namespace ob::app
