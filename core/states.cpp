// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/states.h"

namespace ob::core {

std::string_view nameOf(IncidentState state) {
    switch (state) {
    case IncidentState::Open: return "open";
    case IncidentState::Resolved: return "resolved";
    case IncidentState::Closed: return "closed";
    case IncidentState::Merged: return "merged";
    case IncidentState::Referred: return "referred";
    case IncidentState::Voided: return "voided";
    }
    return "?";
}

std::string_view nameOf(IncidentProgress progress) {
    switch (progress) {
    case IncidentProgress::Unassigned: return "unassigned";
    case IncidentProgress::Undelivered: return "undelivered";
    case IncidentProgress::Dispatched: return "dispatched";
    case IncidentProgress::EnRoute: return "enRoute";
    case IncidentProgress::OnScene: return "onScene";
    case IncidentProgress::UnderControl: return "underControl";
    }
    return "?";
}

std::string_view nameOf(DutyState state) {
    switch (state) {
    case DutyState::OffDuty: return "offDuty";
    case DutyState::Available: return "available";
    case DutyState::Conditional: return "conditional";
    case DutyState::Unavailable: return "unavailable";
    }
    return "?";
}

std::string_view nameOf(AssignmentState state) {
    switch (state) {
    case AssignmentState::Planned: return "planned";
    case AssignmentState::Dispatched: return "dispatched";
    case AssignmentState::Delivered: return "delivered";
    case AssignmentState::Acknowledged: return "acknowledged";
    case AssignmentState::EnRoute: return "enRoute";
    case AssignmentState::Staged: return "staged";
    case AssignmentState::OnScene: return "onScene";
    case AssignmentState::Transporting: return "transporting";
    case AssignmentState::AtDestination: return "atDestination";
    case AssignmentState::Cleared: return "cleared";
    case AssignmentState::Released: return "released";
    case AssignmentState::Refused: return "refused";
    }
    return "?";
}

std::string_view nameOf(Source source) {
    switch (source) {
    case Source::Operator: return "operator";
    case Source::Radio: return "radio";
    case Source::Phone: return "phone";
    case Source::Terminal: return "terminal";
    case Source::Geofence: return "geofence";
    case Source::Paper: return "paper";
    case Source::Import: return "import";
    case Source::Machine: return "machine";
    }
    return "?";
}

std::string_view nameOf(Channel channel) {
    switch (channel) {
    case Channel::Phone: return "phone";
    case Channel::Walkin: return "walkin";
    case Channel::Radio: return "radio";
    case Channel::Alarm: return "alarm";
    case Channel::App: return "app";
    case Channel::Agency: return "agency";
    case Channel::Import: return "import";
    case Channel::Other: return "other";
    }
    return "?";
}

std::string_view nameOf(DeliveryMeans means) {
    switch (means) {
    case DeliveryMeans::Machine: return "machine";
    case DeliveryMeans::Voice: return "voice";
    case DeliveryMeans::Radio: return "radio";
    case DeliveryMeans::Phone: return "phone";
    case DeliveryMeans::InPerson: return "inPerson";
    }
    return "?";
}

std::string_view nameOf(LinkRelation relation) {
    switch (relation) {
    case LinkRelation::Related: return "related";
    case LinkRelation::Parent: return "parent";
    case LinkRelation::Part: return "part";
    }
    return "?";
}

std::string_view nameOf(DispatchGrant grant) {
    switch (grant) {
    case DispatchGrant::Own: return "own";
    case DispatchGrant::Direct: return "direct";
    case DispatchGrant::Request: return "request";
    }
    return "?";
}

} // namespace ob::core
