// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/timeline_text.h"

#include "core/event_body.h"
#include "core/restricted_parts.h"
#include "ui/text/fact_text.h"
#include "ui/text/phrase.h"
#include "ui/text/refusal_text.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

class TimelineText {
    Q_DECLARE_TR_FUNCTIONS(TimelineText)
  public:
    //: Around a mark behind the line.
    static QString mark() { return tr("[%1]"); }
    static QString late() { return tr("entered late, %1"); }
    static QString waiting() { return tr("waits for earlier entries, without effect yet"); }
};

QString whoText(core::Event const& event, Wording const& wording) {
    QStringList who{agencyName(event.author(), wording), timelinePerson(event)};
    who.removeAll(QString());
    return who.join(QLatin1Char(' '));
}

/// Empty for one that counts.
QString standingText(core::Taken const* taken) {
    if (!taken) return TimelineText::waiting();
    switch (taken->verdict) {
    case core::Verdict::Effective: return {};
    case core::Verdict::Refused: return withRest(wordOf(taken->verdict), refusalInBrief(taken->reason));
    case core::Verdict::Inert:
    case core::Verdict::Voided: return wordOf(taken->verdict);
    }
    return {};
}

} // namespace

core::Instant timelineMoment(core::Event const& event) {
    return event.isUnderstood() ? event.body().circumstance.occurredAt : event.recordedAt();
}

QString timelinePerson(core::Event const& event) {
    QStringList who;
    if (event.isUnderstood()) who.push_back(textOf(event.body().circumstance.position.text()));
    if (auto const& own = event.restricted().own; own && own->operatorName)
        who.push_back(textOf(*own->operatorName));
    who.removeAll(QString());
    return who.join(QLatin1Char(' '));
}

QStringList timelineMarks(core::Event const& event, core::Taken const* taken, Wording const& wording) {
    QStringList marks;
    if (event.isUnderstood()) {
        core::Circumstance const& circumstance = event.body().circumstance;
        if (circumstance.source != core::Source::Operator) marks.push_back(wordOf(circumstance.source));
        if (event.recordedAt() - circumstance.occurredAt > lateAfter)
            marks.push_back(filled(TimelineText::late(),
                                   {clockText(event.recordedAt(), circumstance.occurredAt, wording.zone)}));
    }
    marks.push_back(standingText(taken));
    marks.removeAll(QString());
    return marks;
}

QString timelineLine(core::Event const& event, core::Taken const* taken, Wording const& wording) {
    QString line = clockText(timelineMoment(event), wording.zone) + QStringLiteral("  ")
                   + whoText(event, wording) + QStringLiteral("  ") + factText(event, wording);
    for (QString const& mark : timelineMarks(event, taken, wording))
        line += QLatin1Char(' ') + filled(TimelineText::mark(), {mark});
    return line;
}

} // namespace ob::ui
