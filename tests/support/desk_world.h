// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/decide.h"
#include "core/fold/stream_fold.h"

#include <map>
#include <vector>

namespace ob::core {

/// All desks of a realm that hear each other at once: what is decided becomes events with made-up ids, which
/// are folded and put on the one board.
class DeskWorld {
  public:
    explicit DeskWorld(std::uint64_t seed = 1) : m_seed(seed) {}

    Board const& board() const { return m_board; }
    /// Time goes on by a second with each command.
    Instant now() const;
    /// Decides for this desk and, when accepted, writes.
    Result<Drafts> run(Context desk, Intent const& intent);
    /// Verdicts of the events that the last accepted command wrote.
    std::vector<Taken> const& written() const { return m_written; }
    /// Streams in the order in which they were created.
    std::vector<IncidentId> const& incidents() const { return m_incidents; }
    std::vector<UnitId> const& units() const { return m_units; }

  private:
    void write(Draft const& draft, AgencyIndex author, std::vector<StreamId>& created);
    void show(StreamFold const& fold);

    std::uint64_t m_seed;
    std::uint64_t m_count = 0;
    std::int64_t m_second = 0;
    Board m_board;
    std::map<StreamId, StreamFold> m_folds;
    std::vector<Taken> m_written;
    std::vector<IncidentId> m_incidents;
    std::vector<UnitId> m_units;
};

} // namespace ob::core
