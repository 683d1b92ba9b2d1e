// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>

namespace ob::app {

/// What a picture can be taken of besides the board: its name for --screen, and what opens it: an action of
/// the main window, a window of its own, or a menu.
struct Screen {
    enum class Way : std::uint8_t { Action, LookBack, Wall, SideMap, Menu, UnitMenu, MapMenu };
    char const* name;
    char const* action;
    Way way = Way::Action;
};
inline constexpr Screen screens[] = {
    {"alarms", "desk.alarms"},
    {"call", "incident.new"},
    {"call-taker", "view.calltaker"},
    {"close", "incident.close"},
    {"commander", "view.commander"},
    {"field", "view.field"},
    {"filter", "go.filter"},
    {"grants", "unit.grants"},
    {"help", "help.verbs"},
    {"layouts", "view.layouts"},
    {"lock", "desk.lock"},
    {"lookback", "", Screen::Way::LookBack},
    {"map-menu", "", Screen::Way::MapMenu},
    {"menu", "", Screen::Way::Menu},
    {"next", "go.next"},
    {"note", "incident.note"},
    {"palette", "go.palette"},
    {"roster", "unit.roster"},
    {"side-map", "pane.map", Screen::Way::SideMap},
    {"sign-in", "desk.operator"},
    {"unit", "unit.sheet"},
    {"unit-menu", "", Screen::Way::UnitMenu},
    {"wall", "", Screen::Way::Wall},
};

} // namespace ob::app
