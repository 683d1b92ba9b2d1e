// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/fact_text.h"

#include "core/event_body.h"
#include "core/incident.h"
#include "core/restricted_parts.h"
#include "core/rules/rule_book.h"
#include "core/unit.h"
#include "ui/text/phrase.h"
#include "ui/text/policy_text.h"
#include "ui/text/sentence.h"
#include "ui/text/state_text.h"
#include "ui/text/time_text.h"
#include "ui/text/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace ob::ui {
namespace {

struct Words {
    QString main;
    QStringList details{};
};

/// One event, kind by kind.
class FactText {
    Q_DECLARE_TR_FUNCTIONS(FactText)
  public:
    FactText(core::Event const& event, Wording const& wording, Attached attached)
        : m_event(event), m_wording(wording), m_attached(attached) {}

    Words operator()(core::LogOpened const&) const { return {tr("Desk opens its log")}; }

    Words operator()(core::IncidentOpened const& fact) const {
        QString const type = wordOf(fact.priority) + QLatin1Char(' ') + typeName(fact.type, m_wording);
        QStringList about{type, place(), wordOf(fact.channel)};
        about.removeAll(QString());
        return {filled(tr("Opens %1: %2"), {textOf(fact.number.text()), listed(about)}), {caller()}};
    }
    Words operator()(core::CallAdded const& fact) const {
        return {tr("Adds a call"), {wordOf(fact.channel), caller()}};
    }
    Words operator()(core::PrioritySet const& fact) const {
        return {filled(tr("Priority set to %1"), {wordOf(fact.priority)})};
    }
    Words operator()(core::TypeSet const& fact) const {
        return {filled(tr("Type set to %1"), {typeName(fact.type, m_wording)})};
    }
    Words operator()(core::PlaceSet const&) const { return {filled(tr("Place set to %1"), {place()})}; }
    Words operator()(core::NoteAdded const&) const { return {tr("Note"), {attachments()}}; }
    Words operator()(core::HandlerTaken const&) const {
        return {
            filled(tr("Handled by %1 from now on"), {textOf(m_event.body().circumstance.position.text())})};
    }
    Words operator()(core::IncidentSeen const&) const { return {tr("Seen")}; }
    Words operator()(core::LeadOffered const& fact) const {
        return {filled(tr("Offers the lead to %1"), {agencyName(fact.agency, m_wording)}),
                {code(lists().phases, fact.phase)}};
    }
    Words operator()(core::LeadAccepted const&) const {
        return {filled(tr("%1 accepts the lead"), {agencyName(m_event.author(), m_wording)})};
    }
    Words operator()(core::LeadReleased const& fact) const {
        return {tr("Gives up the lead"), {code(lists().leadReleases, fact.reason)}};
    }

    Words operator()(core::UnitPlanned const& fact) const {
        return {filled(tr("Plans %1"), {unitName(fact.unit, m_wording)})};
    }
    Words operator()(core::UnitDispatched const& fact) const {
        QString const fix =
            fact.fixAge ? filled(tr("position %1 old"), {lengthText(*fact.fixAge)}) : QString();
        QString const diverted = fact.divertedFrom.isNil() ? QString() : tr("diverted");
        return {filled(tr("Dispatches %1"), {unitName(fact.unit, m_wording)}),
                {code(lists().dispatchReasons, fact.reason), diverted, fix}};
    }
    Words operator()(core::MilestoneReached const& fact) const {
        return {assigned(fact.assignment) + QLatin1Char(' ') + milestone(fact.milestone, fact.assignment),
                {fact.correction ? tr("correction") : QString()}};
    }
    Words operator()(core::AssignmentDelivered const& fact) const {
        auto const& personal = m_event.restricted().personal;
        return {filled(tr("Order reaches %1"), {assigned(fact.assignment)}),
                {wordOf(fact.means), personal ? textOf(personal->contactName.value_or("")) : QString()}};
    }
    Words operator()(core::AssignmentCleared const& fact) const {
        return {assigned(fact.assignment) + QLatin1Char(' ')
                    + milestone(core::AssignmentState::Cleared, fact.assignment),
                {code(lists().dispositions, fact.disposition)}};
    }
    Words operator()(core::AssignmentReleased const& fact) const {
        QString const reason = code(lists().releases, fact.reason);
        if (!fact.divertedTo.isNil())
            return {filled(tr("%1 diverted to %2"), {assigned(fact.assignment), incident(fact.divertedTo)}),
                    {reason}};
        return {filled(tr("%1 released"), {assigned(fact.assignment)}), {reason}};
    }
    Words operator()(core::AssignmentRefused const& fact) const {
        return {filled(tr("%1 could not go"), {assigned(fact.assignment)}),
                {code(lists().refusals, fact.reason)}};
    }

