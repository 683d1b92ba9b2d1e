// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/call_choices.h"

#include "core/language/completion.h"
#include "core/language/unit_order.h"
#include "ui/console/console.h"
#include "ui/text/distance_text.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"

#include <algorithm>
#include <map>

namespace ob::ui {
namespace {

constexpr std::size_t maxChoices = 8;
constexpr std::string_view dispatchVerb = "D ";

/// Behind the last mark that parts callsigns.
qsizetype lastWordOf(QString const& typed) {
    auto const marks = QStringLiteral(",，、+＋;； ");
    for (qsizetype at = typed.size(); at > 0; --at)
        if (marks.contains(typed.at(at - 1))) return at;
    return 0;
}

QString firstOf(std::initializer_list<std::string_view> names) {
    for (std::string_view const name : names)
        if (!name.empty()) return textOf(name);
    return {};
}

/// Those of which there are most on the board, then the first one of each category, the second one …
std::vector<core::IncidentType const*> usualTypes(Console const& console) {
    std::map<core::Code, int> counts;
    for (auto const& [id, incident] : console.board().incidents())
        ++counts[incident->type];
    struct Ranked {
        int count;
        int place; ///< within its category
        core::IncidentType const* type;
    };
    std::map<std::string_view, int> places;
    std::vector<Ranked> ranked;
    for (auto const& type : console.rules().types().all()) {
        auto const found = counts.find(core::Code::of(type.code).value_or(core::Code{}));
        ranked.push_back({found == counts.end() ? 0 : found->second, places[type.category]++, &type});
    }
    std::ranges::stable_sort(ranked, {},
                             [](Ranked const& each) { return std::pair(-each.count, each.place); });
    std::vector<core::IncidentType const*> types;
    for (auto const& each : ranked)
        if (types.size() < maxChoices) types.push_back(each.type);
    return types;
}

} // namespace

std::vector<TypeChoice> typeChoices(QString const& typed, Console const& console) {
    std::vector<TypeChoice> choices;
    Wording const wording = console.wording();
    auto const types = typed.trimmed().isEmpty() ? usualTypes(console)
                                                 : console.rules().nearTypes(typed.toStdString(), maxChoices);
    for (auto const* const type : types) {
        auto const index = static_cast<std::size_t>(std::clamp(type->defaultPriority, 1, 4) - 1);
        auto const category = core::Code::of(type->category).value_or(core::Code{});
        choices.push_back({.type = type,
                           .line = {.title = {},
                                    .words = nameIn(type->name),
                                    .aside = codeName(console.rules().lists().categories, category),
                                    .second = {},
                                    .bar = tokens(console.theme()).priority.at(index)}});
    }
    return choices;
}

std::vector<PlaceChoice> placeChoices(QString const& typed, Console const& console) {
    std::vector<PlaceChoice> choices;
    if (typed.trimmed().isEmpty()) return choices;
    for (auto const& place : console.placesCalled(typed.toStdString(), maxChoices)) {
        QString const address = firstOf({place.name.local, place.name.chinese, place.name.english});
        QString const context = textOf(place.context);
        choices.push_back(
            {.address = address,
             .context = context,
             .point = place.point,
             .line = {.title = {}, .words = address, .aside = context, .second = {}, .bar = {}}});
    }
    return choices;
}

std::vector<UnitChoice> unitChoices(QString const& typed, CallReading const& call, Console const& console) {
    std::vector<UnitChoice> choices;
    QString const word = typed.mid(lastWordOf(typed));
    if (word.isEmpty() && !typed.isEmpty()) return choices; // all that was wanted may be there
    core::Context const context = console.context();
    std::string const line = std::string(dispatchVerb) + word.toStdString();
    auto surroundings = console.surroundings(context);
    surroundings.bound = core::boundFor(call.type, call.place);
    auto const found = core::completionsOf(line, line.size(), surroundings);
    Wording const wording = console.wording();
    for (core::Candidate const& candidate : found.candidates) {
        auto const unit =
            candidate.kind == core::CandidateKind::Unit ? console.board().unit(candidate.unit) : nullptr;
        if (!unit || choices.size() == maxChoices) continue;
        auto const active = console.board().activeAssignments(unit->id);
        QString aside = active.empty() ? wordOf(unit->duty) : incidentName(active.front().incident, wording);
        if (candidate.metres) aside += QStringLiteral(" · ") + airLineText(*candidate.metres);
        choices.push_back({.callsign = textOf(candidate.insert),
                           .line = {.title = unitName(*unit, wording),
                                    .words = agencyName(unit->agency, wording),
                                    .aside = aside,
                                    .second = {},
                                    .bar = {}}});
    }
    return choices;
}

QString withLastUnit(QString const& typed, QString const& callsign) {
    return typed.left(lastWordOf(typed)) + callsign + QStringLiteral(", ");
}

} // namespace ob::ui
