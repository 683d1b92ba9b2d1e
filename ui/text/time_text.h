// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/deadlines/time_limit.h"

#include <QString>

#include <cstdint>

namespace ob::core {
class ZonePort;
}

namespace ob::ui {

// The one formatter of times. Local times are those of the realm's zone.

using core::LimitClock;

/// "余 00:48" until it is due, then "超 00:48"; from an hour on "余 1:02:03", from a day on "超 3 天". Whole
/// seconds, cut off.
QString limitText(core::Instant due, core::Instant now);
/// With the name of the clock: "到场 超 00:48".
QString limitText(LimitClock clock, core::Instant due, core::Instant now);

/// "8 秒", "5 分", "2 小时 5 分", "3 天 4 小时". What is negative counts as nothing.
QString lengthText(core::Duration length);
/// How long something has gone on, for a column: "06:12", "1:02:03", from a day on "3 天".
QString elapsedText(core::Duration length);
/// The same where there is little room: from an hour on without seconds, "83 分".
QString briefElapsedText(core::Duration length);
/// "8 秒前".
QString ageText(core::Duration age);

/// HH:mm:ss.
QString clockText(core::Instant at, core::ZonePort& zone);
/// HH:mm.
QString minuteText(core::Instant at, core::ZonePort& zone);
/// HH:mm:ss on the same local day as `reference`, else MM-dd HH:mm:ss.
QString clockText(core::Instant at, core::Instant reference, core::ZonePort& zone);

} // namespace ob::ui
