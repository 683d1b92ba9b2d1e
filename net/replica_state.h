// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency_policy.h"
#include "core/fold/stream_fold.h"
#include "core/journal/incarnation.h"
#include "core/journal/journal_port.h"
#include "core/journal/merkle.h"
#include "core/journal/statement.h"
#include "core/policy/sharing.h"
#include "core/ports.h"
#include "net/messages.h"
#include "net/pace.h"
#include "net/position_frame.h"
#include "net/priority.h"
#include "net/unsure_events.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <variant>

namespace ob::net {

/// A link whose hellos hold, by the number that its owner gave it; 0 is none.
using PeerId = std::uint64_t;

/// The desk at the other end.
struct PeerDesk {
    core::AgencyIndex agency;
    core::PublicKey deskKey;
    core::Clearance clearance;
    std::string name;
};

/// What the desk has is what its agency may have: it is cleared for all incidents.
inline bool isClearedAsItsAgency(core::Clearance const& clearance) {
    return clearance.scope == core::IncidentScope::All;
}

/// What replication needs of the desk that it belongs to.
struct LocalDesk {
    core::JournalPort& journal; ///< for reading
    core::RealmFile const& realm;
    core::AgencyIndex agency;
    core::PublicKey deskKey;
    core::Clearance clearance;
    /// Logs that this desk writes now; those of its earlier incarnations are taken from others like any log.
    std::vector<core::LogId> writing;
    /// All events of a stream that are held.
    std::function<std::vector<core::Event>(core::StreamId)> events;
    std::function<std::optional<core::AgencyIndex>(core::UnitId)> agencyOfUnit;
    /// As the board shows it; null when it does not.
    std::function<std::shared_ptr<core::Incident const>(core::StreamId)> incident;
    std::function<bool(core::StreamId)> hasWaiting; ///< an event of the stream lacks an ancestor
    /// The board shows all that is held of the stream; else it will, and the functions here say what was.
    std::function<bool(core::StreamId)> isSettled;
    /// The stream as it is folded in memory; null when it is not.
    std::function<core::StreamFold const*(core::StreamId)> fold;
    /// As core::Desk::take.
    std::function<void(core::JournalBatch, std::function<void(bool)>)> take;
    /// Called before anything of these logs is sent (never fork yourself).
    std::function<void(core::LogSizes const&)> noteSent;
    /// Signs cosignatures and positions; null: this desk is no witness and reports none.
    core::SecretKey const* key = nullptr;
    /// The clock on the wall, for what is signed: needed with the key.
    std::function<core::Instant()> now{};
    std::function<void(core::LogId, core::AgencyIndex, core::Bytes const&)> keepCosignature{};
    /// Revocations and settlements: Valid ones that are news were stored and count from now on.
    enum class Standing : std::uint8_t { Invalid, Known, News };
    std::function<Standing(Statement const&)> takeStatement{};
    /// Those that are known, for a new peer.
    std::function<std::vector<Statement>()> statements{};
    std::function<bool(core::PublicKey const&, core::AgencyIndex)> isRevoked{};
    /// As core::Admissions::keptOf, by those that are known.
    std::function<std::optional<core::LogPosition>(core::LogRecord const&)> kept{};
    /// How well an agency may know where this agency's units are; null: as it is.
    std::function<core::PositionSharing(core::AgencyIndex)> positionSharing{};
    /// Where attachments lie; null: this desk takes and gives none.
    core::BlobPort* blobs = nullptr;
    PaceLimits pace{};
};

/// What happened that people should hear of.
struct ReplicaNews {
    enum class Kind : std::uint8_t {
        OwnLogIsLonger, ///< a peer holds more of our log than we do: this database is an old copy
        Forked,         ///< a desk has signed two logs under one name
        BadLog,         ///< a peer sent a log that does not verify
        WrongBlob,      ///< a peer sent an attachment that is not what it was asked for
        NoRoomForBlob,  ///< the disk has no room for an attachment
        BlobNotWritten, ///< the disk failed
        SetAside,       ///< another history of a log was settled than the one that was held here
        Flood,          ///< a desk writes more than it may: its logs are taken slowly
    };
    Kind kind{};
    core::LogId log{};
    PeerId peer = 0;
    core::Bytes proof; ///< of the fork
    core::Hash blob{};
};

/// What replication does to the world.
struct ReplicaOutput {
    std::function<void(PeerId, FrameType, core::Bytes, Priority)> send;
    std::function<std::size_t(PeerId)> queued; ///< bytes that wait to be written
    std::function<void(PeerId, Refuse const&)> drop;
    std::function<void(ReplicaNews const&)> news;
    /// Where units of that agency are now, as its desks told.
    std::function<void(core::AgencyIndex, std::vector<TaggedFix> const&)> fixes{};
};

/// One log as this desk knows it.
struct ReplicaLog {
    core::LogRecord record;  ///< certificate empty: only its id is known yet
    bool isWriting = false;  ///< grows here
    std::uint64_t size = 0;  ///< durable here
    std::uint64_t whole = 0; ///< leaves from the beginning of which none is held as a hash only
    /// Leaves from the beginning: hashes among them are all that its agency gives this one.
    std::uint64_t sure = 0;
    std::uint64_t complete = 0; ///< leaves from the beginning of which all is held that this agency may have
    /// The same of what is on its way to the disk: from where, and to where.
    std::deque<std::pair<std::uint64_t, std::uint64_t>> given{};
    std::optional<core::EncodedHead> head; ///< newest durable one

