// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decide_rules.h"

namespace ob::core {

// One rule an intent, by subject: the files that define them are named so. `decide` has checked before that
// the time is not in the future and that no freeze is on.

// decide_intake
Result<Drafts> draftsOf(OpenIncident const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(AddCall const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(TakeIncident const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(NoteSeen const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(SetPriority const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(SetType const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(SetPlace const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(AddNote const& asked, Occasion const& occasion);
// decide_dispatch
Result<Drafts> draftsOf(DispatchUnits const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(PlanUnits const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(DivertUnit const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(ReleaseUnits const& asked, Occasion const& occasion);
// decide_milestones
Result<Drafts> draftsOf(ReachMilestone const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(ClearUnits const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(RefuseAssignment const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(RecordDelivery const& asked, Occasion const& occasion);
// decide_duty
Result<Drafts> draftsOf(RegisterUnit const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(SetDuty const& asked, Occasion const& occasion);
// decide_distress
Result<Drafts> draftsOf(RaiseDistress const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(EndDistress const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(CheckWelfare const& asked, Occasion const& occasion);
// decide_links
Result<Drafts> draftsOf(LinkIncidents const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(UnlinkIncidents const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(MergeIncident const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(SplitIncident const& asked, Occasion const& occasion);
// decide_closing
Result<Drafts> draftsOf(CloseIncident const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(ReopenIncident const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(VoidIncident const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(ReferIncident const& asked, Occasion const& occasion);
// decide_lead
Result<Drafts> draftsOf(OfferLead const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(AcceptLead const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(ReleaseLead const& asked, Occasion const& occasion);
// decide_policy
Result<Drafts> draftsOf(GrantMember const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(LeaveStream const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(SetDispatchGrant const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(SetPositionSharing const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(SettleConflict const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(DeclareNoDuff const& asked, Occasion const& occasion);
Result<Drafts> draftsOf(ForgetSection const& asked, Occasion const& occasion);

// decide_record
Result<Drafts> draftsOf(KeepRecord const& asked, Occasion const& occasion);

} // namespace ob::core
