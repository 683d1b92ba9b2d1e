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

/// How long it is from now until what was typed: a length (12h, 90m, 12小时), or a time of day (08:00, 0800),
/// the next one. Nothing for anything else.
std::optional<core::Duration> timeUntil(QString const& typed, core::Instant now, core::ZonePort& zone);

/// As a word of the command language, 11h57m: whole minutes, rounded up, one at least.
QString lengthWord(core::Duration length);

} // namespace ob::ui
