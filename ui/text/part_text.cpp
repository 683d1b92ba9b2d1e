// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/part_text.h"

#include "core/rules/rule_book.h"
#include "core/shift_change.h"
#include "core/unit.h"
#include "ui/text/phrase.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

namespace ob::ui {
namespace {

namespace part = core::part;

QString numberOf(core::NumberedIncident const& incident) { return textOf(incident.number.text()); }
QString numberOf(std::optional<core::NumberedIncident> const& incident) {
    return incident ? numberOf(*incident) : QString();
}

class PartText {
    Q_DECLARE_TR_FUNCTIONS(PartText)
  public:
    explicit PartText(Wording const& wording) : m_wording(wording) {}

    QString operator()(part::OpensIncident const& each) const {
        QStringList about{wordOf(each.priority) + QLatin1Char(' ') + typeName(each.type, m_wording),
                          textOf(each.address)};
        about.removeAll(QString());
        return filled(tr("new incident %1: %2"), {textOf(each.number.text()), listed(about)});
    }
    QString operator()(part::PossibleDuplicate const& each) const {
        QString const metres =
            each.metres ? filled(tr("%1 m away"), {QString::number(qRound(each.metres->value))}) : QString();
        return withDetails(filled(tr("%1 may be the same"), {numberOf(each.incident)}),
                           {typeName(each.type, m_wording), ageText(each.age.value), metres});
    }
    QString operator()(part::AddsCall const& each) const {
        return withDetails(filled(tr("call added to %1"), {numberOf(each.incident)}), {textOf(each.phone)});
    }
    QString operator()(part::Takes const& each) const {
        QString const now = each.from.isEmpty() ? tr("now: nobody")
                                                : filled(tr("now: %1"), {holder(each.from, each.fromAgency)});
        return withDetails(filled(tr("%1 handled by this position"), {numberOf(each.incident)}), {now});
    }
    QString operator()(part::ChangesPriority const& each) const {
        return filled(tr("%1 from %2 to %3"), {numberOf(each.incident), wordOf(each.from), wordOf(each.to)});
    }
    QString operator()(part::AddsNote const& each) const {
        return withRest(filled(tr("note on %1"), {numberOf(each.incident)}), textOf(each.text));
    }
    QString operator()(part::RecordedAt const& each) const {
        return filled(tr("recorded for %1 (entered late)"), {minuteText(each.at, m_wording.zone)});
    }

    QString operator()(part::SendsUnit const& each) const {
        QString fix = tr("position unknown");
        if (each.fixAge)
            fix = filled(each.isStale ? tr("old position, %1") : tr("position %1"),
                         {ageText(each.fixAge->value)});
        return withDetails(filled(tr("send %1"), {unit(each.unit)}), {fix});
    }
    QString operator()(part::PlansUnit const& each) const { return filled(tr("plan %1"), {unit(each.unit)}); }
    QString operator()(part::Destination const& each) const {
        QStringList words{numberOf(each.incident), textOf(each.address.value_or(""))};
        words.removeAll(QString());
        return filled(tr("to %1"), {words.join(QLatin1Char(' '))});
    }
    QString operator()(part::WouldBeRequest const& each) const {
        return filled(tr("would be a request to %2 for %1, not a dispatch"),
                      {unit(each.unit), agency(each.agency)});
    }
    QString operator()(part::AlreadyEngaged const& each) const {
        return filled(tr("%1 is working on %2"), {unit(each.unit), numberOf(each.incident)});
    }
    QString operator()(part::UnitLeaves const& each) const {
        return withDetails(filled(tr("%1 leaves %2"), {unit(each.unit), numberOf(each.incident)}),
                           {code(lists().releases, each.reason)});
    }
    QString operator()(part::LosesLast const& each) const {
        return filled(tr("%1 will have no more “%2”"),
                      {numberOf(each.incident), code(lists().capabilities, each.capability)});
    }
    QString operator()(part::MustBeTold const& each) const {
        return filled(tr("%1 has the order: tell it by radio"), {unit(each.unit)});
    }
    QString operator()(part::RemainingUnits const& each) const {
        if (each.count == 0) return filled(tr("nobody will be left on %1"), {numberOf(each.incident)});
        return filled(tr("units left on %1: %2"), {numberOf(each.incident), QString::number(each.count)});
    }
    QString operator()(part::ReachesMilestone const& each) const {
        QString const what = unit(each.unit) + QLatin1Char(' ') + milestone(each.milestone, each.unit);
        return withDetails(
            what, {numberOf(each.incident), each.isBackward ? tr("takes later milestones back") : QString()});
    }
    QString operator()(part::ClearsUnit const& each) const {
        return withDetails(filled(tr("%1 cleared"), {unit(each.unit)}),
                           {numberOf(each.incident), code(lists().dispositions, each.disposition)});
    }
    QString operator()(part::CannotGo const& each) const {
        return withDetails(filled(tr("%1 cannot go"), {unit(each.unit)}),
                           {numberOf(each.incident), code(lists().refusals, each.reason)});
    }
    QString operator()(part::ToldByVoice const& each) const {
        return withDetails(filled(tr("%1 was told by voice: %2"), {unit(each.unit), textOf(each.contact)}),
                           {numberOf(each.incident)});
    }

