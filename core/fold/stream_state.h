// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fold/incident_fold.h"
#include "core/fold/policy_fold.h"
#include "core/fold/unit_fold.h"

#include <variant>

namespace ob::core {

/// A desk's own stream (its logs): nothing on the board follows from it.
class DeskFold {
  public:
    std::optional<RefusalCode> judge(Event const& event) const {
        return event.creates() ? std::nullopt : std::optional(RefusalCode::TransitionNotAllowed);
    }
    void apply(Event const&, Placing const&) {}
};

/// The state of one stream; monostate until the creating event was taken.
using StreamState = std::variant<std::monostate, IncidentFold, UnitFold, PolicyFold, DeskFold>;

/// The empty state for what this event creates.
StreamState emptyStateFor(Event const& creating);
std::optional<RefusalCode> judge(StreamState const& state, Event const& event);
void apply(StreamState& state, Event const& event, Placing const& placing);

} // namespace ob::core
