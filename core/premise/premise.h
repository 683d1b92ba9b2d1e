// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/calendar_day.h"
#include "core/code.h"
#include "core/geo/area.h"
#include "core/instant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// One hazard of a place, and what is known of it there: 气瓶 / "约40瓶，东侧库房".
struct PremiseHazard {
    Code code;          ///< of HazardBook
    std::string detail; ///< may be empty
    friend bool operator==(PremiseHazard const&, PremiseHazard const&) = default;
};

/// What an agency knows of a place before anything happens there (重点单位, 场所风险). The person to call is
/// kept apart from it (PremiseRecord).
struct Premise {
    std::string key; ///< tells records apart; as given, else made of name, address and place
    std::string name;
    std::string address;           ///< empty only where there is a point or an area
    std::optional<GeoPoint> point; ///< WGS 84
    Area area;                     ///< WGS 84; without rings: none
    /// Calls this near the point, or the outline of the area, are calls from here.
    std::uint32_t reachMetres = defaultReach;
    std::vector<PremiseHazard> hazards;
    std::string text;
    std::optional<CalendarDay> validUntil; ///< that day included; absent: without end
    std::string source;                    ///< who said so
    std::optional<CalendarDay> checkedOn;
    bool hasContact = false;

    static constexpr std::uint32_t defaultReach = 50;
    static constexpr std::uint32_t maxReach = 10'000;
    static constexpr std::size_t maxKeyBytes = 64;
    static constexpr std::size_t maxNameBytes = 256;
    static constexpr std::size_t maxAddressBytes = 512;
    static constexpr std::size_t maxTextBytes = 4'096;
    static constexpr std::size_t maxDetailBytes = 256;
    static constexpr std::size_t maxSourceBytes = 256;
    static constexpr std::size_t maxContactBytes = 512;
    static constexpr std::size_t maxHazards = 16;
    static constexpr std::size_t maxCorners = 2'000;
};
bool operator==(Premise const& one, Premise const& other);

/// Of one desk.
inline constexpr std::size_t maxPremises = 20'000;

/// With the person to call there, who is shown only when somebody asks (core/premise/contact_answer.h).
struct PremiseRecord {
    Premise premise;
    std::string contact; ///< empty: none
};

/// Whether every field is within its limits and the place can be found. What a reader lets through is.
bool isSound(Premise const& premise);

/// How far a record can be relied on.
enum class PremiseStanding : std::uint8_t {
    Current,
    NeverChecked,
    LongUnchecked, ///< for more than `longUncheckedDays` days
    Expired,
};
inline constexpr std::int32_t longUncheckedDays = 365;
PremiseStanding standingOf(Premise const& premise, CalendarDay today);

/// Metres from the point or the outline of the area; 0 inside it. Nothing when the record has neither.
std::optional<double> metresFrom(GeoPoint place, Premise const& premise);

} // namespace ob::core
