// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/premise/premise.h"

#include <initializer_list>
#include <string>
#include <string_view>

namespace ob::test {

inline core::CalendarDay day(std::int32_t yyyymmdd) { return core::CalendarDay::ofNumber(yyyymmdd).value(); }
inline core::GeoPoint at(double latitude, double longitude) {
    return core::GeoPoint::ofDegrees(latitude, longitude).value();
}

/// A record that is sound and can be relied on in 2026 and 2027: 示范仓库, 滨江路221号, gas cylinders.
inline core::Premise premise(std::string key,
                             std::initializer_list<std::string_view> hazards = {"GAS-CYLINDER"}) {
    core::Premise made;
    made.key = std::move(key);
    made.name = "示范仓库";
    made.address = "滨江路221号";
    for (std::string_view const code : hazards)
        made.hazards.push_back({.code = core::Code::of(code).value(), .detail = {}});
    if (made.hazards.empty()) made.text = "noted";
    made.checkedOn = day(20261101);
    return made;
}

} // namespace ob::test
