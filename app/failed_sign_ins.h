// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/instant.h"

#include <map>
#include <string>
#include <string_view>

namespace ob::app {

/// Slows down who tries passphrases: after five wrong ones for a name there is a wait before the next, of 5 s
/// and doubled by each further one up to 5 min. Also for names that nobody has, so that it tells nothing.
/// Forgotten when the machine begins anew. One thread. Times are since then, by a clock that nobody sets.
class FailedSignIns {
  public:
    /// What `bytes` kept; of rubbish nothing. What is said to be later than now is from before the machine
    /// began anew.
    static FailedSignIns of(core::ByteView bytes, core::Duration now);
    core::Bytes bytes() const;

    /// For how long this name has to wait yet; nothing to wait for is zero.
    core::Duration wait(std::string_view name, core::Duration now) const;
    void failed(std::string_view name, core::Duration now);
    void succeeded(std::string_view name);

    static constexpr unsigned freeAttempts = 5;
    static constexpr core::Duration firstWait = core::Duration::ofSeconds(5);
    static constexpr core::Duration longestWait = core::Duration::ofMinutes(5);
    /// Of names that are remembered; the one that failed the longest ago goes first.
    static constexpr std::size_t maxNames = 1000;

  private:
    struct Failures {
        unsigned count = 0;
        core::Duration last;
    };
    std::map<std::string, Failures> m_byName;
};

} // namespace ob::app
