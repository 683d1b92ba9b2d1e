// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"

#include <functional>

namespace ob::core {

/// Submits the command and says what it was refused for, if it was. `committed` is told after the commit;
/// that storage failed is told by whoever commits.
std::optional<Refusal> refusalOf(Desk& desk, Command const& command, OperatorSession const& session,
                                 Lane lane, std::function<void(Receipt const&)> committed = {});

} // namespace ob::core
