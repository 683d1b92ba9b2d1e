// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/preview_text.h"

#include "core/incident.h"
#include "core/language/resolve.h"
#include "core/language/verb_examples.h"
#include "core/rules/rule_book.h"
#include "core/unit.h"
#include "ui/text/alarm_text.h"
#include "ui/text/argument_text.h"
#include "ui/text/distance_text.h"
#include "ui/text/language.h"
#include "ui/text/part_text.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class QueryText {
    Q_DECLARE_TR_FUNCTIONS(PreviewText)
  public:
    static QString of(core::Query const& query, Wording const& wording) {
        switch (query.kind) {
        case core::Query::Kind::Find: return filled(tr("Search for “%1”"), {textOf(query.text)});
        case core::Query::Kind::Go: return filled(tr("Show %1 on the map"), {thing(query, wording)});
        case core::Query::Kind::Help:
            return query.verb ? filled(tr("Help on %1"), {verbWord(core::specOf(*query.verb).word)})
                              : tr("All verbs");
        case core::Query::Kind::Silence:
            if (query.alarms.empty()) return tr("No alarm is waiting to be silenced.");
            return filled(tr("Silence, which solves nothing: %1"), {alarmList(query.alarms, wording)});
        case core::Query::Kind::Shelve:
            if (query.alarms.empty()) return tr("There is no alarm to shelve.");
            return filled(tr("Shelve until %1: %2 (%3)"),
                          {query.until ? minuteText(query.until->value, wording.zone) : QString(),
                           alarmList(query.alarms, wording), textOf(query.text)});
        }
        return {};
    }
    static QString of(core::Amber amber) {
        switch (amber) {
        case core::Amber::BusyUnit: return tr("A unit is busy.");
        case core::Amber::ConditionalUnit: return tr("A unit is only on recall.");
        case core::Amber::StaleFix: return tr("A position is old or unknown.");
        case core::Amber::OtherAgencysUnit: return tr("A unit belongs to another agency.");
        case core::Amber::MergedNumber: return tr("The number goes on under another.");
        case core::Amber::HeldByOther: return tr("Another position handles it.");
        case core::Amber::PossibleDuplicate: return tr("It may have been reported already.");
        case core::Amber::Backward: return tr("This takes back a later milestone.");
        case core::Amber::DistressAmong: return tr("A call for help is among them.");
        }
        return {};
    }
    static QString confirm() { return tr("Press Enter again to confirm."); }
    //: Between the pieces of what Enter will do.
    static QString semicolon() { return tr("; "); }

  private:
    static QString thing(core::Query const& query, Wording const& wording) {
        if (!query.incident.isNil()) return incidentName(query.incident, wording);
        if (!query.unit.isNil()) return unitName(query.unit, wording);
        return textOf(query.text);
    }
};

QString incidentCandidate(core::IncidentId id, Wording const& wording) {
    auto const incident = wording.incident(id);
    if (!incident) return {};
    QStringList words{wordOf(incident->priority), typeName(incident->type, wording),
                      incident->address ? textOf(*incident->address) : QString()};
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

QString unitCandidate(core::Candidate const& candidate, Wording const& wording) {
    auto const unit = wording.unit(candidate.unit);
    if (!unit) return {};
    QString const known = agencyName(unit->agency, wording) + QLatin1Char(' ') + wordOf(unit->duty);
    return candidate.metres ? known + QStringLiteral(" · ") + airLineText(*candidate.metres) : known;
}

QString verbCandidate(core::Verb verb) {
    core::VerbSpec const& spec = core::specOf(verb);
    if (currentLanguage() != Language::Chinese) return exampleText(spec);
    return textOf(spec.zh) + QStringLiteral("  ") + exampleText(spec);
}

QString described(core::Candidate const& candidate, Wording const& wording) {
    switch (candidate.kind) {
    case core::CandidateKind::Verb: return candidate.verb ? verbCandidate(*candidate.verb) : QString();
    case core::CandidateKind::Incident: return incidentCandidate(candidate.incident, wording);
    case core::CandidateKind::Unit: return unitCandidate(candidate, wording);
    case core::CandidateKind::Agency: return agencyName(candidate.code, wording);
    case core::CandidateKind::Type: return typeName(candidate.code, wording);
    case core::CandidateKind::Code: {
        core::CodeList const* const list =
            candidate.list ? core::codeListOf(*candidate.list, wording.rules) : nullptr;
        return list ? codeName(*list, candidate.code) : textOf(candidate.code.text());
    }
    case core::CandidateKind::Priority: return {};
    case core::CandidateKind::Alarm:
        return groupText({.incident = candidate.incident, .alarms = candidate.alarms}, wording);
    }
    return {};
}

/// Without the candidates in the sentence where they are listed beside it.
QString refusalBeside(core::Preview const& preview, Wording const& wording) {
    using enum core::RefusalCode;
    core::Refusal refusal = *preview.refusal;
    bool const saysCandidates = refusal.code == UnknownVerb || refusal.code == AmbiguousIncident
                                || refusal.code == AmbiguousUnit || refusal.code == UnknownType
                                || refusal.code == UnknownCode;
    if (saysCandidates && !preview.candidates.empty() && !refusal.subjects.empty())
        refusal.subjects.resize(1);
    return refusalText(refusal, &wording);
}

} // namespace

QString exampleText(core::VerbSpec const& spec) {
    return textOf(currentLanguage() == Language::Chinese ? spec.example : core::englishExampleOf(spec.verb));
}

QString amberText(core::Amber amber) { return QueryText::of(amber); }

QString insertOf(core::Candidate const& candidate, Wording const& wording) {
    bool const isPlain = currentLanguage() == Language::Chinese;
    switch (candidate.kind) {
    case core::CandidateKind::Unit:
        return isPlain || !wording.unit(candidate.unit) ? textOf(candidate.insert)
                                                        : unitName(candidate.unit, wording);
    case core::CandidateKind::Agency:
    case core::CandidateKind::Type:
    case core::CandidateKind::Code: return textOf(isPlain ? candidate.insert : candidate.code.text());
    case core::CandidateKind::Verb:
    case core::CandidateKind::Incident:
    case core::CandidateKind::Priority:
    case core::CandidateKind::Alarm: break;
    }
    return textOf(candidate.insert);
}

QString candidateText(core::Candidate const& candidate, Wording const& wording) {
    QString const insert = insertOf(candidate, wording);
    QString const description = described(candidate, wording);
    if (description.isEmpty() || description == insert) return insert;
    return insert + QStringLiteral("  ") + description;
}

PreviewText previewText(core::Preview const& preview, Wording const& wording) {
    PreviewText text;
    QStringList pieces;
    for (core::PreviewPart const& part : preview.parts)
        pieces.push_back(partText(part, wording));
    if (preview.query) pieces.push_back(QueryText::of(*preview.query, wording));
    text.sentence = pieces.join(QueryText::semicolon());
    if (preview.wantsSecondEnter()) {
        for (core::Amber const amber : preview.ambers)
            text.warnings.push_back(amberText(amber));
        text.confirm = QueryText::confirm();
    }
    if (preview.refusal) text.refusal = refusalBeside(preview, wording);
    for (core::Candidate const& candidate : preview.candidates)
        text.candidates.push_back(candidateText(candidate, wording));
    return text;
}

} // namespace ob::ui
