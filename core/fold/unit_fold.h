// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"
#include "core/fold/member_fold.h"
#include "core/fold/register.h"
#include "core/unit.h"

#include <optional>

namespace ob::core {

/// A unit's stream.
class UnitFold {
  public:
    struct Duty {
        DutyState state = DutyState::OffDuty;
        Code reason;
        std::optional<Instant> until;
        std::optional<Duration> recall;
        std::optional<std::uint32_t> crew;
        std::optional<Instant> shiftEnd;
        std::vector<Code> capabilities;
        std::optional<std::string> crewNames;
        std::optional<std::string> vehicle;
        Instant since;
        friend bool operator==(Duty const&, Duty const&) = default;
    };
    struct Description {
        Code kind;
        Code group;
        std::vector<Code> capabilities;
        Code home;
        friend bool operator==(Description const&, Description const&) = default;
    };

    std::optional<RefusalCode> judge(Event const& event) const;
    void apply(Event const& event, Placing const& placing);
    Unit value() const;
    MemberFold const& members() const { return m_members; }

    template<class Self, class Visit>
    static void visitParts(Self& self, Visit&& visit) {
        visit(self.m_base, self.m_members, self.m_duty, self.m_description, self.m_distress);
    }

  private:
    struct Judge;
    struct Apply;
    Unit m_base;
    MemberFold m_members;
    Register<Duty> m_duty;
    Register<Description> m_description;
    Register<std::optional<Distress>> m_distress;
};

} // namespace ob::core
