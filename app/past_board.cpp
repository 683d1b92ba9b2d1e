// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/past_board.h"

#include "app/caller.h"
#include "core/desk.h"
#include "core/fold/stream_fold.h"

namespace ob::app {
namespace {

using FoldStream = std::function<core::StreamFold(core::StreamId)>;

core::Board folded(core::JournalPort& journal, FoldStream const& fold) {
    core::Board board;
    core::ChangeSet changes;
    std::vector<core::StreamId> streams;
    journal.visitStreams([&](core::StreamId id, core::StreamKind kind, bool) {
        if (kind != core::StreamKind::Desk) streams.push_back(id);
    });
    for (core::StreamId const id : streams) {
        caller().breathe();
        auto const stream = fold(id);
        board.settle(id, stream.settled(), changes);
        if (auto incident = stream.incident()) board.put(std::move(incident), changes);
        if (auto unit = stream.unit()) board.put(std::move(unit), changes);
        if (auto policy = stream.policy()) board.put(std::move(policy), changes);
        changes = {};
    }
    return board;
}

} // namespace

core::Board boardAt(core::Desk const& desk, core::JournalPort& journal, core::Instant at,
                    Knowledge knowledge) {
    return folded(journal, [&](core::StreamId id) {
        if (knowledge == Knowledge::Then) return core::StreamFold::of(desk.events(id, at));
        return core::StreamFold::asOf(desk.events(id), at);
    });
}

core::Board wholeBoard(core::Desk const& desk, core::JournalPort& journal) {
    return folded(journal, [&](core::StreamId id) { return core::StreamFold::of(desk.events(id)); });
}

} // namespace ob::app
