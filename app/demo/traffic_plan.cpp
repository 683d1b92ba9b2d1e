// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/demo/traffic_plan.h"

#include "core/ensure.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ob::app {
namespace {

std::string textOf(QJsonValue const& value) {
    OB_ENSURE(value.isString());
    return value.toString().toStdString();
}

TrafficPlan::Kind kindOf(QJsonObject const& object) {
    TrafficPlan::Kind kind;
    kind.type = textOf(object[QStringLiteral("type")]);
    kind.share = object[QStringLiteral("share")].toDouble();
    QJsonArray const minutes = object[QStringLiteral("minutes")].toArray();
    kind.leastMinutes = minutes[0].toDouble();
    kind.mostMinutes = minutes[1].toDouble();
    kind.end = textOf(object[QStringLiteral("end")]);
    QJsonObject const goes = object[QStringLiteral("goes")].toObject();
    for (auto entry = goes.begin(); entry != goes.end(); ++entry)
        kind.goes[entry.key().toStdString()] = entry.value().toInt();
    for (auto const& said : object[QStringLiteral("says")].toArray())
        kind.says.push_back(textOf(said));
    OB_ENSURE(kind.share > 0 && kind.mostMinutes >= kind.leastMinutes && !kind.goes.empty()
              && !kind.says.empty());
    return kind;
}

TrafficPlan::Calls callsOf(QJsonObject const& object) {
    TrafficPlan::Calls calls;
    calls.agency = textOf(object[QStringLiteral("agency")]);
    calls.perHour = object[QStringLiteral("perHour")].toDouble();
    QJsonArray const hours = object[QStringLiteral("hours")].toArray();
    OB_ENSURE(calls.perHour > 0 && hours.size() == 24);
    for (std::size_t hour = 0; hour < calls.hours.size(); ++hour)
        calls.hours[hour] = hours[static_cast<qsizetype>(hour)].toDouble();
    for (auto const& kind : object[QStringLiteral("kinds")].toArray())
        calls.kinds.push_back(kindOf(kind.toObject()));
    return calls;
}

TrafficPlan::Crews crewsOf(QJsonObject const& object) {
    TrafficPlan::Crews crews;
    crews.agency = textOf(object[QStringLiteral("agency")]);
    crews.station = textOf(object[QStringLiteral("at")]);
    crews.people = object[QStringLiteral("crew")].toInt();
    QJsonArray const kinds = object[QStringLiteral("kinds")].toArray();
    QJsonArray const letters = object[QStringLiteral("letters")].toArray();
    OB_ENSURE(kinds.size() == letters.size());
    for (qsizetype at = 0; at < kinds.size(); ++at)
        crews.vehicles.push_back({textOf(kinds[at]), textOf(letters[at])});
    return crews;
}

} // namespace

TrafficPlan shippedTrafficPlan() {
    QFile file(QStringLiteral(":/demo/traffic.json"));
    OB_ENSURE(file.open(QIODevice::ReadOnly));
    QJsonObject const root = QJsonDocument::fromJson(file.readAll()).object();
    TrafficPlan plan;
    for (auto const& calls : root[QStringLiteral("calls")].toArray())
        plan.calls.push_back(callsOf(calls.toObject()));
    for (auto const& crews : root[QStringLiteral("crews")].toArray())
        plan.crews.push_back(crewsOf(crews.toObject()));
    OB_ENSURE(!plan.calls.empty() && !plan.crews.empty());
    return plan;
}

} // namespace ob::app
