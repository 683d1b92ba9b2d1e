// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/states.h"

#include <cstddef>
#include <map>
#include <optional>
#include <utility>

namespace ob::core {

/// When the facts of a stream happened, by the last word on it: a correction counts at every moment, whenever
/// it was made.
class CorrectedTimes {
  public:
    /// The events that count, each with its place in the order, first to last.
    void note(Event const& event, std::size_t place);
    /// Nothing for what did not happen by a later correction, or for a correction that another one followed.
    /// `occurredAt` for what nobody corrected, and of an event that is not understood nothing.
    std::optional<Instant> timeOf(Event const& event, std::size_t place) const;

  private:
    struct Said {
        std::size_t place = 0;
        std::optional<Instant> at;
    };
    std::map<std::pair<AssignmentId, AssignmentState>, Said> m_milestones;
    std::optional<Said> m_opening;
};

/// The same event with another time at which it happened.
Event movedTo(Event const& event, Instant at);

} // namespace ob::core
