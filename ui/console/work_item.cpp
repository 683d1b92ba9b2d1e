// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/work_item.h"

#include "ui/console/conflict_steps.h"
#include "ui/console/unit_standing.h"
#include "ui/console/unit_steps.h"
#include "ui/text/conflict_text.h"
#include "ui/text/sentence.h"

#include <QCoreApplication>

#include <algorithm>
#include <set>
#include <tuple>

namespace ob::ui {
namespace {

/// Collects what the board holds for this desk.
class WorkList {
    Q_DECLARE_TR_FUNCTIONS(WorkItem)
  public:
    explicit WorkList(Console const& console)
        : m_console(console), m_board(console.board()), m_wording(console.wording()), m_now(console.now()) {}

    std::vector<WorkItem> all() {
        for (auto const& [id, unit] : m_board.units())
            if (unit->distress) addDistress(*unit);
        for (auto const& conflict : m_console.conflicts())
            if (!conflict.settled) addConflict(conflict);
        for (auto const& entry : m_console.queue())
            addOf(entry);
        std::ranges::stable_sort(m_items, {}, [](WorkItem const& item) {
            auto const latest = *core::Instant::ofMilliseconds(core::Instant::max);
            return std::tuple(item.kind != WorkItem::Kind::Distress, item.kind == WorkItem::Kind::Check,
                              item.limit ? item.limit->due : latest);
        });
        return std::move(m_items);
    }

  private:
    void addDistress(core::Unit const& unit) {
        QString const name = unitName(unit, m_wording);
        WorkItem item{.kind = WorkItem::Kind::Distress,
                      .key = "distress " + unit.id.hex(),
                      .incident = unit.distress->incident,
                      .unit = unit.id,
                      .title = tr("%1 is in distress").arg(name),
                      .detail = tr("Only its own supervisor ends this, after voice contact.")};
        item.answers.push_back(
            {tr("Ended…"), QStringLiteral("SAFE %1 ").arg(typedCallsign(unit, m_console)), false});
        m_items.push_back(std::move(item));
    }

    void addConflict(core::Conflict const& conflict) {
        auto const words = wordsOf(conflict.rule);
        auto scene = sceneOf(conflict, m_console);
        m_items.push_back(
            {.kind = WorkItem::Kind::Conflict,
             .key = "conflict " + conflict.id.hex(),
             .incident = scene.incidents.empty() ? core::IncidentId() : scene.incidents.front()->id,
             .unit = scene.units.empty() ? core::UnitId() : scene.units.front()->id,
             .title = tr("Conflict %1: %2").arg(scene.names, words.name),
             .detail = words.remedy,
             .meaning = words.meaning,
             .answers = std::move(scene.steps),
             .conflict = conflict.id});
    }

    void addOf(core::QueueEntry const& entry) {
        auto const& incident = *entry.incident;
        bool const hasOrder = std::ranges::any_of(incident.assignments, [](core::Assignment const& each) {
            return each.state == core::AssignmentState::Delivered;
        });
        // Of thousands nearly all: nothing to say.
        bool const isOurs = incident.responsible() == m_console.agency();
        bool const isLate = entry.isOverdue && (isOurs || entry.next->clock != core::LimitClock::Assign);
        if (!isLate && !hasOrder && incident.isOpen() && incident.leadOffers.empty()) return;
        m_number = textOf(incident.number.text());
        m_spoken = spokenNumber(incident.number);
        for (auto const& offer : incident.leadOffers)
            if (offer.agency == m_console.agency() && incident.lead != offer.agency) addOffer(incident);
        if (incident.state == core::IncidentState::Resolved && isOurs) addCheck(incident);
        if (isLate)
            for (auto const& limit : core::timeLimitsOf(incident, m_console.rules()))
                if (limit.due < m_now) addLate(incident, limit, isOurs);
        for (auto const& assignment : incident.assignments)
            if (assignment.state == core::AssignmentState::Delivered) addOrder(incident, assignment);
    }

    void addOffer(core::Incident const& incident) {
        WorkItem item{.kind = WorkItem::Kind::LeadOffer,
                      .key = "lead " + incident.id.hex(),
                      .incident = incident.id,
                      .title = tr("%1: we are asked to lead").arg(m_spoken),
                      .detail = place(incident)};
        item.answers.push_back({tr("Accept"), QStringLiteral("AY %1").arg(m_number), true});
        m_items.push_back(std::move(item));
    }

