// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desk_host.h"
#include "core/import/replay.h"
#include "core/import/replay_motion.h"

#include <chrono>
#include <functional>
#include <optional>

namespace ob::app {

/// Replays one file at one desk.
class FileReplay {
  public:
    struct Pace {
        std::optional<double> speed; ///< times real time; absent = without waiting
        bool follows = false;        ///< everything happens now and units move; needs a speed
        core::ReplayCut cut;
    };
    struct Listener {
        core::Replay::Listener commands;
        std::function<void(core::ReplayMotion::Position const&, core::Fix const&)> fix;
        std::function<bool()> goesOn; ///< false ends the replay; asked at least five times a second
    };

    /// `mapping` must outlive this. `verifier` closes what another than the operator must check.
    FileReplay(DeskHost& host, core::Mapping const& mapping, core::OperatorSession session,
               core::OperatorSession verifier);

    /// `-` is standard input. Throws FileError when the file cannot be read, core::StoreError.
    core::ReplayReport run(std::string const& file, Pace const& pace, Listener listener);

    static constexpr std::size_t commandsPerCommit = 1024;   ///< without waiting
    static constexpr std::size_t commandsBesideOthers = 128; ///< who work at the same desk
    static constexpr std::chrono::milliseconds fixInterval{2000};

  private:
    using Clock = std::chrono::steady_clock;

    /// False when there is nothing to play.
    bool read(std::string const& file, core::ReplayScriptWriter& writer, core::ReplayReport& report,
              Listener const& listener);
    void play(core::Replay& replay, Pace const& pace, Listener const& listener);
    /// False when the replay is to end.
    bool wait(core::Instant due, Pace const& pace, Listener const& listener);
    core::Instant recordedNow(double speed) const;
    void tellFixes(Pace const& pace, Listener const& listener);
    void move(core::Replay::Performed const& done);
    bool commit(core::Replay& replay);

    DeskHost& m_host;
    core::Mapping const& m_mapping;
    core::OperatorSession m_session;
    core::OperatorSession m_verifier;
    CivilZone m_civil;
    core::ReplayScript m_script;
    core::ReplayMotion m_motion;
    core::Instant m_first;
    Clock::time_point m_began;
    Clock::time_point m_nextFixes;
};

} // namespace ob::app
