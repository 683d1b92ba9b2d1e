// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"
#include "core/fold/knowledge.h"

#include <cstddef>
#include <vector>

namespace ob::core {

/// Events of one stream in the order R4: repeatedly the smallest (hlc, leaf hash) among those whose parents
/// are all taken. The order of any subset that is closed under ancestors is the restriction of the order of
/// all.
struct StreamOrder {
    struct Placed {
        std::size_t event = 0; ///< index in what was given to `of`
        Mark mark;
        Knowledge seen; ///< exactly its ancestors
    };
    std::vector<Placed> taken;
    std::vector<std::size_t> waiting; ///< lack an ancestor; sorted by event id
    std::vector<EventId> heads;       ///< taken events that no taken event names as parent; sorted

    /// Any order, duplicates allowed. An event without parents that does not create the stream has the
    /// creating event as its parent.
    static StreamOrder of(std::vector<Event> const& events);
};

} // namespace ob::core
