// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/refusal_text.h"

#include "core/instant.h"
#include "core/rules/rule_book.h"
#include "ui/text/argument_text.h"
#include "ui/text/refusal_sentences.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace ob::ui {
namespace {

using Subjects = std::vector<std::string>;

constexpr qsizetype shownCandidates = 12;

QString textIn(char const* source) { return QCoreApplication::translate("RefusalText", source); }

bool holdsAll(core::CodeList const& list, Subjects const& subjects) {
    return std::all_of(subjects.begin() + 1, subjects.end(),
                       [&](std::string const& code) { return list.byCode(code) != nullptr; });
}

/// Refusals carry codes without the list that they are from: the first list that has them all.
core::CodeList const* listOf(Subjects const& subjects, core::RuleBookLists const& lists) {
    for (core::CodeList const* const list :
         {&lists.dispositions, &lists.releases, &lists.refusals, &lists.unavailables, &lists.voids,
          &lists.referralTargets, &lists.referralReasons, &lists.reopenReasons, &lists.verificationResults,
          &lists.dispatchReasons, &lists.phases, &lists.leadReleases, &lists.capabilities})
        if (holdsAll(*list, subjects)) return list;
    return nullptr;
}

QString nameOfCode(core::CodeList const& list, std::string const& code) {
    core::CodeEntry const* const entry = list.byCode(code);
    return entry ? nameIn(entry->name) : textOf(code);
}

QString nameOfType(std::string const& code, Wording const& wording) {
    core::IncidentType const* const type = wording.rules.type(code);
    return type ? nameIn(type->name) : textOf(code);
}

QString localTime(std::string const& iso, Wording const* wording) {
    auto const at = core::Instant::ofIso8601(iso);
    return at && wording ? clockText(*at, wording->zone) : textOf(iso);
}

/// What a thing is: mostly a state, else a priority, an agency, a type or a position.
QString stateOrCode(std::string const& subject, Wording const* wording) {
    if (QString const state = stateNamed(subject); !state.isEmpty()) return state;
    if (!wording) return textOf(subject);
    if (wording->rules.type(subject)) return nameOfType(subject, *wording);
    core::AgencyProfile const* const agency = wording->rules.agency(subject);
    return agency ? nameIn(agency->name) : textOf(subject);
}

QString agencyCalled(std::string const& subject, Wording const* wording) {
    core::AgencyProfile const* const agency = wording ? wording->rules.agency(subject) : nullptr;
    return agency ? nameIn(agency->name) : textOf(subject);
}

/// Storage and the desk say why in English, for the log; what happens often is said in the reader's language.
QString whyNotSaved(std::string_view said) {
    if (said.find("the disk is full") != std::string_view::npos)
        return textIn(QT_TRANSLATE_NOOP("RefusalText", "the disk is full: make room on it"));
    if (said == "starting again") return textIn(QT_TRANSLATE_NOOP("RefusalText", "it is starting again"));
    return textOf(said);
}

QString worded(As as, std::string const& subject, Wording const* wording) {
    switch (as) {
    case As::Argument: return argumentWord(subject);
    case As::State: return stateOrCode(subject, wording);
    case As::Time: return localTime(subject, wording);
    case As::Verb: return verbWord(subject);
    case As::Agency: return agencyCalled(subject, wording);
    case As::WhyNotSaved: return whyNotSaved(subject);
    case As::RestOfRoles: return roleWord(subject);
    case As::Unavailable:
        return wording ? nameOfCode(wording->rules.lists().unavailables, subject) : textOf(subject);
    case As::MoreTypes: return wording ? nameOfType(subject, *wording) : textOf(subject);
    case As::None:
    case As::Is:
    case As::Rest:
    case As::MoreCodes:
    case As::MoreCandidates: break;
    }
    return textOf(subject);
}

bool isMore(As as) { return as == As::MoreTypes || as == As::MoreCodes || as == As::MoreCandidates; }

QString restText(As as, Subjects const& subjects, std::size_t from, Wording const* wording) {
    core::CodeList const* const list =
        as == As::MoreCodes && wording ? listOf(subjects, wording->rules.lists()) : nullptr;
    QStringList things;
    for (std::size_t index = from; index < subjects.size(); ++index) {
        if (isMore(as) && things.size() == shownCandidates)
            return filled(textIn(QT_TRANSLATE_NOOP("RefusalText", "%1 and others")), {listed(things)});
        things.push_back(list ? nameOfCode(*list, subjects[index]) : worded(as, subjects[index], wording));
    }
    return listed(things);
}

} // namespace

