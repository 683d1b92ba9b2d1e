// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "core/import/import_report.h"
#include "core/import/replay_script.h"

#include <functional>
#include <unordered_set>

namespace ob::core {

/// What came of a script.
struct ReplayReport {
    std::uint64_t rows = 0;      ///< of the file
    std::uint64_t incidents = 0; ///< opened
    std::uint64_t skipped = 0;   ///< calls that this desk had before, with their runs
    std::uint64_t units = 0;     ///< registered
    std::uint64_t commands = 0;  ///< taken
    std::uint64_t corrections = 0;
    std::uint64_t released = 0; ///< cleared by the record, without having been on scene
    std::uint64_t refusals = 0;
    std::vector<RefusedRow> refused;        ///< the first ImportReport::maxRefused; the listener was told all
    bool ended = false;                     ///< asked to end before the end of the script
    std::string failure;                    ///< why storage stopped it; empty when it did not
    std::vector<std::string> missingNeeded; ///< columns without which nothing can be read
};

/// Enters a script at a desk by the commands that an operator has, live lane. What is refused is told and the
/// replay goes on; of a call or run that did not begin, the rest is passed over.
class Replay {
  public:
    enum class Times : std::uint8_t {
        Recorded, ///< typed late: every command says when it happened
        Now,      ///< it happens now
    };
    struct Surroundings {
        Desk& desk;
        OperatorSession session;
        OperatorSession verifier; ///< closes what another than the operator must check
        SourceMemoryPort& memory;
    };
    /// A command that was taken. `unit` is nil for those of an incident alone, `incident` for those of a
    /// unit.
    struct Performed {
        ReplayStep const& step;
        IncidentId incident;
        UnitId unit;
    };
    struct Listener {
        /// Decided, not committed yet.
        std::function<void(Performed const&)> performed;
        /// After the commit, once for each that was performed, in their order.
        std::function<void(Receipt const&)> committed;
        std::function<void(RefusedRow const&)> refused;
    };

    /// Script and mapping must outlive this.
    Replay(ReplayScript const& script, Mapping const& mapping, Times times, Surroundings surroundings,
           Listener listener);

    /// Commits nothing. Steps come in their order.
    void perform(ReplayStep const& step);
    ReplayReport& report() { return m_report; }

  private:
    void open(ReplayStep const& step);
    void offer(ReplayStep const& step);
    void see(ReplayStep const& step);
    void send(ReplayStep const& step);
    void reach(ReplayStep const& step);
    void end(ReplayStep const& step);
    void note(ReplayStep const& step);
    void close(ReplayStep const& step);

    bool isPassedOver(ReplayStep const& step) const;
    /// True when it was taken.
    bool submit(ReplayStep const& step, Intent intent, UnitId unit = {});
    std::optional<Refusal> submit(Intent intent, Instant occurredAt, OperatorSession const& session);
    void tell(ReplayStep const& step, UnitId unit);
    void refuse(ReplayStep const& step, Refusal refusal);
    void remember(std::string const& key, ReplayStep const& step, ShortHash digest, ShortHash incident);
    UnitId unitOf(ReplayStep const& step) const;
    IncidentId incidentOf(ReplayStep const& step) const { return m_incidents[step.call]; }

    ReplayScript const& m_script;
    Mapping const& m_mapping;
    Times m_times;
    Surroundings m_around;
    Listener m_listener;
    ReplayReport m_report;
    std::vector<IncidentId> m_incidents;      ///< by call; nil = not begun
    std::vector<UnitId> m_units;              ///< nil = not seen
    std::vector<bool> m_running;              ///< by run
    std::vector<bool> m_inexact;              ///< by run: it is not here as it is in the file
    std::unordered_set<std::uint64_t> m_lost; ///< milestones of runs that were refused
};

} // namespace ob::core
