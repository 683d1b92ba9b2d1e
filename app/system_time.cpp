// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/system_time.h"

#include <QDateTime>
#include <QTimeZone>

namespace ob::app {
namespace {

core::Instant instantOf(qint64 milliseconds) {
    return core::Instant::ofMilliseconds(milliseconds).value_or(core::Instant());
}

} // namespace

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

} // namespace ob::app
