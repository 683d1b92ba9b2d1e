// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/command_check.h"

#include <algorithm>

namespace ob::test {
namespace {

using namespace core;

struct Known {
    Board const& board;
    bool incident(IncidentId id) const { return board.incident(id) != nullptr; }
    bool nilOr(IncidentId id) const { return id.isNil() || incident(id); }
    bool unit(UnitId id) const { return board.unit(id) != nullptr; }
    bool units(std::vector<UnitId> const& ids) const {
        return !ids.empty() && std::all_of(ids.begin(), ids.end(), [&](UnitId id) { return unit(id); });
    }
    bool noneOr(std::vector<UnitId> const& ids) const { return ids.empty() || units(ids); }

    bool operator()(OpenIncident const& each) const { return noneOr(each.units); }
    bool operator()(AddCall const& each) const { return incident(each.incident); }
    bool operator()(TakeIncident const& each) const { return incident(each.incident); }
    bool operator()(NoteSeen const& each) const { return incident(each.incident); }
    bool operator()(SetPriority const& each) const { return incident(each.incident); }
    bool operator()(AddNote const& each) const { return incident(each.incident); }
    bool operator()(DispatchUnits const& each) const { return units(each.units) && incident(each.incident); }
    bool operator()(PlanUnits const& each) const { return units(each.units) && incident(each.incident); }
    bool operator()(DivertUnit const& each) const {
        return unit(each.unit) && nilOr(each.from) && incident(each.to);
    }
    bool operator()(ReleaseUnits const& each) const { return units(each.units) && nilOr(each.incident); }
    bool operator()(ReachMilestone const& each) const { return units(each.units) && nilOr(each.incident); }
    bool operator()(ClearUnits const& each) const { return units(each.units) && nilOr(each.incident); }
    bool operator()(RefuseAssignment const& each) const { return unit(each.unit) && nilOr(each.incident); }
    bool operator()(RecordDelivery const& each) const { return unit(each.unit) && nilOr(each.incident); }
    bool operator()(SetDuty const& each) const { return units(each.units); }
    bool operator()(RaiseDistress const& each) const { return unit(each.unit); }
    bool operator()(EndDistress const& each) const { return unit(each.unit) && !each.text.empty(); }
    bool operator()(CheckWelfare const& each) const { return incident(each.incident) && noneOr(each.units); }
    bool operator()(LinkIncidents const& each) const {
        return incident(each.incident) && incident(each.other);
    }
    bool operator()(MergeIncident const& each) const {
        return incident(each.absorbed) && incident(each.survivor) && !each.text.empty();
    }
    bool operator()(SplitIncident const& each) const { return incident(each.absorbed) && !each.text.empty(); }
    bool operator()(CloseIncident const& each) const { return incident(each.incident); }
    bool operator()(ReopenIncident const& each) const { return incident(each.incident); }
    bool operator()(VoidIncident const& each) const { return incident(each.incident); }
    bool operator()(ReferIncident const& each) const { return incident(each.incident); }
    bool operator()(OfferLead const& each) const { return incident(each.incident); }
    bool operator()(AcceptLead const& each) const { return incident(each.incident); }
    bool operator()(DeclareNoDuff const&) const { return true; }
    bool operator()(RegisterUnit const& each) const { return !each.callsign.text().empty(); }
    // No line gives these.
    bool operator()(SetType const&) const { return false; }
    bool operator()(SetPlace const&) const { return false; }
    bool operator()(UnlinkIncidents const&) const { return false; }
    bool operator()(ReleaseLead const&) const { return false; }
    bool operator()(GrantMember const&) const { return false; }
    bool operator()(LeaveStream const&) const { return false; }
    bool operator()(SetDispatchGrant const&) const { return false; }
    bool operator()(SetPositionSharing const&) const { return false; }
    bool operator()(SettleConflict const&) const { return false; }
    bool operator()(ForgetSection const&) const { return false; }
    bool operator()(KeepRecord const&) const { return false; }
};

} // namespace

bool namesOnlyKnownThings(core::Command const& command, core::Board const& board) {
    return std::visit(Known{board}, command.intent);
}

} // namespace ob::test
