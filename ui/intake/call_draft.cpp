// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/call_draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <limits>

namespace ob::ui {
namespace {

constexpr int version = 1;
constexpr int maxTextLength = 20'000;

QString const at(char const* key) { return QLatin1String(key); }

QString textIn(QJsonObject const& object, char const* key) {
    return object.value(at(key)).toString().left(maxTextLength);
}

core::Instant instantIn(QJsonObject const& object, char const* key) {
    return core::Instant::ofMilliseconds(object.value(at(key)).toInteger()).value_or(core::Instant{});
}

core::IncidentId incidentIn(QJsonObject const& object, char const* key) {
    QByteArray const bytes = QByteArray::fromHex(object.value(at(key)).toString().toLatin1());
    core::Hash hash{};
    if (bytes.size() != static_cast<qsizetype>(hash.size())) return {};
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return core::IncidentId(hash);
}

QString hexOf(core::IncidentId id) { return id.isNil() ? QString() : QString::fromStdString(id.hex()); }

QJsonObject jsonOf(CallDraft const& call) {
    QJsonObject json{{at("type"), call.type},
                     {at("address"), call.address},
                     {at("placeOf"), call.placeOf},
                     {at("placeContext"), call.placeContext},
                     {at("inDoubt"), call.isPlaceInDoubt},
                     {at("phone"), call.phone},
                     {at("name"), call.name},
                     {at("channel"), static_cast<int>(call.channel)},
                     {at("said"), call.said},
                     {at("units"), call.units},
                     {at("receivedAt"), call.receivedAt},
                     {at("joins"), hexOf(call.joins)},
                     {at("ticked"), QJsonArray::fromStringList(call.ticked)},
                     {at("begunAt"), static_cast<qint64>(call.begunAt.milliseconds())}};
    if (call.priority) json.insert(at("priority"), static_cast<int>(*call.priority));
    if (call.place) {
        json.insert(at("latitude"), call.place->latitudeE7());
        json.insert(at("longitude"), call.place->longitudeE7());
    }
    return json;
}

CallDraft callIn(QJsonObject const& json) {
    CallDraft call;
    call.type = textIn(json, "type");
    call.address = textIn(json, "address");
    call.placeOf = textIn(json, "placeOf");
    call.placeContext = textIn(json, "placeContext");
    call.isPlaceInDoubt = json.value(at("inDoubt")).toBool();
    // What is no whole number is no degree either.
    qint64 const nowhere = std::numeric_limits<qint64>::max();
    call.place = core::GeoPoint::ofE7(json.value(at("latitude")).toInteger(nowhere),
                                      json.value(at("longitude")).toInteger(nowhere));
    int const priority = json.value(at("priority")).toInt();
    if (priority >= 1 && priority <= 4) call.priority = static_cast<core::Priority>(priority);
    call.phone = textIn(json, "phone");
    call.name = textIn(json, "name");
    int const channel = json.value(at("channel")).toInt();
    if (channel >= 0 && channel <= static_cast<int>(core::Channel::Other))
        call.channel = static_cast<core::Channel>(channel);
    call.said = textIn(json, "said");
    call.units = textIn(json, "units");
    call.receivedAt = textIn(json, "receivedAt");
    call.joins = incidentIn(json, "joins");
    for (auto const& line : json.value(at("ticked")).toArray())
        call.ticked.push_back(line.toString());
    call.begunAt = instantIn(json, "begunAt");
    return call;
}

QJsonObject jsonOf(RingBack const& ringBack) {
    return {{at("incident"), hexOf(ringBack.incident)},
            {at("phone"), ringBack.phone},
            {at("since"), static_cast<qint64>(ringBack.since.milliseconds())},
            {at("attempts"), ringBack.attempts}};
}

RingBack ringBackIn(QJsonObject const& json) {
    return {.incident = incidentIn(json, "incident"),
            .phone = textIn(json, "phone"),
            .since = instantIn(json, "since"),
            .attempts = json.value(at("attempts")).toInt()};
}

} // namespace

bool CallDraft::isEmpty() const {
    CallDraft blank;
    blank.begunAt = begunAt;
    return *this == blank;
}

QByteArray bytesOf(IntakeNotes const& notes) {
    QJsonArray calls;
    for (CallDraft const& call : notes.calls)
        calls.append(jsonOf(call));
    QJsonArray ringBacks;
    for (RingBack const& ringBack : notes.ringBacks)
        ringBacks.append(jsonOf(ringBack));
    return QJsonDocument(QJsonObject{{at("version"), version},
                                     {at("keptAt"), static_cast<qint64>(notes.keptAt.milliseconds())},
                                     {at("calls"), calls},
                                     {at("ringBacks"), ringBacks}})
        .toJson(QJsonDocument::Compact);
}

std::optional<IntakeNotes> notesOf(QByteArray const& bytes) {
    QJsonObject const json = QJsonDocument::fromJson(bytes).object();
    if (json.value(at("version")).toInt() != version) return {};
    IntakeNotes notes;
    notes.keptAt = instantIn(json, "keptAt");
    for (auto const& each : json.value(at("calls")).toArray()) {
        CallDraft call = callIn(each.toObject());
        if (!call.isEmpty() && notes.calls.size() < IntakeNotes::maxCalls)
            notes.calls.push_back(std::move(call));
    }
    for (auto const& each : json.value(at("ringBacks")).toArray()) {
        RingBack ringBack = ringBackIn(each.toObject());
        if (!ringBack.incident.isNil() && notes.ringBacks.size() < IntakeNotes::maxRingBacks)
            notes.ringBacks.push_back(std::move(ringBack));
    }
    return notes;
}

} // namespace ob::ui
