// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/subcommand.h"
#include "core/desk.h"

namespace ob::app {

/// --operator, --position, --role: who is at the desk.
void addOperatorOptions(Arguments& arguments);
/// `supervisor,dispatcher` as Role bits. Throws UsageError.
std::uint8_t rolesOf(QString const& text);
/// Throws UsageError.
core::OperatorSession operatorOf(Arguments const& arguments);

} // namespace ob::app