    /// The ways to the desk that writes it: links on the shortest one, and on the shortest by another peer.
    struct Ways {
        std::optional<std::uint8_t> best;
        PeerId through = 0;
        std::optional<std::uint8_t> other;
        /// On a way that does not lead through that peer.
        std::optional<std::uint8_t> without(PeerId peer) const { return peer == through ? other : best; }
    };
    Ways ways;

    // Intake.
    PeerId source = 0;                    ///< who was asked for it
    core::Instant lastProgress;           ///< of the source, in ticks
    std::uint64_t taken = 0;              ///< handed to the desk, perhaps not durable yet
    core::CompactRange range;             ///< over what was taken; known when there was a source
    std::optional<std::string> takenHead; ///< note over what was taken
    bool hasRange = false;
    bool isStopped = false; ///< forked: nothing is taken but what was settled
    unsigned inFlight = 0;  ///< batches of it that are not durable yet
    /// From here on what is held is not the settled history: the next piece comes in its place.
    std::optional<std::uint64_t> parted;
    std::optional<std::uint64_t> cutting; ///< the same, on its way to the disk
    core::Instant restsUntil{};           ///< in ticks: its desk writes too much

    /// What came of the next piece, verified when its head comes.
    struct Piece {
        std::vector<core::EncodedEvent> events;
        std::size_t bytes = 0;
        core::CompactRange range;
        bool isAll = true; ///< as Batch::isAll
    };
    Piece piece;

    bool isKnown() const { return !record.certificate.empty(); }
    std::uint64_t next() const { return taken + piece.events.size(); }
};

struct Peer {
    PeerDesk desk;
    core::Reader reader;
    std::map<core::LogId, HaveEntry> have;
    std::map<core::LogId, std::optional<std::uint8_t>> toldHops;

    struct Serving {
        std::uint64_t next = 0;
        std::optional<core::EncodedHead> pieceHead; ///< of the piece that is being sent
        std::uint64_t positions = 0;                ///< frames of them up to here were sent
    };
    std::map<core::LogId, Serving> serving; ///< what it asked for
    std::uint64_t credit = initialCredit;   ///< bytes that may be sent
    std::uint64_t owedCredit = 0;           ///< bytes that it sent and may send again
    std::size_t positionsOnTheWay = 0;      ///< bytes of them that it has not taken yet

    struct BodyRange {
        core::LogId log;
        std::uint64_t begin = 0;
        std::uint64_t end = 0;
        bool endsQuestion = false;
    };
    std::deque<std::variant<core::StreamId, BodyRange>> upgrades; ///< asked for, not answered yet
    std::map<core::LogId, bool>
        givenAll; ///< of questions for bodies: all so far was as ReplicaState::givesAll
};

/// Everything that the parts of replication share. One thread.
struct ReplicaState {
    LocalDesk desk;
    ReplicaOutput out;
    core::Sharing sharing;
    std::map<core::LogId, ReplicaLog> logs;
    std::map<PeerId, Peer> peers;
    core::Instant ticks; ///< a clock that nobody sets: for pauses only
    UnsureEvents unsure;
    bool isLookedThrough = false; ///< all streams since the start: `unsure` is known

    Peer* peer(PeerId id) {
        auto const found = peers.find(id);
        return found == peers.end() ? nullptr : &found->second;
    }
    ReplicaLog* log(core::LogId id) {
        auto const found = logs.find(id);
        return found == logs.end() ? nullptr : &found->second;
    }
    /// What counts of the log; nothing when all of it does, or its desk is not known.
    std::optional<core::LogPosition> kept(ReplicaLog const& log) const {
        return desk.kept && log.isKnown() ? desk.kept(log.record) : std::nullopt;
    }
    /// As HaveEntry::complete, of this desk.
    std::uint64_t completeOf(ReplicaLog const& log) const {
        if (!isLookedThrough && !log.isWriting) return 0;
        return std::min(log.complete, unsure.firstOf(log.record.id).value_or(log.complete));
    }
    /// What this desk gives a peer of the log's first `size` leaves is all that its agency may have of them
    /// by now: this one is of the log's agency and holds all, and neither is cleared for less than its
    /// agency.
    bool givesAll(ReplicaLog const& log, std::uint64_t size, Peer const& to) const {
        return log.record.agency == desk.agency && to.desk.agency != desk.agency
               && isClearedAsItsAgency(desk.clearance) && isClearedAsItsAgency(to.desk.clearance)
               && completeOf(log) >= size;
    }
    static Priority priorityOf(core::Lane lane) {
        return lane == core::Lane::Live ? Priority::Live : Priority::Bulk;
    }
};

} // namespace ob::net
