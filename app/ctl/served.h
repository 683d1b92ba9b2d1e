// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/control_service.h"

namespace ob::app {

/// The subcommands of this program, for a desk that is running in it.
ControlService::Program servedProgram();

} // namespace ob::app
