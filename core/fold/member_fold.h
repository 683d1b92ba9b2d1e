// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/event_body.h"
#include "core/fold/register.h"
#include "core/refusal.h"

#include <map>
#include <optional>
#include <vector>

namespace ob::core {

/// Who takes part in a stream, as far as a set of events tells (R2). The creator always does.
class MemberFold {
  public:
    void create(AgencyIndex creator, std::vector<AgencyIndex> const& members, Placing const& placing);

    bool isMember(AgencyIndex agency) const;
    bool mayGrant(AgencyIndex agency) const;
    AgencyIndex const& creator() const { return m_creator; }
    AgencyIndex& creator() { return m_creator; }
    /// Sorted; the creator included.
    std::vector<AgencyIndex> members() const;

    /// Nothing when the rules allow it.
    std::optional<RefusalCode> judge(MemberGranted const& fact, AgencyIndex author) const;
    std::optional<RefusalCode> judge(MemberLeft const& fact, AgencyIndex author) const;
    void apply(MemberGranted const& fact, Placing const& placing);
    void apply(MemberLeft const& fact, Placing const& placing);

    struct Standing {
        bool member = false;
        bool mayGrant = false;
        friend bool operator==(Standing, Standing) = default;
    };
    std::map<AgencyIndex, Register<Standing>>& registers() { return m_standing; }
    std::map<AgencyIndex, Register<Standing>> const& registers() const { return m_standing; }

  private:
    Standing standing(AgencyIndex agency) const;
    AgencyIndex m_creator;
    std::map<AgencyIndex, Register<Standing>> m_standing;
};

} // namespace ob::core
