// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// Old versions in a world.
#include "core/decide.h"
#include "core/event_body.h"
#include "core/fold/stream_fold.h"
#include "tests/sim/world.h"

#include <algorithm>

namespace ob::sim {
namespace {

/// The board says that the stream is not all understood.
bool isMarked(core::Board const& board, core::StreamFold const& fold) {
    if (auto const incident = board.incident(fold.id())) return incident->readOnly;
    if (auto const unit = board.unit(fold.id())) return unit->readOnly;
    if (fold.policy()) return fold.policy()->readOnly;
    return true; // not on the board
}

} // namespace

std::string World::checkOldVersion(DeskNumber number) {
    auto& here = desk(number);
    Acting const acting(here.reading());
    auto const standing = here.standing();
    std::vector<core::StreamId> streams;
    here.journal().visitStreams(
        [&](core::StreamId stream, core::StreamKind, bool) { streams.push_back(stream); });
    auto const& board = here.desk().board();
    auto const session = operatorAt(number);
    for (core::StreamId const stream : streams) {
        auto const fold = core::StreamFold::of(here.eventsOf(stream, standing));
        bool const isInert = std::any_of(fold.order().begin(), fold.order().end(), [](auto const& taken) {
            return taken.verdict == core::Verdict::Inert;
        });
        if (!isInert) continue;
        std::string const shown = "desk " + std::to_string(number) + ", an old version, ";
        if (!isMarked(board, fold)) return shown + "shows a stream as if it understood all of it";
        core::Command const note{.intent = core::AddNote{stream, "说明"}, .occurredAt = {}};
        if (board.incident(stream) && core::decide(board, note, here.desk().context(session)))
            return shown + "goes on writing where it does not understand all";
    }
    return {};
}

} // namespace ob::sim
