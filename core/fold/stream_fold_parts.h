// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/fold/stream_fold.h"
#include "core/fold/stream_state.h"

#include <memory>
#include <utility>
#include <vector>

namespace ob::core {

/// What a StreamFold is made of: for its own two sources only (folding, snapshots).
struct StreamFold::Parts {
    StreamId id;
    StreamKind kind{};
    StreamState state;
    std::vector<EventId> heads;
    Knowledge known;                    ///< everything taken
    std::vector<std::uint32_t> lengths; ///< of the chains
    std::vector<Taken> order;           ///< empty and not kept when restored
    bool orderKept = true;
    std::uint64_t count = 0;
    std::vector<std::pair<EventId, std::vector<EventId>>> waiting; ///< with their parents
    std::vector<ConflictId> settled;
    std::vector<Conflict> builtOnVoided;
    bool readOnly = false;
    bool isFinished = false; ///< the three say what the state says
    std::shared_ptr<Incident const> incident;
    std::shared_ptr<Unit const> unit;
    std::shared_ptr<AgencyPolicy const> policy;

    void take(Event const& event, Mark mark, Knowledge const& seen, Taken taken);
    void finish();
    template<class Value>
    std::shared_ptr<Value const> finished(Value value) const;
};

} // namespace ob::core
