// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fold/stream_fold.h"
#include "core/states.h"

#include <QString>

#include <string_view>

namespace ob::ui {

// One word each. The codes of an agency's reference data are worded by ui/text/wording.h.

QString wordOf(core::IncidentState state);
QString wordOf(core::IncidentProgress progress);
QString wordOf(core::DutyState state);
/// The common word; `milestoneName` of ui/text/wording.h knows those of the agencies.
QString wordOf(core::AssignmentState state);
QString wordOf(core::Priority priority); ///< P1 … P4
QString wordOf(core::Channel channel);
QString wordOf(core::Source source);
QString wordOf(core::DeliveryMeans means);
QString wordOf(core::LinkRelation relation);
QString wordOf(core::DispatchGrant grant);
QString wordOf(core::Verdict verdict);

/// The word of the state that core calls `name` (`nameOf` of core/states.h), as refusals carry it; empty when
/// there is no such state.
QString stateNamed(std::string_view name);

} // namespace ob::ui
