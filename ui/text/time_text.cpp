// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/time_text.h"

#include "core/ports.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

#include <algorithm>

namespace ob::ui {
namespace {

class TimeText {
    Q_DECLARE_TR_FUNCTIONS(TimeText)
  public:
    static QString left() { return tr("left %1"); }
    static QString over() { return tr("over %1"); }
    static QString ago() { return tr("%1 ago"); }
    static QString seconds() { return tr("%1 s"); }
    static QString minutes() { return tr("%1 min"); }
    //: Minutes, as short as can be.
    static QString briefMinutes() { return tr("%1m"); }
    static QString hours() { return tr("%1 h"); }
    static QString hoursMinutes() { return tr("%1 h %2 min"); }
    static QString days() { return tr("%1 d"); }
    static QString daysHours() { return tr("%1 d %2 h"); }

    static QString clock(LimitClock clock) {
        switch (clock) {
        case LimitClock::Assign: return tr("Assign");
        case LimitClock::Deliver: return tr("Deliver");
        case LimitClock::Acknowledge: return tr("Acknowledge");
        case LimitClock::Answer: return tr("Answer");
        case LimitClock::OnScene: return tr("On scene");
        case LimitClock::Welfare: return tr("Roll-call");
        }
        return {};
    }
};

QString twoDigits(std::int64_t value) { return QStringLiteral("%1").arg(value, 2, 10, QLatin1Char('0')); }

QString countText(std::int64_t milliseconds) {
    std::int64_t const seconds = milliseconds / 1000;
    QString const tail = twoDigits(seconds / 60 % 60) + QLatin1Char(':') + twoDigits(seconds % 60);
    return seconds < 3600 ? tail : QString::number(seconds / 3600) + QLatin1Char(':') + tail;
}

/// "yyyy-MM-dd HH:mm:ss" from `from` on; empty when the zone answers less.
QString localPart(core::Instant at, core::ZonePort& zone, qsizetype from, qsizetype length) {
    return textOf(zone.localText(at)).mid(from, length);
}

} // namespace

QString limitText(core::Instant due, core::Instant now) {
    return due >= now ? filled(TimeText::left(), {elapsedText(due - now)})
                      : filled(TimeText::over(), {elapsedText(now - due)});
}

QString limitText(LimitClock clock, core::Instant due, core::Instant now) {
    return TimeText::clock(clock) + QLatin1Char(' ') + limitText(due, now);
}

QString lengthText(core::Duration length) {
    std::int64_t const seconds = std::max<std::int64_t>(0, length.milliseconds()) / 1000;
    std::int64_t const minutes = seconds / 60;
    std::int64_t const hours = minutes / 60;
    auto const text = [](std::int64_t value) { return QString::number(value); };
    if (minutes == 0) return filled(TimeText::seconds(), {text(seconds)});
    if (hours == 0) return filled(TimeText::minutes(), {text(minutes)});
    if (hours < 24 && minutes % 60 == 0) return filled(TimeText::hours(), {text(hours)});
    if (hours < 24) return filled(TimeText::hoursMinutes(), {text(hours), text(minutes % 60)});
    if (hours % 24 == 0) return filled(TimeText::days(), {text(hours / 24)});
    return filled(TimeText::daysHours(), {text(hours / 24), text(hours % 24)});
}

QString elapsedText(core::Duration length) {
    constexpr std::int64_t day = 86'400'000;
    std::int64_t const elapsed = std::max<std::int64_t>(0, length.milliseconds());
    if (elapsed >= day) return filled(TimeText::days(), {QString::number(elapsed / day)});
    return countText(elapsed);
}

QString briefElapsedText(core::Duration length) {
    constexpr std::int64_t minute = 60'000;
    std::int64_t const elapsed = length.milliseconds();
    if (elapsed < 60 * minute || elapsed >= 24 * 60 * minute) return elapsedText(length);
    return filled(TimeText::briefMinutes(), {QString::number(elapsed / minute)});
}

QString ageText(core::Duration age) { return filled(TimeText::ago(), {lengthText(age)}); }

QString clockText(core::Instant at, core::ZonePort& zone) { return localPart(at, zone, 11, 8); }

QString minuteText(core::Instant at, core::ZonePort& zone) { return localPart(at, zone, 11, 5); }

QString clockText(core::Instant at, core::Instant reference, core::ZonePort& zone) {
    return zone.localDay(at) == zone.localDay(reference) ? clockText(at, zone) : localPart(at, zone, 5, 14);
}

} // namespace ob::ui