    QString operator()(part::RegistersUnit const& each) const {
        auto const* const kind = m_wording.rules.unitKinds().byCode(each.kind.text());
        return withDetails(filled(tr("new unit of %1: %2"),
                                  {agencyName(each.agency, m_wording), textOf(each.callsign.text())}),
                           {kind ? nameIn(kind->name) : textOf(each.kind.text()), textOf(each.home)});
    }
    QString operator()(part::ChangesDuty const& each) const {
        QString const crew = each.crew ? filled(tr("crew of %1"), {QString::number(*each.crew)}) : QString();
        QString const change =
            each.from == each.to
                ? unit(each.unit) + QLatin1Char(' ') + wordOf(each.to)
                : filled(tr("%1 from “%2” to “%3”"), {unit(each.unit), wordOf(each.from), wordOf(each.to)});
        QStringList skills;
        for (auto const& capability : each.capabilities)
            skills.push_back(capability.text() == core::noneOfIt ? tr("skills as registered")
                                                                 : code(lists().capabilities, capability));
        auto const orNone = [](std::string const& typed, QString const& none) {
            return typed == core::noneOfIt ? none : textOf(typed);
        };
        return withDetails(change,
                           {code(lists().unavailables, each.reason), crew, listed(skills),
                            orNone(each.vehicle, tr("no vehicle")), orNone(each.crewNames, tr("no names"))});
    }
    QString operator()(part::UntilTime const& each) const {
        return withDetails(filled(tr("until %1"), {minuteText(each.until.value, m_wording.zone)}),
                           {lengthText(each.length)});
    }
    QString operator()(part::ShiftEnds const& each) const {
        return withDetails(filled(tr("shift until %1"), {minuteText(each.end.value, m_wording.zone)}),
                           {lengthText(each.length)});
    }
    QString operator()(part::RecallTime const& each) const {
        return filled(tr("can be recalled within %1"), {lengthText(each.length)});
    }
    QString operator()(part::RaisesDistress const& each) const {
        return withDetails(filled(tr("%1 in distress: alarm at every desk"), {unit(each.unit)}),
                           {numberOf(each.incident)});
    }
    QString operator()(part::EndsDistress const& each) const {
        return withRest(filled(tr("distress of %1 ends"), {unit(each.unit)}), textOf(each.reason));
    }
    QString operator()(part::ChecksWelfare const& each) const {
        QStringList names;
        for (core::UnitId const id : each.units)
            names.push_back(unit(id));
        QString const what =
            each.answered ? tr("roll call on %1, answered") : tr("roll call on %1, no answer");
        return withRest(filled(what, {numberOf(each.incident)}), listed(names));
    }
    QString operator()(part::FreezesDrill const& each) const {
        return each.ended ? tr("real emergency over: the drill goes on at all desks")
                          : tr("real emergency: the drill freezes at all desks");
    }