QString refusalText(core::Refusal const& refusal, Wording const* wording) {
    auto const index = static_cast<std::size_t>(refusal.code);
    if (index >= refusalSentences.size())
        return textIn(QT_TRANSLATE_NOOP("RefusalText", "This was refused. Ask the administrator why."));
    RefusalSentence const& sentence = refusalSentences[index];
    Subjects const& subjects = refusal.subjects;
    QStringList arguments;
    QString candidates;
    bool isShort = false;
    for (std::size_t at = 0; at < sentence.subjects.size(); ++at) {
        As const as = sentence.subjects[at];
        if (as == As::None) break;
        bool const isMissing = at >= subjects.size() || subjects[at].empty();
        if (isMore(as)) {
            if (!isMissing) candidates = restText(as, subjects, at, wording);
        } else if (isMissing) {
            isShort = true;
            arguments.push_back(QStringLiteral("?"));
        } else if (as == As::Rest || as == As::RestOfRoles) {
            arguments.push_back(restText(as, subjects, at, wording));
        } else {
            arguments.push_back(worded(as, subjects[at], wording));
        }
    }
    char const* const source = isShort && sentence.shorter ? sentence.shorter : sentence.text;
    if (candidates.isEmpty()) return filled(textIn(source), arguments);
    return joined({filled(textIn(source), arguments),
                   filled(textIn(QT_TRANSLATE_NOOP("RefusalText", "Candidates: %1.")), {candidates})});
}

QString refusalInBrief(core::RefusalCode code) {
    using enum core::RefusalCode;
    struct Brief {
        core::RefusalCode code;
        char const* text;
    };
    static constexpr Brief all[] = {
        {NotOwnAgency, QT_TRANSLATE_NOOP("RefusalText", "not its own agency")},
        {NotMember, QT_TRANSLATE_NOOP("RefusalText", "agency took no part")},
        {NotLead, QT_TRANSLATE_NOOP("RefusalText", "not the lead agency")},
        {NotFirstReceiver, QT_TRANSLATE_NOOP("RefusalText", "not the first receiver")},
        {NotOffered, QT_TRANSLATE_NOOP("RefusalText", "lead was not offered")},
        {NotLinked, QT_TRANSLATE_NOOP("RefusalText", "was not merged")},
        {IncidentNotOpen, QT_TRANSLATE_NOOP("RefusalText", "incident was not open")},
        {IncidentNotResolved, QT_TRANSLATE_NOOP("RefusalText", "incident was not resolved")},
        {IncidentStillOpen, QT_TRANSLATE_NOOP("RefusalText", "incident was still open")},
        {ActiveAssignments, QT_TRANSLATE_NOOP("RefusalText", "units were still working")},
        {SomebodyWasOnScene, QT_TRANSLATE_NOOP("RefusalText", "somebody had been on scene")},
        {UnitNotAssigned, QT_TRANSLATE_NOOP("RefusalText", "unit was not assigned")},
        {AlreadyAssigned, QT_TRANSLATE_NOOP("RefusalText", "unit was assigned already")},
        {UnitNotInDistress, QT_TRANSLATE_NOOP("RefusalText", "unit was not in distress")},
        {TransitionNotAllowed, QT_TRANSLATE_NOOP("RefusalText", "step was not possible")},
    };
    for (Brief const& each : all)
        if (each.code == code) return textIn(each.text);
    return {};
}

} // namespace ob::ui