    void addCheck(core::Incident const& incident) {
        WorkItem item{.kind = WorkItem::Kind::Check,
                      .key = "check " + incident.id.hex(),
                      .incident = incident.id,
                      .title = tr("%1 is to be checked and closed").arg(m_spoken),
                      .detail = place(incident)};
        item.answers.push_back({tr("Close…"), QStringLiteral("CLOSE %1 ").arg(m_number), false});
        m_items.push_back(std::move(item));
    }

    void addLate(core::Incident const& incident, core::TimeLimit const& limit, bool isOurs) {
        auto const unit = m_board.unit(limit.unit);
        auto const* const assignment = unit ? incident.assignmentOf(unit->id) : nullptr;
        bool const isOurUnit = unit && unit->agency == m_console.agency();
        WorkItem item{.incident = incident.id, .unit = limit.unit, .detail = place(incident), .limit = limit};
        QString const name = unit ? unitName(*unit, m_wording) : QString();
        switch (limit.clock) {
        case core::LimitClock::Assign:
            if (!isOurs) return;
            item.kind = WorkItem::Kind::Unassigned;
            item.key = "assign " + incident.id.hex();
            item.title = tr("%1 has no unit").arg(m_spoken);
            item.answers.push_back({tr("Dispatch…"), dispatchLine({}, incident), false});
            break;
        case core::LimitClock::Deliver:
            if (assignment == nullptr || assignment->sender != m_console.agency()) return;
            item.kind = WorkItem::Kind::Undelivered;
            item.key = "deliver " + assignment->id.hex();
            item.title = tr("%1 does not know of %2 yet").arg(name, m_spoken);
            item.answers.push_back({tr("Told by phone…"),
                                    QStringLiteral("VOICE %1 ").arg(typedCallsign(*unit, m_console)), false});
            break;
        case core::LimitClock::Welfare:
            if (!isOurUnit) return;
            item.kind = WorkItem::Kind::Welfare;
            item.key = "welfare " + incident.id.hex();
            item.title = tr("%1: is %2 well?").arg(m_spoken, name);
            item.answers.push_back({tr("Roll-call"), QStringLiteral("PAR %1").arg(m_number), true});
            break;
        case core::LimitClock::Acknowledge:
        case core::LimitClock::Answer:
        case core::LimitClock::OnScene: return; // below, or not of this version
        }
        if (m_lateKeys.insert(item.key).second) m_items.push_back(std::move(item));
    }

    /// For a unit of ours: its crew has to be told and to answer.
    void addOrder(core::Incident const& incident, core::Assignment const& assignment) {
        auto const unit = m_board.unit(assignment.unit);
        if (!unit || unit->agency != m_console.agency()) return;
        auto const since = assignment.at(core::AssignmentState::Delivered).value_or(m_now);
        WorkItem item{.kind = WorkItem::Kind::Unanswered,
                      .key = "order " + assignment.id.hex(),
                      .incident = incident.id,
                      .unit = unit->id,
                      .title =
                          assignment.sender == m_console.agency()
                              ? tr("%1 has not answered for %2").arg(unitName(*unit, m_wording), m_spoken)
                              : tr("%1 sends our %2 to %3")
                                    .arg(agencyName(assignment.sender, m_wording), unitName(*unit, m_wording),
                                         m_spoken),
                      .detail = place(incident),
                      .limit = core::TimeLimit{.clock = core::LimitClock::Acknowledge,
                                               .due = since + core::acknowledgeWithin,
                                               .unit = unit->id}};
        item.answers.push_back({tr("Acknowledged"),
                                QStringLiteral("ACK %1 %2").arg(typedCallsign(*unit, m_console), m_number),
                                true});
        m_items.push_back(std::move(item));
    }

    QString place(core::Incident const& incident) const {
        QString const type = typeName(incident.type, m_wording);
        return incident.address ? type + QStringLiteral(" · ") + textOf(*incident.address) : type;
    }

    Console const& m_console;
    core::Board const& m_board;
    Wording m_wording;
    core::Instant m_now;
    QString m_number;
    QString m_spoken;
    std::vector<WorkItem> m_items;
    std::set<std::string> m_lateKeys; ///< several limits may ask for the same
};

} // namespace

std::vector<WorkItem> workItemsOf(Console const& console) { return WorkList(console).all(); }

} // namespace ob::ui
