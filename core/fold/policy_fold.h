// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency_policy.h"
#include "core/event_body.h"
#include "core/fold/member_fold.h"
#include "core/fold/register.h"

#include <map>
#include <optional>
#include <utility>

namespace ob::core {

/// An agency's policy stream: only its own agency writes it.
class PolicyFold {
  public:
    std::optional<RefusalCode> judge(Event const& event) const;
    void apply(Event const& event, Placing const& placing);
    AgencyPolicy value() const;
    MemberFold const& members() const { return m_members; }

    template<class Self, class Visit>
    static void visitParts(Self& self, Visit&& visit) {
        visit(self.m_base, self.m_members, self.m_grants, self.m_noDuff, self.m_positions);
    }

  private:
    struct Judge;
    struct Apply;
    AgencyPolicy m_base;
    MemberFold m_members;
    std::map<std::pair<Code, AgencyIndex>, Register<DispatchGrant>> m_grants;
    Register<std::optional<EventId>> m_noDuff;
    std::map<AgencyIndex, Register<PositionSharing>> m_positions;
};

} // namespace ob::core
