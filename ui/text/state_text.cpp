// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/text/state_text.h"

#include <QCoreApplication>

#include <optional>

namespace ob::ui {
namespace {

class StateText {
    Q_DECLARE_TR_FUNCTIONS(StateText)
  public:
    static QString of(core::IncidentState state) {
        switch (state) {
        case core::IncidentState::Open: return tr("Open");
        case core::IncidentState::Resolved: return tr("Resolved");
        case core::IncidentState::Closed: return tr("Closed");
        case core::IncidentState::Merged: return tr("Merged");
        case core::IncidentState::Referred: return tr("Referred");
        case core::IncidentState::Voided: return tr("Void");
        }
        return {};
    }
    static QString of(core::IncidentProgress progress) {
        switch (progress) {
        case core::IncidentProgress::Unassigned: return tr("To assign");
        case core::IncidentProgress::Undelivered: return tr("Not delivered");
        case core::IncidentProgress::Dispatched: return tr("Dispatched");
        case core::IncidentProgress::EnRoute: return tr("En route");
        case core::IncidentProgress::OnScene: return tr("On scene");
        case core::IncidentProgress::UnderControl: return tr("Under control");
        }
        return {};
    }
    static QString of(core::DutyState state) {
        switch (state) {
        case core::DutyState::OffDuty: return tr("Off duty");
        case core::DutyState::Available: return tr("Available");
        case core::DutyState::Conditional: return tr("On recall");
        case core::DutyState::Unavailable: return tr("Out of service");
        }
        return {};
    }
    static QString of(core::AssignmentState state) {
        switch (state) {
        case core::AssignmentState::Planned: return tr("Planned");
        case core::AssignmentState::Dispatched: return tr("Dispatched");
        case core::AssignmentState::Delivered: return tr("Delivered");
        case core::AssignmentState::Acknowledged: return tr("Acknowledged");
        case core::AssignmentState::EnRoute: return tr("En route");
        case core::AssignmentState::Staged: return tr("Staged");
        case core::AssignmentState::OnScene: return tr("On scene");
        case core::AssignmentState::Transporting: return tr("Transporting");
        case core::AssignmentState::AtDestination: return tr("At destination");
        case core::AssignmentState::Cleared: return tr("Cleared");
        case core::AssignmentState::Released: return tr("Released");
        case core::AssignmentState::Refused: return tr("Could not go");
        }
        return {};
    }
    static QString of(core::Channel channel) {
        switch (channel) {
        case core::Channel::Phone: return tr("Phone call");
        case core::Channel::Walkin: return tr("Walk-in");
        case core::Channel::Radio: return tr("Radio call");
        case core::Channel::Alarm: return tr("Automatic alarm");
        case core::Channel::App: return tr("Online");
        case core::Channel::Agency: return tr("Another agency");
        case core::Channel::Import: return tr("Imported");
        case core::Channel::Other: return tr("Other way");
        }
        return {};
    }
    static QString of(core::Source source) {
        switch (source) {
        case core::Source::Operator: return tr("Operator");
        case core::Source::Radio: return tr("By radio");
        case core::Source::Phone: return tr("By phone");
        case core::Source::Terminal: return tr("Unit's terminal");
        case core::Source::Geofence: return tr("Geofence");
        case core::Source::Paper: return tr("From paper");
        case core::Source::Import: return tr("Imported");
        case core::Source::Machine: return tr("System");
        }
        return {};
    }
    static QString of(core::DeliveryMeans means) {
        switch (means) {
        case core::DeliveryMeans::Machine: return tr("by the system");
        case core::DeliveryMeans::Voice: return tr("by voice");
        case core::DeliveryMeans::Radio: return tr("by radio");
        case core::DeliveryMeans::Phone: return tr("by phone");
        case core::DeliveryMeans::InPerson: return tr("in person");
        }
        return {};
    }
    static QString of(core::LinkRelation relation) {
        switch (relation) {
        case core::LinkRelation::Related: return tr("related");
        case core::LinkRelation::Parent: return tr("whole");
        case core::LinkRelation::Part: return tr("part");
        }
        return {};
    }
    static QString of(core::DispatchGrant grant) {
        switch (grant) {
        case core::DispatchGrant::Own: return tr("own agency only");
        case core::DispatchGrant::Direct: return tr("direct dispatch");
        case core::DispatchGrant::Request: return tr("on request");
        }
        return {};
    }
    static QString of(core::Verdict verdict) {
        switch (verdict) {
        case core::Verdict::Effective: return tr("in effect");
        case core::Verdict::Refused: return tr("against the rules, without effect");
        case core::Verdict::Inert: return tr("not understood by this version");
        case core::Verdict::Voided: return tr("voided");
        }
        return {};
    }
};

/// Numbers of states begin at 0 without gaps, so the first without a name ends the search.
template<class State>
std::optional<State> stateCalled(std::string_view name) {
    for (std::uint8_t number = 0;; ++number) {
        std::string_view const each = core::nameOf(static_cast<State>(number));
        if (each == name) return static_cast<State>(number);
        if (each == "?") return std::nullopt;
    }
}

} // namespace

QString wordOf(core::IncidentState state) { return StateText::of(state); }
QString wordOf(core::IncidentProgress progress) { return StateText::of(progress); }
QString wordOf(core::DutyState state) { return StateText::of(state); }
QString wordOf(core::AssignmentState state) { return StateText::of(state); }
QString wordOf(core::Channel channel) { return StateText::of(channel); }
QString wordOf(core::Source source) { return StateText::of(source); }
QString wordOf(core::DeliveryMeans means) { return StateText::of(means); }
QString wordOf(core::LinkRelation relation) { return StateText::of(relation); }
QString wordOf(core::DispatchGrant grant) { return StateText::of(grant); }
QString wordOf(core::Verdict verdict) { return StateText::of(verdict); }

QString wordOf(core::Priority priority) {
    return QLatin1Char('P') + QString::number(static_cast<int>(priority));
}

QString stateNamed(std::string_view name) {
    if (name == "?") return {};
    if (auto const state = stateCalled<core::IncidentState>(name)) return wordOf(*state);
    if (auto const state = stateCalled<core::AssignmentState>(name)) return wordOf(*state);
    if (auto const state = stateCalled<core::DutyState>(name)) return wordOf(*state);
    if (auto const state = stateCalled<core::IncidentProgress>(name)) return wordOf(*state);
    if (auto const grant = stateCalled<core::DispatchGrant>(name)) return wordOf(*grant);
    return {};
}

} // namespace ob::ui
