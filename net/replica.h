// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "net/blob_fetching.h"
#include "net/blob_serving.h"
#include "net/cosigner.h"
#include "net/fork_watch.h"
#include "net/log_intake.h"
#include "net/log_serving.h"
#include "net/position_lane.h"
#include "net/settling.h"

namespace ob::net {

/// Replication of one desk with its peers: which logs are asked of whom, what is served to whom. Without
/// sockets, clock or random numbers: frames and ticks (of a clock that nobody sets) go in, frames come out
/// through ReplicaOutput. Lives on the desk thread.
class Replica {
  public:
    Replica(LocalDesk desk, ReplicaOutput out);

    /// Its hello holds. Tells it what is held here.
    void connect(PeerId id, PeerDesk desk, core::Instant ticks);
    void disconnect(PeerId id, core::Instant ticks);
    /// A frame of types Have to SetAside but those of the link. A payload that is none ends the link.
    void receive(PeerId from, FrameType type, core::ByteView payload, core::Instant ticks);
    /// The desk committed this, whoever wrote it.
    void noteCommitted(core::Desk::Commit const& commit, core::Instant ticks);
    /// The link can take more.
    void drained(PeerId id) {
        m_serving.pump(id);
        m_positions.pump(id);
        m_blobServing.pump(id);
    }
    /// About four times a second.
    void tick(core::Instant ticks);

    /// Where units are. What is reported goes out at the next flush or tick.
    PositionLane& positions() { return m_positions; }
    PositionLane const& positions() const { return m_positions; }

    /// Attachments that are named in what is held, and not here.
    std::size_t missingBlobs() const { return m_blobFetching.missing(); }
    /// One that was here is not any more.
    void wantBlob(core::Hash const& hash, std::uint64_t bytes) { m_blobFetching.want(hash, bytes); }

    /// For people: how far a peer and this desk are apart.
    struct Lag {
        std::uint64_t weLack = 0;
        std::uint64_t theyLack = 0;
    };
    Lag lagOf(PeerId id) const;
    /// How much of a stream a desk of another agency holds durably, of what is held here and the agency may
    /// know: what its desks told while they were linked, and what it signed as a witness.
    struct Holding {
        core::AgencyIndex agency;
        std::uint64_t held = 0; ///< events
        std::uint64_t lacking = 0;
    };
    /// By agency; none of which may know nothing of it.
    std::vector<Holding> holdingsOf(core::StreamId stream);
    ReplicaState const& state() const { return m_state; }
    /// What was stored before the start.
    void restoreForkProof(core::LogId log, core::Bytes proof);
    void restoreCosignature(core::LogId log, core::AgencyIndex agency, core::Bytes const& note) {
        m_cosigner.restore(log, agency, note);
    }
    /// A statement that this desk was given by a person.
    void publish(Statement const& statement, PeerId except = 0);

  private:
    void takeHave(PeerId from, std::vector<HaveEntry> const& entries);
    void sendHave(PeerId to, std::vector<core::LogId> const& logs);
    HaveEntry haveOf(ReplicaLog const& log, PeerId to) const;
    /// Looks where logs come from and tells peers what is new in that.
    void tellWays();
    void askForBodies(PeerId from, ReplicaLog const& log);
    void askAgainForBodies();
    void askForStreams();
    void noteBegun(std::vector<core::EncodedEvent> const& events);
    void noteEvent(core::EncodedEvent const& event);
    void noteSettled(core::StreamId stream, bool mayLack);
    void noteSettled();
    /// Sections that we may have, of events that we hold.
    bool lacksSections(core::StreamId stream);
    bool lacksSections(std::vector<core::EncodedEvent> const& events);
    bool mayLack(core::EncodedEvent const& event, core::EventHeader const& header,
                 core::AgencyIndex author) const;
    bool hasRole(core::StreamId stream) const;
    /// It is on the board, and this agency has none on it.
    bool isWithoutRole(core::StreamId stream) const;
    /// Joint words of another agency.
    bool holdsJoint(core::EncodedEvent const& event) const;
    /// What this desk was given although the other desks of its agency see no role to ask for it: they are
    /// given it.
    void shareInAgency(core::StreamId stream);
    void noteJoint(core::EncodedEvent const& event);
    void shareWithNewcomers();
    void lookForLacking();
    core::LogSizes ownSizes() const;
    /// Leaves of the log from the beginning of which the agency is known to hold all that it may have.
    std::uint64_t sizeHeldBy(core::AgencyIndex agency, core::LogId log) const;
    /// All is here that the events of the stream that are held build on.
    bool isSure(core::StreamId stream) const;
    /// Finds where hashes are held.
    void lookForHashes(ReplicaLog& log);
    void noteGiven(ReplicaLog& log);
    void takeGiven(PeerId from, BodiesGiven const& given);
    /// What peers have given is durable now.
    void tellGiven();
    std::set<core::LogId> releaseSure();
    void takeStatement(PeerId from, Statement const& statement);
    void badFrame(PeerId from, char const* what);

    ReplicaState m_state;
    LogIntake m_intake;
    LogServing m_serving;
    ForkWatch m_forks;
    Settling m_settling;
    Cosigner m_cosigner;
    PositionLane m_positions;
    BlobServing m_blobServing;
    BlobFetching m_blobFetching;
    /// When to ask next; the pauses grow, for some is not for us and never comes.
    struct Asking {
        core::Instant next;
        core::Duration pause;
    };
    Asking asking() const { return {.next = m_state.ticks + firstPause, .pause = firstPause}; }
    bool isDue(Asking& asking) const;
    bool m_waysChanged = false; ///< perhaps
    /// What desks of an agency held when their link ended.
    std::map<std::pair<core::AgencyIndex, core::LogId>, std::uint64_t> m_heldAtEnd;
    static constexpr core::Duration firstPause = core::Duration::ofSeconds(1);
    static constexpr core::Duration longestPause = core::Duration::ofMinutes(10);

    /// That the board does not show yet as they are, and whether there may be more of them for us to have.
    std::map<core::StreamId, bool> m_unsettled;
    std::map<core::StreamId, Asking> m_waiting; ///< with an event that lacks an ancestor
    std::map<core::StreamId, Asking> m_lacking; ///< with sections that we may have and have not
    struct BodyAsking {
        std::uint64_t whole = 0; ///< of the log when it was asked
        Asking asking;
    };
    std::map<std::pair<PeerId, core::LogId>, BodyAsking> m_bodies; ///< peers that hold what is a hash here
    /// Answers to questions for bodies, until what came with them is durable: given to where.
    std::map<std::pair<PeerId, core::LogId>, std::uint64_t> m_given;
    std::vector<core::StreamId> m_unsearched; ///< since the start
    std::set<core::StreamId> m_withJoint;     ///< streams with joint words of other agencies
    /// Desks of the own agency that joined, and which of these streams were looked at for them.
    std::map<PeerId, core::StreamId> m_newcomers;
};

} // namespace ob::net