    QString operator()(part::OffersLead const& each) const {
        return withDetails(
            filled(tr("offer the lead of %1 to %2"), {numberOf(each.incident), agency(each.agency)}),
            {code(lists().phases, each.phase)});
    }
    QString operator()(part::StaysResponsible const& each) const {
        return filled(tr("until it is accepted %1 answers for it"), {agency(each.agency)});
    }
    QString operator()(part::AcceptsLead const& each) const {
        return filled(tr("take the lead of %1 over from %2"), {numberOf(each.incident), agency(each.from)});
    }
    QString operator()(part::Refers const& each) const {
        return withDetails(filled(tr("refer %1 to %2, in effect once they have accepted"),
                                  {numberOf(each.incident), code(lists().referralTargets, each.target)}),
                           {code(lists().referralReasons, each.reason)});
    }
    QString operator()(part::Links const& each) const {
        return filled(tr("link %1 with %2"), {numberOf(each.incident), numberOf(each.other)});
    }
    QString operator()(part::Merges const& each) const {
        QString const moved = each.movedUnits > 0
                                  ? filled(tr("units moved: %1"), {QString::number(each.movedUnits)})
                                  : QString();
        return withRest(withDetails(filled(tr("keep %1, merge %2 into it"),
                                           {numberOf(each.kept), numberOf(each.absorbed)}),
                                    {moved}),
                        textOf(each.reason));
    }
    QString operator()(part::Splits const& each) const {
        return withRest(filled(tr("split %1 from %2"), {numberOf(each.incident), numberOf(each.from)}),
                        textOf(each.reason));
    }
    QString operator()(part::Closes const& each) const {
        QString const check = each.needsCheck ? tr("another person has to check") : QString();
        QString const work =
            each.openWork > 0 ? filled(tr("still open: %1"), {QString::number(each.openWork)}) : QString();
        return withDetails(
            withRest(filled(tr("close %1"), {numberOf(each.incident)}), closingCode(each.code)),
            {check, work});
    }
    QString operator()(part::Reopens const& each) const {
        return withDetails(filled(tr("reopen %1"), {numberOf(each.incident)}),
                           {wordOf(each.from), code(lists().reopenReasons, each.reason)});
    }
    QString operator()(part::Voids const& each) const {
        return withRest(filled(tr("%1 void"), {numberOf(each.incident)}), code(lists().voids, each.reason));
    }
    QString operator()(part::MergedNumber const& each) const {
        return filled(tr("%1 was merged and goes on as %2"),
                      {textOf(each.typed.text()), numberOf(each.survivor)});
    }
    QString operator()(part::HeldByOther const& each) const {
        return filled(tr("%1 is handled by %2"),
                      {numberOf(each.incident), holder(each.position, each.agency)});
    }

  private:
    core::RuleBookLists const& lists() const { return m_wording.rules.lists(); }
    QString unit(core::UnitId id) const { return unitName(id, m_wording); }
    QString agency(core::AgencyIndex index) const { return agencyName(index, m_wording); }
    static QString code(core::CodeList const& list, core::Code const& code) {
        return code.isEmpty() ? QString() : codeName(list, code);
    }
    /// A result of the check or a disposition.
    QString closingCode(core::Code const& code) const {
        return PartText::code(lists().verificationResults.byCode(code.text()) ? lists().verificationResults
                                                                              : lists().dispositions,
                              code);
    }
    QString holder(core::Code const& position, std::optional<core::AgencyIndex> of) const {
        QStringList words{of ? agency(*of) : QString(), textOf(position.text())};
        words.removeAll(QString());
        return words.join(QLatin1Char(' '));
    }
    QString milestone(core::AssignmentState state, core::UnitId id) const {
        auto const known = m_wording.unit(id);
        return known ? milestoneName(state, known->agency, m_wording) : wordOf(state);
    }

    Wording const& m_wording;
};

} // namespace

QString partText(core::PreviewPart const& part, Wording const& wording) {
    return std::visit(PartText(wording), part);
}

} // namespace ob::ui