    Words operator()(core::MilestoneCorrected const& fact) const {
        QString const what =
            assigned(fact.assignment) + QLatin1Char(' ') + milestone(fact.milestone, fact.assignment);
        if (!fact.reachedAt) return {filled(tr("Correction: %1 did not happen"), {what})};
        return {filled(tr("Correction: %1 at %2"), {what, minuteText(*fact.reachedAt, m_wording.zone)})};
    }
    Words operator()(core::OpeningCorrected const& fact) const {
        return {filled(tr("Correction: began at %1"), {minuteText(fact.openedAt, m_wording.zone)})};
    }
    Words operator()(core::IncidentResolved const& fact) const {
        return {tr("Resolved, waits for the check"), {code(lists().dispositions, fact.disposition)}};
    }
    Words operator()(core::IncidentClosed const& fact) const {
        return {tr("Closed"),
                {result(fact.result), fact.verificationSkipped ? tr("no check needed") : QString()}};
    }
    Words operator()(core::IncidentReopened const& fact) const {
        return {tr("Reopened"), {code(lists().reopenReasons, fact.reason)}};
    }
    Words operator()(core::IncidentVoided const& fact) const {
        return {tr("Declared void"), {code(lists().voids, fact.reason)}};
    }
    Words operator()(core::IncidentReferred const& fact) const {
        return {filled(tr("Referred to %1"), {code(lists().referralTargets, fact.target)}),
                {code(lists().referralReasons, fact.reason), textOf(fact.outsideNumber.text())}};
    }
    Words operator()(core::IncidentLinked const& fact) const {
        QString const relation =
            fact.relation == core::LinkRelation::Related ? QString() : wordOf(fact.relation);
        return {filled(tr("Linked with %1"), {incident(fact.other)}), {relation}};
    }
    Words operator()(core::IncidentUnlinked const& fact) const {
        return {filled(tr("Link with %1 taken back"), {incident(fact.other)})};
    }
    Words operator()(core::MergedInto const& fact) const {
        QString const moved = fact.moved.empty()
                                  ? QString()
                                  : filled(tr("units moved: %1"), {QString::number(fact.moved.size())});
        return {filled(tr("Merged into %1"), {incident(fact.survivor)}), {moved}};
    }
    Words operator()(core::MergeUndone const& fact) const {
        return {filled(tr("Split from %1"), {incident(fact.survivor)})};
    }
    Words operator()(core::WelfareChecked const& fact) const {
        return {filled(fact.answered ? tr("Roll call: %1 answered") : tr("Roll call: %1 did not answer"),
                       {unitName(fact.unit, m_wording)})};
    }

    Words operator()(core::UnitRegistered const& fact) const {
        core::UnitKind const* const kind = m_wording.rules.unitKinds().byCode(fact.unitKind.text());
        return {filled(tr("Registers unit %1"), {textOf(fact.callsign.text())}),
                {kind ? nameIn(kind->name) : textOf(fact.unitKind.text())}};
    }
    Words operator()(core::DutySet const& fact) const {
        QString const until =
            fact.until ? filled(tr("until %1"), {minuteText(*fact.until, m_wording.zone)}) : QString();
        QString const recall =
            fact.recall ? filled(tr("recall within %1"), {lengthText(*fact.recall)}) : QString();
        QString const crew = fact.crew ? filled(tr("crew of %1"), {QString::number(*fact.crew)}) : QString();
        QString const shift = fact.shiftEnd
                                  ? filled(tr("shift until %1"), {minuteText(*fact.shiftEnd, m_wording.zone)})
                                  : QString();
        QStringList skills;
        for (auto const& capability : fact.capabilities)
            skills.push_back(code(lists().capabilities, capability));
        return {self() + QLatin1Char(' ') + wordOf(fact.duty),
                {code(lists().unavailables, fact.reason), crew, recall, until, shift, listed(skills)}};
    }
    Words operator()(core::DistressRaised const& fact) const {
        return {filled(tr("%1 in distress"), {self()}),
                {fact.incident.isNil() ? QString() : incident(fact.incident)}};
    }
    Words operator()(core::DistressEnded const& fact) const {
        return {filled(tr("%1 safe again"), {self()}), {textOf(fact.reason.text())}};
    }
    Words operator()(core::UnitChanged const&) const {
        return {filled(tr("%1: description changed"), {self()})};
    }

    Words operator()(core::PolicyOpened const&) const { return {tr("Agency opens its grants")}; }
    Words operator()(core::DispatchGrantSet const& fact) const {
        return {filled(tr("Dispatch by %1: %2"), {agencyName(fact.to, m_wording), wordOf(fact.grant)}),
                {textOf(fact.group.text())}};
    }
    Words operator()(core::PositionSharingSet const& fact) const {
        return {positionSharingText(fact.to, {fact.isWithheld, fact.gridMetres, fact.delay}, m_wording)};
    }
    Words operator()(core::NoDuffDeclared const&) const {
        return {tr("Real emergency declared, the drill is frozen")};
    }
    Words operator()(core::NoDuffEnded const&) const {
        return {tr("Real emergency over, the drill goes on")};
    }
    Words operator()(core::MemberGranted const& fact) const {
        return {filled(tr("%1 takes part"), {agencyName(fact.agency, m_wording)})};
    }
    Words operator()(core::MemberLeft const& fact) const {
        return {filled(tr("%1 takes part no longer"), {agencyName(fact.agency, m_wording)})};
    }
    Words operator()(core::ConflictSettled const&) const { return {tr("Conflict settled")}; }
    Words operator()(core::SectionForgotten const&) const { return {tr("Part of an entry erased")}; }

