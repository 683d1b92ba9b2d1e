// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ob::app {

/// What a picture can be taken of besides the board: its name for --screen, and the action that opens it in
/// the main window, or the window of its own.
struct Screen {
    enum class Window : std::uint8_t { Main, LookBack, Wall };
    char const* name;
    char const* action;
    Window window = Window::Main;
};
inline constexpr Screen screens[] = {
    {"alarms", "desk.alarms"},          {"call", "incident.new"},
    {"grants", "unit.grants"},          {"lookback", "", Screen::Window::LookBack},
    {"roster", "unit.roster"},          {"unit", "unit.sheet"},
    {"wall", "", Screen::Window::Wall},
};

} // namespace ob::app
