// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/verb.h"

#include "core/ensure.h"
#include "core/text.h"

#include <algorithm>
#include <map>
#include <string>

namespace ob::core {

std::string_view nameOf(Argument argument) {
    switch (argument) {
    case Argument::Type: return "type";
    case Argument::Address: return "place";
    case Argument::Priority: return "priority";
    case Argument::PlusUnits:
    case Argument::Units: return "units";
    case Argument::Text:
    case Argument::Words: return "text";
    case Argument::Time: return "time";
    case Argument::Incident: return "incident";
    case Argument::Into: return "other-incident";
    case Argument::Phone: return "phone";
    case Argument::Unit: return "unit";
    case Argument::Released: return "release-reason";
    case Argument::Disposition: return "disposition";
    case Argument::Refused: return "refusal-reason";
    case Argument::Unavailable: return "unavailable-reason";
    case Argument::Voided: return "void-reason";
    case Argument::Target: return "target";
    case Argument::Referred: return "referral-reason";
    case Argument::Outside: return "outside-number";
    case Argument::Sent: return "dispatch-reason";
    case Argument::Checked: return "check-result";
    case Argument::Reopened: return "reopen-reason";
    case Argument::Length: return "length";
    case Argument::Crew: return "crew";
    case Argument::PlusSkills: return "capability";
    case Argument::Vehicle: return "vehicle";
    case Argument::CrewNames: return "crewNames";
    case Argument::NewCallsign: return "callsign";
    case Argument::UnitKind: return "kind";
    case Argument::Reason: return "reason";
    case Argument::Contact: return "contact";
    case Argument::Agency: return "agency";
    case Argument::Phase: return "phase";
    case Argument::Answer: return "answer";
    case Argument::End: return "end";
    case Argument::Query: return "query";
    case Argument::Thing: return "thing";
    case Argument::Verb: return "verb";
    case Argument::Alarm: return "alarm";
    case Argument::Minutes: return "length";
    }
    OB_ENSURE(false);
}

std::vector<std::string_view> VerbSpec::spellings() const {
    std::vector<std::string_view> all{word, zh};
    all.insert(all.end(), aliases.begin(), aliases.end());
    return all;
}

VerbSpec const& specOf(Verb verb) {
    auto const table = verbTable();
    auto const place =
        std::find_if(table.begin(), table.end(), [verb](VerbSpec const& spec) { return spec.verb == verb; });
    OB_ENSURE(place != table.end());
    return *place;
}

VerbSpec const* findVerb(std::string_view word) {
    static std::map<std::string, VerbSpec const*, std::less<>> const bySpelling = [] {
        std::map<std::string, VerbSpec const*, std::less<>> index;
        for (VerbSpec const& spec : verbTable())
            for (std::string_view const spelling : spec.spellings())
                index.emplace(foldCase(spelling), &spec);
        return index;
    }();
    auto const place = bySpelling.find(foldCase(normalise(word)));
    return place == bySpelling.end() ? nullptr : place->second;
}

} // namespace ob::core
