// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/json_text.h"

#include "app/caller.h"
#include "ui/text/sentence.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace ob::app {
namespace {

void put(QJsonObject& object, QLatin1StringView key, std::optional<core::Instant> const& at) {
    if (at) object.insert(key, ui::textOf(at->iso8601()));
}
void put(QJsonObject& object, QLatin1StringView key, core::Code const& code) {
    if (!code.isEmpty()) object.insert(key, ui::textOf(code.text()));
}
void put(QJsonObject& object, QLatin1StringView key, std::optional<std::string> const& text) {
    if (text) object.insert(key, ui::textOf(*text));
}
void put(QJsonObject& object, QLatin1StringView key, std::string_view name) {
    object.insert(key, ui::textOf(name));
}
template<class Tag>
void put(QJsonObject& object, QLatin1StringView key, core::Id<Tag> const& id) {
    if (!id.isNil()) object.insert(key, ui::textOf(id.hex()));
}
void put(QJsonObject& object, std::optional<core::GeoPoint> const& place) {
    if (!place) return;
    object.insert(QLatin1StringView("latitude"), place->latitude());
    object.insert(QLatin1StringView("longitude"), place->longitude());
}
QLatin1StringView key(char const* name) { return QLatin1StringView(name); }
/// Metres a second, degrees from north.
void putMotion(QJsonObject& object, core::Fix const& fix) {
    put(object, key("fixedAt"), std::optional(fix.fixedAt));
    if (fix.speedCentimetresPerSecond) object.insert(key("speed"), *fix.speedCentimetresPerSecond / 100.0);
    if (fix.headingCentidegrees) object.insert(key("heading"), *fix.headingCentidegrees / 100.0);
    if (fix.gridMetres > 0) object.insert(key("gridMetres"), qint64(fix.gridMetres));
}

} // namespace

void printJson(QJsonObject const& object) {
    QByteArray const line = QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
    caller().write({line.constData(), static_cast<std::size_t>(line.size())});
}

BoardJson::BoardJson(core::Board const& board, core::RealmFile const& realm)
    : BoardJson({.unit = [&board](core::UnitId id) { return board.unit(id); },
                 .number = [&board](core::IncidentId id) -> std::optional<core::IncidentNumber> {
                     auto const incident = board.incident(id);
                     return incident ? std::optional(incident->number) : std::nullopt;
                 }},
                realm) {}

BoardJson::BoardJson(core::Board const& board, core::RealmFile const& realm,
                     std::function<std::optional<core::Fix>(core::UnitId)> fix)
    : BoardJson(board, realm) {
    m_names.fix = std::move(fix);
}

QString BoardJson::agency(core::AgencyIndex index) const {
    auto const* const entry = m_realm.agency(index);
    return entry ? ui::textOf(entry->code.text()) : QString::number(index.value);
}

QJsonObject BoardJson::incident(core::Incident const& incident) const {
    QJsonObject object;
    put(object, key("id"), incident.id);
    object.insert(key("number"), ui::textOf(incident.number.text()));
    put(object, key("sourceId"), incident.sourceId);
    put(object, key("type"), incident.type);
    object.insert(key("priority"), static_cast<int>(incident.priority));
    put(object, key("state"), nameOf(incident.state));
    put(object, key("progress"), nameOf(incident.progress()));
    if (incident.lead) object.insert(key("leadAgency"), agency(*incident.lead));
    object.insert(key("firstReceiver"), agency(incident.firstReceiver));
    put(object, key("handler"), incident.handler);
    put(object, key("address"), incident.address);
    put(object, incident.place);
    if (incident.placeWithheld) object.insert(key("placeWithheld"), true);
    put(object, key("district"), incident.district);
    put(object, key("channel"), nameOf(incident.channel));
    object.insert(key("calls"), static_cast<int>(incident.calls.size()));
    put(object, key("receivedAt"), incident.receivedAt);
    put(object, key("openedAt"), std::optional(incident.openedAt));
    put(object, key("reopenedAt"), incident.reopenedAt);
    put(object, key("resolvedAt"), incident.resolvedAt);
    put(object, key("closedAt"), incident.closedAt);
    put(object, key("disposition"), incident.disposition);
    put(object, key("mergedInto"), incident.mergedInto);
    QJsonArray links;
    for (auto const& link : incident.links) {
        auto const other = m_names.number(link.other);
        QJsonObject one;
        put(one, key("incident"), link.other);
        if (other) one.insert(key("number"), ui::textOf(other->text()));
        put(one, key("relation"), nameOf(link.relation));
        links.append(one);
    }
    if (!links.isEmpty()) object.insert(key("links"), links);
    QJsonArray seen;
    for (auto const& sighting : incident.seen) {
        QJsonObject one;
        one.insert(key("agency"), agency(sighting.agency));
        put(one, key("position"), sighting.position);
        put(one, key("at"), std::optional(sighting.at));
        seen.append(one);
    }
    if (!seen.isEmpty()) object.insert(key("seen"), seen);
    return object;
}

QJsonObject BoardJson::unit(core::Unit const& unit) const {
    QJsonObject object;
    put(object, key("id"), unit.id);
    object.insert(key("callsign"), ui::textOf(unit.callsign.text()));
    object.insert(key("agency"), agency(unit.agency));
    put(object, key("kind"), unit.kind);
    put(object, key("dutyState"), nameOf(unit.duty));
    put(object, key("dutyReason"), unit.dutyReason);
    put(object, key("dutySince"), std::optional(unit.dutySince));
    put(object, key("dutyUntil"), unit.dutyUntil);
    put(object, key("shiftEnd"), unit.shiftEnd);
    if (unit.crew) object.insert(key("crew"), static_cast<qint64>(*unit.crew));
    put(object, key("crewNames"), unit.crewNames);
    put(object, key("vehicle"), unit.vehicle);
    if (unit.home.isEmpty())
        put(object, key("home"), unit.homeAddress);
    else
        put(object, key("home"), unit.home);
    put(object, unit.homePlace);
    if (unit.distress) put(object, key("distressSince"), std::optional(unit.distress->raisedAt));
    auto const fix = m_names.fix ? m_names.fix(unit.id) : std::nullopt;
    if (!fix) return object;
    object.insert(key("fixLatitude"), fix->place.latitude());
    object.insert(key("fixLongitude"), fix->place.longitude());
    putMotion(object, *fix);
    return object;
}

