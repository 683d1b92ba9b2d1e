// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/agency_policy.h"

namespace ob::core {

DispatchGrant AgencyPolicy::grantFor(Code const& group, AgencyIndex asker) const {
    if (asker == agency) return DispatchGrant::Direct;
    GrantedDispatch const* general = nullptr;
    for (auto const& each : dispatch) {
        if (each.to != asker) continue;
        if (!group.isEmpty() && each.group == group) return each.grant;
        if (each.group.isEmpty()) general = &each;
    }
    return general ? general->grant : DispatchGrant::Own;
}

PositionSharing AgencyPolicy::positionsFor(AgencyIndex asker) const {
    if (asker == agency) return {};
    for (auto const& each : positions)
        if (each.to == asker) return each.how;
    return {};
}

} // namespace ob::core
