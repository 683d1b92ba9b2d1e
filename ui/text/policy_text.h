// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency_policy.h"
#include "ui/text/wording.h"

namespace ob::ui {

/// How well an agency may know where another one's units are.
QString positionSharingText(core::AgencyIndex to, core::PositionSharing const& how, Wording const& wording);
/// What an agency allows others, a line each.
QString policyText(core::AgencyPolicy const& policy, Wording const& wording);

} // namespace ob::ui
