// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fold/assignment_fold.h"
#include "core/fold/member_fold.h"
#include "core/fold/register.h"
#include "core/incident.h"

#include <optional>
#include <vector>

namespace ob::core {

/// An incident's stream: what it says so far, with everything that was written side by side.
class IncidentFold {
  public:
    /// What a write says about the state; for merges and referrals also whereto.
    struct Standing {
        IncidentState state = IncidentState::Open;
        Code code;
        IncidentId survivor;
        std::optional<Instant> at;
        friend bool operator==(Standing const&, Standing const&) = default;
    };
    struct Place {
        std::optional<std::string> address;
        std::optional<GeoPoint> point;
        Code district;
        bool withheld = false;
        friend bool operator==(Place const&, Place const&) = default;
    };
    struct Handler {
        Code position;
        AgencyIndex agency;
        friend bool operator==(Handler const&, Handler const&) = default;
    };

    /// Why the rules do not allow the event after its ancestors, which this fold is of (R5).
    std::optional<RefusalCode> judge(Event const& event) const;
    void apply(Event const& event, Placing const& placing);
    Incident value() const;

    MemberFold const& members() const { return m_members; }

    /// Every part, for the snapshot: one place that names them all.
    template<class Self, class Visit>
    static void visitParts(Self& self, Visit&& visit) {
        visit(self.m_base, self.m_members, self.m_state, self.m_priority, self.m_type, self.m_place,
              self.m_handler, self.m_lead, self.m_assignments);
    }

  private:
    struct Judge;
    struct Apply;

    AssignmentFold* find(AssignmentId id);
    AssignmentFold const* find(AssignmentId id) const;
    bool anyActive() const;
    Standing const& standing() const;
    AgencyIndex responsible() const;
    std::vector<Conflict> conflicts() const;
    void open(Code const& code, Placing const& placing);

    Incident m_base; // the fields that are written once or only grow
    MemberFold m_members;
    Register<Standing> m_state;
    Register<Priority> m_priority;
    Register<Code> m_type;
    Register<Place> m_place;
    Register<Handler> m_handler;
    Register<std::optional<AgencyIndex>> m_lead;
    std::vector<AssignmentFold> m_assignments;
};

} // namespace ob::core
