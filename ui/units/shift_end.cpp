// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/units/shift_end.h"

#include "core/language/line.h"
#include "core/language/measures.h"
#include "core/ports.h"
#include "core/text.h"

#include <algorithm>

namespace ob::ui {
namespace {

constexpr core::Duration day = core::Duration::ofMinutes(24 * 60);

} // namespace

std::optional<core::Duration> timeUntil(QString const& typed, core::Instant now, core::ZonePort& zone) {
    std::string const word = core::normalise(typed.toStdString());
    if (auto const length = core::lengthOf(word)) return length;
    auto const time = core::clockTimeOf(word);
    if (!time) return std::nullopt;
    auto const next = zone.lastLocal(time->hour, time->minute, now + day);
    if (next <= now) return std::nullopt;
    return next - now;
}

QString lengthWord(core::Duration length) {
    constexpr std::int64_t minute = 60'000;
    std::int64_t const minutes = std::max<std::int64_t>(1, (length.milliseconds() + minute - 1) / minute);
    QString word;
    if (minutes >= 60) word += QString::number(minutes / 60) + QLatin1Char('h');
    if (minutes % 60 != 0) word += QString::number(minutes % 60) + QLatin1Char('m');
    return word;
}

} // namespace ob::ui
