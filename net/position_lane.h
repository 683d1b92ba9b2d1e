// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "net/replica_state.h"

#include <deque>
#include <map>

namespace ob::net {

/// Positions of units among desks: signed by a desk of the unit's agency, passed on whole to desks of their
/// audience, along the ways that the author's log takes. Each desk keeps the newest of each unit; a peer that
/// is slow is sent fewer of them, never older ones.
class PositionLane {
  public:
    explicit PositionLane(ReplicaState& state) : m_state(state) {}

    /// Of a unit of this desk's agency; signed at the next `flush`. False: there is a newer one, or this desk
    /// signs none.
    bool report(core::UnitId unit, core::Fix const& fix);
    /// How many wait to be signed.
    std::size_t waiting() const;
    /// Signs what may be told by now, to each agency as well as it may know it.
    void flush();

    /// False: not what it says it is.
    [[nodiscard]] bool receive(PeerId from, core::ByteView payload);
    void taken(PeerId peer, std::uint64_t bytes);
    void pump(PeerId peer);
    void pumpAll();
    /// Now and then: looks who may know what by now, and signs again what is left of frames that are mostly
    /// overtaken.
    void tidy();

    /// Newest that is known of a unit of that agency.
    std::optional<core::Fix> newest(core::AgencyIndex agency, UnitTag const& unit) const;

  private:
    /// Whose frames they are and for whom.
    struct Book {
        core::LogId log;
        std::vector<core::AgencyIndex> audience;
        friend auto operator<=>(Book const&, Book const&) = default;
    };
    struct Sent {
        PositionStamp stamp;
        core::Bytes payload;
        std::vector<UnitTag> units;
        std::size_t live = 0; ///< units of which this is the newest
    };
    struct Newest {
        PositionStamp stamp;
        std::uint64_t frame = 0; ///< number in `frames`
        core::Fix fix;
    };
    /// Agencies that may know the same of this agency's units.
    struct Group {
        core::PositionSharing how;
        std::vector<core::AgencyIndex> audience;       ///< empty: all
        std::map<UnitTag, core::Fix> ready;            ///< signed at the next flush
        std::map<UnitTag, std::deque<core::Fix>> held; ///< until they are old enough
    };
    struct Positions {
        std::map<std::uint64_t, Sent> frames; ///< in the order in which they came
        std::map<UnitTag, Newest> newest;
    };

    std::optional<core::LogId> ownLog() const;
    void regroup();
    void hand(Group& group, UnitTag const& unit, core::Fix const& fix);
    void release(Group& group);
    void sign(core::LogId log, Group& group);
    Group* groupOf(Book const& book);
    /// Those that were news.
    std::vector<TaggedFix> take(PositionFrame const& frame, core::Bytes payload);
    void overtake(Positions& positions, std::uint64_t frame);
    void remind(PeerId to, core::LogId log);
    void learnOwnStamp(PositionStamp stamp);
    bool sendNext(PeerId id, Peer& peer);
    bool isFor(Book const& book, PeerId peer) const;

    ReplicaState& m_state;
    std::map<Book, Positions> m_books;
    std::vector<Group> m_groups;
    std::map<UnitTag, core::Fix> m_own;            ///< as they were reported
    PositionStamp m_stamp;                         ///< of the last own frame
    std::map<core::LogId, std::uint64_t> m_epochs; ///< largest that came
    std::uint64_t m_lastFrame = 0;
    std::size_t m_units = 0; ///< in all books
};

} // namespace ob::net
