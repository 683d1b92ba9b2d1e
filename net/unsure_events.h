// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"

#include <functional>
#include <map>
#include <optional>
#include <set>

namespace ob::net {

/// Events that are held, and of whose stream it is not sure yet that all is held that they build on: a desk
/// does not say that it has all of a log beyond the first of them.
class UnsureEvents {
  public:
    void note(core::StreamId stream, core::LogId log, std::uint64_t sequence);
    std::optional<std::uint64_t> firstOf(core::LogId log) const;
    bool isEmpty() const { return m_streams.empty(); }
    /// Forgets those of streams for which it is true. Gives the logs that they lie in.
    std::set<core::LogId> release(std::function<bool(core::StreamId)> const& isSure);

  private:
    std::map<core::StreamId, std::map<core::LogId, std::uint64_t>> m_streams; ///< the first in each log
    std::map<core::LogId, std::multiset<std::uint64_t>> m_logs;               ///< the same
};

} // namespace ob::net
