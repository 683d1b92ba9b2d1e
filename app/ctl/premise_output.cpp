// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/ctl/premise_output.h"

#include "app/ctl/json_text.h"
#include "app/ctl/output.h"
#include "ui/text/premise_text.h"
#include "ui/text/sentence.h"
#include "ui/text/wording.h"

#include <QJsonArray>

namespace ob::app {
namespace {

QString nameOf(core::HazardGrade grade) {
    switch (grade) {
    case core::HazardGrade::Life: return QStringLiteral("life");
    case core::HazardGrade::Care: return QStringLiteral("care");
    case core::HazardGrade::Access: return QStringLiteral("access");
    }
    return {};
}

QString nameOf(core::PremiseStanding standing) {
    switch (standing) {
    case core::PremiseStanding::Current: return QStringLiteral("current");
    case core::PremiseStanding::NeverChecked: return QStringLiteral("neverChecked");
    case core::PremiseStanding::LongUnchecked: return QStringLiteral("longUnchecked");
    case core::PremiseStanding::Expired: return QStringLiteral("expired");
    }
    return {};
}

void insertText(QJsonObject& object, char const* key, std::string const& text) {
    if (!text.empty()) object.insert(QLatin1StringView(key), ui::textOf(text));
}

/// As in GeoJSON: longitude first.
QJsonArray ringsOf(core::Area const& area) {
    QJsonArray rings;
    for (auto const& corners : area.rings) {
        QJsonArray ring;
        for (core::GeoPoint const corner : corners)
            ring.append(QJsonArray{corner.longitude(), corner.latitude()});
        rings.append(ring);
    }
    return rings;
}

QJsonObject jsonOf(core::PremiseFound const& found, core::HazardBook const& hazards) {
    core::Premise const& premise = *found.premise;
    QJsonObject object{{QStringLiteral("id"), ui::textOf(premise.key)},
                       {QStringLiteral("name"), ui::textOf(premise.name)},
                       {QStringLiteral("standing"), nameOf(found.standing)},
                       {QStringLiteral("hasContact"), premise.hasContact}};
    insertText(object, "address", premise.address);
    insertText(object, "notes", premise.text);
    insertText(object, "source", premise.source);
    if (premise.point) {
        object.insert(QStringLiteral("latitude"), premise.point->latitude());
        object.insert(QStringLiteral("longitude"), premise.point->longitude());
    }
    if (!premise.area.rings.empty()) object.insert(QStringLiteral("area"), ringsOf(premise.area));
    object.insert(QStringLiteral("radius"), static_cast<int>(premise.reachMetres));
    QJsonArray list;
    for (auto const& hazard : premise.hazards) {
        QJsonObject each{{QStringLiteral("code"), ui::textOf(hazard.code.text())},
                         {QStringLiteral("grade"), nameOf(hazards.gradeOf(hazard.code.text()))}};
        insertText(each, "detail", hazard.detail);
        list.append(each);
    }
    object.insert(QStringLiteral("hazards"), list);
    if (premise.validUntil) insertText(object, "validUntil", premise.validUntil->text());
    if (premise.checkedOn) insertText(object, "checked", premise.checkedOn->text());
    if (found.metres) {
        object.insert(QStringLiteral("metres"), *found.metres);
        object.insert(QStringLiteral("isHere"), found.isHere);
    }
    return object;
}

QJsonObject jsonOf(core::PremiseRowFault const& fault) {
    QJsonObject object{{QStringLiteral("line"), static_cast<qint64>(fault.line)},
                       {QStringLiteral("reason"), ui::textOf(core::nameOf(fault.fault))},
                       {QStringLiteral("text"), ui::premiseFaultText(fault)}};
    insertText(object, "column", fault.column);
    insertText(object, "value", fault.value);
    return object;
}

QJsonObject jsonOf(core::PremiseReading const& reading, PremiseRecords::Taken const& taken) {
    QJsonArray refused;
    for (auto const& fault : reading.faults)
        refused.append(jsonOf(fault));
    QJsonArray ignored;
    for (auto const& column : reading.ignoredColumns)
        ignored.append(ui::textOf(column));
    return {{QStringLiteral("report"),
             QJsonObject{{QStringLiteral("rows"), static_cast<qint64>(reading.rows)},
                         {QStringLiteral("made"), static_cast<qint64>(taken.made)},
                         {QStringLiteral("replaced"), static_cast<qint64>(taken.replaced)},
                         {QStringLiteral("removed"), static_cast<qint64>(taken.removed)},
                         {QStringLiteral("refused"), refused},
                         {QStringLiteral("refusedLeftOut"), static_cast<qint64>(reading.faultsLeftOut)},
                         {QStringLiteral("ignoredColumns"), ignored}}}};
}

} // namespace

void printPremiseReport(core::PremiseReading const& reading,
                        std::optional<PremiseRecords::Taken> const& taken, bool json) {
    // Room is asked for last, when the file itself is good.
    core::PremiseReading told = reading;
    if (!taken && told.isGood())
        told.faults.push_back(
            {.line = 1, .fault = core::PremiseFault::TooMany, .value = std::to_string(core::maxPremises)});
    if (json) return printJson(jsonOf(told, taken.value_or(PremiseRecords::Taken{})));
    for (auto const& fault : told.faults)
        print(ui::premiseLineText(fault));
    print(taken ? ui::premiseTakenText(taken->made, taken->replaced, taken->removed)
                : ui::premiseRefusedText(told.faults.size() + told.faultsLeftOut));
    if (told.ignoredColumns.empty()) return;
    QStringList columns;
    for (auto const& column : told.ignoredColumns)
        columns << ui::textOf(column);
    print(ui::premiseIgnoredText(columns));
}

void printPremise(core::PremiseFound const& found, core::HazardBook const& hazards, bool json) {
    if (json) return printJson(jsonOf(found, hazards));
    core::Premise const& premise = *found.premise;
    QStringList first{ui::textOf(premise.key), ui::textOf(premise.name)};
    if (!premise.address.empty()) first << ui::textOf(premise.address);
    if (found.metres) first << ui::awayText(found);
    print(first.join(QStringLiteral("  ")));
    QStringList second;
    for (auto const& hazard : premise.hazards)
        second << ui::hazardText(hazard, hazards);
    QStringList const lines{ui::standingText(found), ui::listed(second),
                            ui::textOf(premise.text).replace(QLatin1Char('\n'), QLatin1Char(' ')),
                            ui::originText(premise)};
    for (QString const& line : lines)
        if (!line.isEmpty()) print(QStringLiteral("    ") + line);
}

void printAsking(core::ContactAsking const& asking, core::ZonePort& zone, bool json) {
    if (json)
        return printJson({{QStringLiteral("at"), ui::textOf(asking.at.iso8601())},
                          {QStringLiteral("operator"), ui::textOf(asking.operatorName)},
                          {QStringLiteral("position"), ui::textOf(asking.position)},
                          {QStringLiteral("id"), ui::textOf(asking.key)},
                          {QStringLiteral("name"), ui::textOf(asking.name)}});
    print(ui::textOf(zone.localText(asking.at)) + QStringLiteral("  ") + ui::textOf(asking.operatorName)
          + QStringLiteral("  ") + ui::textOf(asking.position) + QStringLiteral("  ") + ui::textOf(asking.key)
          + QStringLiteral("  ") + ui::textOf(asking.name));
}

void printHazard(core::HazardKind const& kind, bool json) {
    QStringList words;
    for (auto const& word : kind.aliases)
        words << ui::textOf(word);
    if (json)
        return printJson({{QStringLiteral("code"), ui::textOf(kind.code)},
                          {QStringLiteral("zh"), ui::textOf(kind.name.zh)},
                          {QStringLiteral("en"), ui::textOf(kind.name.en)},
                          {QStringLiteral("grade"), nameOf(kind.grade)},
                          {QStringLiteral("aliases"), QJsonArray::fromStringList(words)}});
    words.prepend(ui::textOf(kind.name.en));
    words.prepend(ui::textOf(kind.name.zh));
    words.prepend(ui::textOf(kind.code));
    print(words.join(QStringLiteral(", ")) + QStringLiteral("  (") + ui::gradeText(kind.grade)
          + QLatin1Char(')'));
}

} // namespace ob::app
