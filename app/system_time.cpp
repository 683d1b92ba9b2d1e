// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/system_time.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>
#include <chrono>
#include <limits>

namespace ob::app {
namespace {

core::Instant instantOf(qint64 milliseconds) {
    return core::Instant::ofMilliseconds(milliseconds).value_or(core::Instant());
}

} // namespace

core::Duration timeSinceStart() {
    auto const since = std::chrono::steady_clock::now().time_since_epoch();
    return core::Duration::ofMilliseconds(
        std::chrono::duration_cast<std::chrono::milliseconds>(since).count());
}

core::Instant SystemClock::now() { return instantOf(QDateTime::currentMSecsSinceEpoch()); }

struct RealmZone::Zone {
    QTimeZone zone;
    QDateTime local(core::Instant at) const {
        return QDateTime::fromMSecsSinceEpoch(at.milliseconds(), zone);
    }
};

RealmZone::RealmZone(std::string const& name) {
    QTimeZone zone(QByteArray::fromStdString(name));
    m_zone = std::make_unique<Zone>(Zone{zone.isValid() ? zone : QTimeZone::utc()});
}

RealmZone::~RealmZone() = default;

bool RealmZone::isKnown(std::string const& name) {
    return QTimeZone::isTimeZoneIdAvailable(QByteArray::fromStdString(name));
}

std::int32_t RealmZone::localDay(core::Instant at) {
    QDate const date = m_zone->local(at).date();
    return date.year() * 10'000 + date.month() * 100 + date.day();
}

core::Instant RealmZone::lastLocal(int hour, int minute, core::Instant now) {
    QDate const today = m_zone->local(now).date();
    QDateTime at(today, QTime(hour, minute), m_zone->zone);
    if (at.toMSecsSinceEpoch() > now.milliseconds())
        at = QDateTime(today.addDays(-1), QTime(hour, minute), m_zone->zone);
    return instantOf(at.toMSecsSinceEpoch());
}

std::string RealmZone::localText(core::Instant at) {
    return m_zone->local(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")).toStdString();
}

CivilZone::CivilZone(std::string const& name) {
    QTimeZone const zone(QByteArray::fromStdString(name));
    auto const msOf = [](int seconds) { return qint64{seconds} * 1000; };
    QDateTime const first(QDate(1970, 1, 1), QTime(0, 0), Qt::UTC);
    QDateTime const last(QDate(2100, 1, 1), QTime(0, 0), Qt::UTC);
    m_periods.push_back(
        {std::numeric_limits<std::int64_t>::min(), msOf(zone.isValid() ? zone.offsetFromUtc(first) : 0)});
    if (!zone.isValid() || !zone.hasTransitions()) return;
    auto after = first;
    for (;;) {
        auto change = zone.nextTransition(after);
        // Qt 6.4 knows none right after the last one of the file (2037), but those by the rule after that.
        if (!change.atUtc.isValid()) change = zone.nextTransition(after.addSecs(1));
        if (!change.atUtc.isValid() || change.atUtc > last) break;
        m_periods.push_back({change.atUtc.toMSecsSinceEpoch(), msOf(change.offsetFromUtc)});
        after = change.atUtc;
    }
}

core::CivilTimePort::Meaning CivilZone::meaningOf(std::int64_t localMilliseconds) {
    constexpr std::int64_t day = 86'400'000;
    // Offsets are less than a day, so only periods about a day before and after can be meant.
    auto at =
        std::upper_bound(m_periods.begin(), m_periods.end(), localMilliseconds - day,
                         [](std::int64_t moment, Period const& period) { return moment < period.begin; });
    if (at != m_periods.begin()) --at;
    Meaning meaning;
    meaning.asIfNotSet = instantOf(localMilliseconds - at->offset);
    for (; at != m_periods.end(); ++at) {
        auto const next = std::next(at);
        std::int64_t const moment = localMilliseconds - at->offset;
        if (moment < at->begin) break;
        if (next != m_periods.end() && moment >= next->begin) {
            // Where the clock goes forward over the reading, no later period will have it.
            meaning.asIfNotSet = instantOf(moment);
            continue;
        }
        meaning.moments.push_back(instantOf(moment));
    }
    return meaning;
}

} // namespace ob::app
