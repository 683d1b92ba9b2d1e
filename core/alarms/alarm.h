// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"
#include "core/deadlines/work_queue.h"

#include <compare>
#include <optional>
#include <string>
#include <vector>

namespace ob::core {

/// What only a person at this desk can mend, and nothing else (ISA-18.2). Stale positions and new incidents
/// are no alarms.
enum class AlarmKind : std::uint8_t {
    Distress,        ///< a unit calls for help: every agency that sees it
    StorageReadOnly, ///< this desk takes no command
    WelfareMissed,   ///< a crew of ours on scene has to be asked whether it is well
    Unassigned,      ///< nobody was sent in time; for who answers for the incident
    Undelivered,     ///< an order did not reach its unit within 20 s; for who sent it
    NotAcknowledged, ///< a crew of ours has not answered an order
    LinkDown,        ///< a peer is not reached for more than 10 s
};

enum class AlarmPriority : std::uint8_t { High, Medium, Low };

/// The same as long as it is the same trouble, however often it is computed.
struct AlarmId {
    AlarmKind kind{};
    Hash subject{};               ///< of the incident, assignment, event or peer
    std::uint64_t occurrence = 0; ///< how often it was that already
    friend auto operator<=>(AlarmId const&, AlarmId const&) = default;
};

/// An alarm goes from stage to stage until what it tells of is over; each stage wants to be heard anew.
enum class AlarmStage : std::uint8_t {
    First,    ///< its limit is over
    Again,    ///< twice its limit; a missed check: 60 s later
    Distress, ///< a check that is missed 60 s after that: as if the crew called for help
};

struct Alarm {
    AlarmId id;
    AlarmPriority priority = AlarmPriority::Low;
    AlarmStage stage = AlarmStage::First;
    Instant since;                     ///< of its first stage
    IncidentId incident;               ///< nil: of none
    UnitId unit;                       ///< nil: of none
    std::optional<AgencyIndex> agency; ///< whom it concerns
    std::string peer;                  ///< of LinkDown: what it is called
    /// What no shelf may hide.
    bool isDistress() const { return id.kind == AlarmKind::Distress || stage == AlarmStage::Distress; }
    friend bool operator==(Alarm const&, Alarm const&) = default;
};

/// One as the list of a desk shows it.
struct StandingAlarm {
    Alarm alarm;
    bool isAcknowledged = false; ///< at this stage, by the position
    bool isShelved = false;
    friend bool operator==(StandingAlarm const&, StandingAlarm const&) = default;
};

/// All that alarms are computed from. Borrows for the call.
struct AlarmSources {
    struct LostPeer {
        std::string name; ///< as long as it is not reached, the same
        std::optional<AgencyIndex> agency;
        Instant since;
        bool isAgencyReached = false; ///< by another of its desks
    };
    Board const& board;
    RuleBook const& rules;
    std::vector<QueueEntry> const& queue; ///< of this board; when it was made does not matter
    AgencyIndex own;
    std::vector<LostPeer> lostPeers{};
    std::optional<Instant> readOnlySince{};
};

constexpr Duration linkLostWithin = Duration::ofSeconds(10);
constexpr Duration welfareRepeat = Duration::ofSeconds(60);
constexpr Duration distressRepeat = Duration::ofSeconds(60);
constexpr Duration storageRepeat = Duration::ofMinutes(5);

/// In the order of need: distress, priority, then the oldest. Pure: the same sources and moment, the same
/// alarms.
std::vector<Alarm> alarmsOf(AlarmSources const& from, Instant now);

/// A flood is read by what it is about.
struct AlarmGroup {
    IncidentId incident;       ///< nil: alarms that belong to no incident
    std::vector<Alarm> alarms; ///< in their order; not empty
};
/// In the order of the first alarm of each. Alarms without incident are groups of their kind.
std::vector<AlarmGroup> byIncident(std::vector<Alarm> const& alarms);

} // namespace ob::core
