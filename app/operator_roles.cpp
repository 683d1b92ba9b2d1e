// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/operator_roles.h"

#include <array>
#include <utility>

namespace ob::app {
namespace {

constexpr std::array<std::pair<std::string_view, core::Role>, 8> roles{{
    {"call-taker", core::Role::CallTaker},
    {"dispatcher", core::Role::Dispatcher},
    {"duty-officer", core::Role::DutyOfficer},
    {"supervisor", core::Role::Supervisor},
    {"arbiter", core::Role::Arbiter},
    {"trainer", core::Role::Trainer},
    {"auditor", core::Role::Auditor},
    {"admin", core::Role::Admin},
}};

} // namespace

std::optional<core::Role> roleNamed(std::string_view name) {
    for (auto const& [text, role] : roles)
        if (name == text) return role;
    return std::nullopt;
}

std::vector<std::string_view> namesOfRoles(std::uint8_t wanted) {
    std::vector<std::string_view> names;
    for (auto const& [text, role] : roles)
        if ((wanted & static_cast<std::uint8_t>(role)) != 0) names.push_back(text);
    return names;
}

bool areInCharge(std::uint8_t all) {
    constexpr auto inCharge =
        static_cast<std::uint8_t>(core::Role::Supervisor) | static_cast<std::uint8_t>(core::Role::Admin);
    return (all & inCharge) != 0;
}

} // namespace ob::app
