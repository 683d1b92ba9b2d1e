// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"

#include <QString>

#include <optional>

namespace ob::core {
class ZonePort;
}

namespace ob::ui {

/// What a moment is typed in relation to.
struct TypedFrom {
    core::Instant shown; ///< a time alone is on this day, a date alone at this time of day
    core::Instant now;   ///< what would be later is a day, or without a year a year, earlier
};

/// Local time of the realm: "2140", "21:40", "21:40:05", "11-22 21:40", "2026-11-22 21:40", "2026-11-22";
/// also with / and in full width. Nothing when it is none of these. Where a clock was set forward over it:
/// the moment after the gap.
std::optional<core::Instant> typedMoment(QString const& text, TypedFrom from, core::ZonePort& zone);

/// As it can be typed: "2026-11-22 21:40:05".
QString typedText(core::Instant at, core::ZonePort& zone);

} // namespace ob::ui
