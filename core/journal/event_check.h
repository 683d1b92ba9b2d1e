// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"
#include "core/identity/desk_certificate.h"
#include "core/journal/encoded.h"
#include "core/journal/finding.h"

#include <optional>
#include <vector>

namespace ob::core {

/// What can be said of one held event without its neighbours.
struct EventCheck {
    struct Fault {
        FindingPart part{};
        FindingReason reason{};
    };
    std::vector<Fault> faults;
    std::optional<Hlc> hlc; ///< when the header is sound
    std::optional<LogOpened> opening;
    std::optional<SectionForgotten> forgotten;
    std::uint8_t missing = 0;          ///< bit i: restricted section i is not held
    std::vector<SectionClass> classes; ///< of the commitments, when something is missing
};

/// Where it should stand.
struct EventContext {
    RealmId realm{};
    LogId log;
};

/// Header ↔ leaf, header ↔ what is stored beside it, sections ↔ commitments. Pure: for several threads.
EventCheck checkHeldEvent(EncodedEvent const& event, EventContext const& context);

} // namespace ob::core
