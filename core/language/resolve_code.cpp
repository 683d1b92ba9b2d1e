// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/resolve.h"

#include "core/ensure.h"

#include <algorithm>

namespace ob::core {
namespace {

Candidate coded(CandidateKind kind, std::string insert, std::string const& code) {
    Candidate candidate{.kind = kind, .insert = std::move(insert)};
    candidate.code = Code::of(code).value_or(Code{});
    return candidate;
}

Miss missed(RefusalCode code, std::string_view word) {
    return {.refusal = {code, {std::string(word)}}, .candidates = {}};
}

} // namespace

CodeList const* codeListOf(Argument argument, RuleBook const& rules) {
    RuleBookLists const& lists = rules.lists();
    switch (argument) {
    case Argument::Released: return &lists.releases;
    case Argument::Disposition: return &lists.dispositions;
    case Argument::Refused: return &lists.refusals;
    case Argument::Unavailable: return &lists.unavailables;
    case Argument::Voided: return &lists.voids;
    case Argument::Target: return &lists.referralTargets;
    case Argument::Referred: return &lists.referralReasons;
    case Argument::Reopened: return &lists.reopenReasons;
    case Argument::Sent: return &lists.dispatchReasons;
    case Argument::Checked: return &lists.verificationResults;
    case Argument::Phase: return &lists.phases;
    case Argument::PlusSkills: return &lists.capabilities;
    case Argument::Type:
    case Argument::Address:
    case Argument::Priority:
    case Argument::PlusUnits:
    case Argument::Text:
    case Argument::Time:
    case Argument::Incident:
    case Argument::Into:
    case Argument::Phone:
    case Argument::Words:
    case Argument::Units:
    case Argument::Unit:
    case Argument::Length:
    case Argument::Outside:
    case Argument::Crew:
    case Argument::Vehicle:
    case Argument::CrewNames:
    case Argument::NewCallsign:
    case Argument::UnitKind:
    case Argument::Reason:
    case Argument::Contact:
    case Argument::Agency:
    case Argument::Answer:
    case Argument::End:
    case Argument::Query:
    case Argument::Thing:
    case Argument::Verb:
    case Argument::Alarm:
    case Argument::Minutes: return nullptr;
    }
    return nullptr;
}

Found<Code> findCode(std::string_view word, Argument argument, Surroundings const& surroundings) {
    CodeList const* const list = codeListOf(argument, surroundings.rules());
    OB_ENSURE(list != nullptr);
    if (CodeEntry const* const entry = list->find(word))
        if (auto const code = Code::of(entry->code)) return *code;
    Miss miss = missed(RefusalCode::UnknownCode, word);
    auto entries = list->near(word, maxCandidates);
    for (CodeEntry const& entry : list->all())
        if (std::find(entries.begin(), entries.end(), &entry) == entries.end()) entries.push_back(&entry);
    for (CodeEntry const* const entry : entries) {
        if (miss.candidates.size() == maxCandidates) break;
        miss.refusal.subjects.push_back(entry->code);
        miss.candidates.push_back(candidateOf(*entry, argument));
    }
    return tl::unexpected(std::move(miss));
}

Found<Code> findType(std::string_view word, Surroundings const& surroundings) {
    if (IncidentType const* const type = surroundings.rules().findType(word))
        if (auto const code = Code::of(type->code)) return *code;
    Miss miss = missed(RefusalCode::UnknownType, word);
    for (IncidentType const* const type : surroundings.rules().nearTypes(word, maxCandidates)) {
        miss.refusal.subjects.push_back(type->code);
        miss.candidates.push_back(candidateOf(*type));
    }
    return tl::unexpected(std::move(miss));
}

Found<AgencyIndex> findAgency(std::string_view word, Surroundings const& surroundings) {
    auto const& agencies = surroundings.rules().agencies();
    if (AgencyProfile const* const profile = agencies.find(word))
        for (AgencyIndex const agency : surroundings.context.allAgencies)
            if (agencyCode(agency, surroundings).text() == profile->code) return agency;
    if (auto const code = Code::of(word))
        for (AgencyIndex const agency : surroundings.context.allAgencies)
            if (agencyCode(agency, surroundings) == *code) return agency;
    Miss miss = missed(RefusalCode::UnknownAgency, word);
    for (AgencyProfile const* const profile : agencies.near(word, maxCandidates))
        miss.candidates.push_back(candidateOf(*profile));
    return tl::unexpected(std::move(miss));
}

Candidate candidateOf(IncidentType const& type) {
    return coded(CandidateKind::Type, type.name.zh, type.code);
}

Candidate candidateOf(CodeEntry const& entry, Argument list) {
    Candidate candidate = coded(CandidateKind::Code, entry.name.zh, entry.code);
    candidate.list = list;
    return candidate;
}

Candidate candidateOf(AgencyProfile const& agency) {
    return coded(CandidateKind::Agency, agency.name.zh, agency.code);
}

Candidate candidateOf(VerbSpec const& spec) {
    Candidate candidate{.kind = CandidateKind::Verb, .insert = std::string(spec.word)};
    candidate.verb = spec.verb;
    return candidate;
}

} // namespace ob::core