QJsonObject BoardJson::fix(core::UnitFix const& each) const {
    QJsonObject object;
    put(object, key("unit"), each.unit);
    if (auto const unit = m_names.unit(each.unit))
        object.insert(key("callsign"), ui::textOf(unit->callsign.text()));
    put(object, each.fix.place);
    putMotion(object, each.fix);
    return object;
}

QJsonObject BoardJson::assignment(core::Incident const& incident, core::Assignment const& assignment) const {
    using core::AssignmentState;
    QJsonObject object;
    put(object, key("id"), assignment.id);
    put(object, key("incident"), incident.id);
    object.insert(key("number"), ui::textOf(incident.number.text()));
    put(object, key("unit"), assignment.unit);
    if (auto const unit = m_names.unit(assignment.unit))
        object.insert(key("callsign"), ui::textOf(unit->callsign.text()));
    put(object, key("state"), nameOf(assignment.state));
    for (auto state = AssignmentState::Planned; state <= AssignmentState::Refused;
         state = static_cast<AssignmentState>(static_cast<int>(state) + 1)) {
        std::string const name = std::string(nameOf(state)) + "At";
        put(object, QLatin1StringView(name.data(), static_cast<qsizetype>(name.size())),
            assignment.at(state));
    }
    put(object, key("disposition"), assignment.disposition);
    put(object, key("reason"), assignment.reason);
    if (assignment.deliveredBy) put(object, key("deliveredBy"), nameOf(*assignment.deliveredBy));
    return object;
}

QJsonObject BoardJson::conflict(core::Conflict const& conflict) const {
    QJsonObject object;
    put(object, key("id"), conflict.id);
    object.insert(key("rule"), static_cast<int>(conflict.rule));
    put(object, key("stream"), conflict.stream);
    QJsonArray leaves;
    for (auto const& leaf : conflict.leaves)
        leaves.append(ui::textOf(leaf.hex()));
    object.insert(key("leaves"), leaves);
    object.insert(key("settled"), conflict.settled);
    return object;
}

QJsonObject BoardJson::policy(core::AgencyPolicy const& policy) const {
    QJsonArray dispatch;
    for (auto const& granted : policy.dispatch) {
        QJsonObject one{{key("to"), agency(granted.to)}};
        put(one, key("group"), granted.group);
        put(one, key("grant"), nameOf(granted.grant));
        dispatch.append(one);
    }
    QJsonArray positions;
    for (auto const& shared : policy.positions) {
        QJsonObject one{{key("to"), agency(shared.to)}, {key("withheld"), shared.how.isWithheld}};
        if (shared.how.gridMetres > 0) one.insert(key("gridMetres"), qint64(shared.how.gridMetres));
        if (shared.how.delay > core::Duration{})
            one.insert(key("delaySeconds"), qint64(shared.how.delay.milliseconds() / 1000));
        positions.append(one);
    }
    QJsonObject object{{key("agency"), agency(policy.agency)},
                       {key("dispatch"), dispatch},
                       {key("positions"), positions},
                       {key("readOnly"), policy.readOnly},
                       {key("noDuff"), policy.noDuff.has_value()}};
    put(object, key("id"), policy.id);
    return object;
}

namespace {

QStringList listOf(std::initializer_list<char const*> names) {
    QStringList keys;
    for (char const* const name : names)
        keys << QLatin1StringView(name);
    return keys;
}

} // namespace

QStringList incidentKeys() {
    return listOf({"id",        "number",        "sourceId",      "type",     "priority",    "state",
                   "progress",  "leadAgency",    "firstReceiver", "handler",  "address",     "latitude",
                   "longitude", "placeWithheld", "district",      "channel",  "calls",       "receivedAt",
                   "openedAt",  "reopenedAt",    "resolvedAt",    "closedAt", "disposition", "mergedInto",
                   "links",     "seen"});
}

QStringList unitKeys() {
    return listOf({"id",        "callsign",  "agency",    "kind",          "dutyState",   "dutyReason",
                   "dutySince", "dutyUntil", "shiftEnd",  "crew",          "crewNames",   "vehicle",
                   "home",      "latitude",  "longitude", "distressSince", "fixLatitude", "fixLongitude",
                   "fixedAt",   "speed",     "heading",   "gridMetres"});
}

QStringList assignmentKeys() {
    return listOf({"id",         "incident",   "number",       "unit",           "callsign",
                   "state",      "plannedAt",  "dispatchedAt", "deliveredAt",    "acknowledgedAt",
                   "enRouteAt",  "stagedAt",   "onSceneAt",    "transportingAt", "atDestinationAt",
                   "clearedAt",  "releasedAt", "refusedAt",    "disposition",    "reason",
                   "deliveredBy"});
}

QJsonObject refusalJson(core::Refusal const& refusal) {
    QJsonArray subjects;
    for (auto const& subject : refusal.subjects)
        subjects.append(ui::textOf(subject));
    QJsonObject inner{{key("subjects"), subjects}};
    put(inner, key("code"), nameOf(refusal.code));
    return QJsonObject{{key("refusal"), inner}};
}

} // namespace ob::app
