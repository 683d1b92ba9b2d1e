// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/wording.h"

#include "core/board.h"
#include "core/rules/rule_book.h"
#include "ui/text/language.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

namespace ob::ui {
namespace {

core::AgencyProfile const* profileOf(core::AgencyIndex agency, Wording const& wording) {
    return agency.value < wording.agencyCodes.size()
               ? wording.rules.agency(wording.agencyCodes[agency.value].text())
               : nullptr;
}

QString shortId(core::StreamId id) { return textOf(id.hex()).left(8); }

} // namespace

Wording wordingOf(core::Board const& board, core::RuleBook const& rules,
                  std::vector<core::Code> const& agencyCodes, core::ZonePort& zone) {
    return {.rules = rules,
            .agencyCodes = agencyCodes,
            .zone = zone,
            .unit = [&board](core::UnitId id) { return board.unit(id); },
            .incident = [&board](core::IncidentId id) { return board.incident(id); }};
}

QString nameIn(core::Names const& names) {
    return textOf(currentLanguage() == Language::Chinese ? names.zh : names.en);
}

QString codeName(core::CodeList const& list, core::Code const& code) {
    core::CodeEntry const* const entry = list.byCode(code.text());
    return entry ? nameIn(entry->name) : textOf(code.text());
}

QString typeName(core::Code const& type, Wording const& wording) {
    core::IncidentType const* const entry = wording.rules.type(type.text());
    return entry ? nameIn(entry->name) : textOf(type.text());
}

QString agencyName(core::AgencyIndex agency, Wording const& wording) {
    if (agency.value >= wording.agencyCodes.size()) return QLatin1Char('#') + QString::number(agency.value);
    return agencyName(wording.agencyCodes[agency.value], wording);
}

QString agencyName(core::Code const& agencyCode, Wording const& wording) {
    core::AgencyProfile const* const profile = wording.rules.agency(agencyCode.text());
    return profile ? nameIn(profile->name) : textOf(agencyCode.text());
}

QString unitName(core::Unit const& unit, Wording const& wording) {
    QString const callsign = textOf(unit.callsign.text());
    core::AgencyProfile const* const profile = profileOf(unit.agency, wording);
    if (profile && !profile->prefix.empty() && currentLanguage() == Language::Chinese)
        return textOf(profile->prefix) + callsign;
    if (unit.agency.value >= wording.agencyCodes.size()) return callsign;
    return textOf(wording.agencyCodes[unit.agency.value].text()) + QLatin1Char('-') + callsign;
}

QString unitName(core::UnitId unit, Wording const& wording) {
    auto const known = wording.unit(unit);
    return known ? unitName(*known, wording) : shortId(unit);
}

QString incidentName(core::IncidentId incident, Wording const& wording) {
    auto const known = wording.incident(incident);
    return known ? textOf(known->number.text()) : shortId(incident);
}

QString milestoneName(core::AssignmentState milestone, core::AgencyIndex unitsAgency,
                      Wording const& wording) {
    core::AgencyProfile const* const profile = profileOf(unitsAgency, wording);
    core::Names const* const names = wording.rules.milestoneName(
        profile ? std::string_view(profile->code) : std::string_view(), milestone);
    return names ? nameIn(*names) : wordOf(milestone);
}

} // namespace ob::ui