    static QString notUnderstood(std::uint16_t kind) {
        return filled(tr("Entry of kind %1"), {QString::number(kind)});
    }

    /// What is there but not for this desk.
    QStringList withheld() const {
        core::RestrictedParts const& parts = m_event.restricted();
        bool const hasPlace = std::holds_alternative<core::PlaceSet>(m_event.body().fact)
                              || std::holds_alternative<core::IncidentOpened>(m_event.body().fact);
        QStringList things;
        if (commits(core::SectionClass::Joint) && !parts.joint && !hasPlace)
            things.push_back(tr("content not shared"));
        if (commits(core::SectionClass::Personal) && !parts.personal)
            things.push_back(tr("personal details not shared"));
        if (commits(core::SectionClass::Sealed) && !parts.sealed)
            things.push_back(tr("sealed part not shared"));
        return things;
    }

    /// Free text of all sections that are here.
    QString freeText() const {
        core::RestrictedParts const& parts = m_event.restricted();
        QStringList texts;
        auto const add = [&texts](auto const& part) {
            if (part && part->text && !part->text->empty()) texts.push_back(textOf(*part->text));
        };
        add(parts.joint);
        add(parts.own);
        add(parts.personal);
        add(parts.sealed);
        return texts.join(QStringLiteral(" / "));
    }

  private:
    core::RuleBookLists const& lists() const { return m_wording.rules.lists(); }

    static QString code(core::CodeList const& list, core::Code const& code) {
        return code.isEmpty() ? QString() : codeName(list, code);
    }
    /// Closing takes a result of the check or, where none is needed, a disposition.
    QString result(core::Code const& code) const {
        return lists().verificationResults.byCode(code.text())
                   ? FactText::code(lists().verificationResults, code)
                   : FactText::code(lists().dispositions, code);
    }
    QString incident(core::IncidentId id) const { return incidentName(id, m_wording); }
    /// The unit whose stream this is.
    QString self() const { return unitName(m_event.stream(), m_wording); }

    /// Nil when the assignment is not known here.
    core::UnitId unitOf(core::AssignmentId id) const {
        auto const incident = m_wording.incident(m_event.stream());
        core::Assignment const* const found = incident ? incident->assignment(id) : nullptr;
        return found ? found->unit : core::UnitId();
    }
    QString assigned(core::AssignmentId id) const {
        core::UnitId const unit = unitOf(id);
        return unit.isNil() ? tr("a unit") : unitName(unit, m_wording);
    }
    QString milestone(core::AssignmentState state, core::AssignmentId id) const {
        auto const unit = m_wording.unit(unitOf(id));
        return unit ? milestoneName(state, unit->agency, m_wording) : wordOf(state);
    }

    bool commits(core::SectionClass sectionClass) const {
        auto const& all = m_event.header().commitments;
        return std::any_of(all.begin(), all.end(),
                           [&](auto const& each) { return each.sectionClass == sectionClass; });
    }
    QString place() const {
        auto const& joint = m_event.restricted().joint;
        if (!joint) return commits(core::SectionClass::Joint) ? tr("place not shared") : QString();
        if (joint->address && !joint->address->empty()) return textOf(*joint->address);
        if (!joint->place) return {};
        return QString::number(joint->place->latitude(), 'f', 5) + QLatin1Char(' ')
               + QString::number(joint->place->longitude(), 'f', 5);
    }
    /// Names as their authors gave them.
    QString attachments() const {
        if (m_attached == Attached::Apart) return {};
        QStringList names;
        auto const& parts = m_event.restricted();
        for (auto const* const list : {parts.joint ? &parts.joint->attachments : nullptr,
                                       parts.own ? &parts.own->attachments : nullptr})
            if (list != nullptr)
                for (auto const& each : *list)
                    names.push_back(textOf(each.name));
        return names.isEmpty() ? QString() : filled(tr("attached: %1"), {listed(names)});
    }
    QString caller() const {
        auto const& personal = m_event.restricted().personal;
        if (!personal) return {};
        QStringList who{textOf(personal->callerName.value_or("")),
                        textOf(personal->callerPhone.value_or(""))};
        who.removeAll(QString());
        return who.join(QLatin1Char(' '));
    }

    core::Event const& m_event;
    Wording const& m_wording;
    Attached m_attached;
};

} // namespace

QString factText(core::Event const& event, Wording const& wording, Attached attached) {
    if (!event.isUnderstood()) return FactText::notUnderstood(event.header().kind);
    FactText const text(event, wording, attached);
    Words words = std::visit(text, event.body().fact);
    words.details += text.withheld();
    return withRest(withDetails(words.main, words.details), text.freeText());
}

} // namespace ob::ui
