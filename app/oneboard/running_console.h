// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/control_service.h"

#include <filesystem>
#include <functional>

namespace ob::app {

/// The subcommands of this program, and `raise`, which another start of it asks for: `raised` is called on
/// the desk thread.
ControlService::Program servedConsole(std::function<void()> raised);

/// What runs on a data folder, as another start of the console finds it.
enum class RunningConsole : std::uint8_t {
    None,        ///< nobody answers there
    Raised,      ///< its window was brought to the front
    HasNoWindow, ///< a desk without a screen, or one that is ending
    IsOther,     ///< another version: it was told why
};
RunningConsole raiseRunning(std::filesystem::path const& data);

} // namespace ob::app
