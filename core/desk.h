// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decide.h"
#include "core/desk_state.h"
#include "core/journal/admission.h"
#include "core/journal/event_codec.h"
#include "core/journal/journal_port.h"
#include "core/journal/log_author.h"
#include "core/live_board.h"
#include "core/number_mint.h"
#include "core/ports.h"
#include "core/result.h"

#include <array>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace ob::core {

/// What the desk is by its realm and its certificate.
struct DeskProfile {
    bool drill = false;
    AgencyIndex agency;
    std::vector<Code> agencyCodes; ///< of the realm's roster, by index
    std::uint32_t numberFirst = 0;
    std::uint32_t numberLast = 9999;
};

/// Who is at the desk.
struct OperatorSession {
    std::string operatorName;
    Code position;
    std::uint8_t roles = 0; ///< Role bits
};

/// What a command wrote. Saved here when the reply comes.
struct Receipt {
    std::vector<EventId> events;
    std::vector<StreamId> streams; ///< of the events, in the same order
};

/// One running desk without screen or network: the only door for changes. Commands are decided on the board
/// ahead, which includes what is not committed yet; nobody is told before the commit. Belongs to the desk
/// thread.
class Desk {
  public:
    struct Surroundings {
        JournalPort& journal;
        ClockPort& clock;
        ZonePort& zone;
        RuleBook const& rules;
        SaltSource salt;
        /// Keyed hash of a personal value, for exact look-up; empty = no look-up.
        std::function<Hash(std::string_view)> lookupKey;
        /// Revocations and settlements that are known, their signatures verified.
        Admissions admissions{RealmId{}};
        /// Streams that late events came to are folded anew until that was done with so many events; when
        /// many came at once, with as many as came. The rest waits for `settleSome`.
        std::size_t foldsAtOnce = 4096;
    };
    using Reply = std::function<void(Result<Receipt> const&)>;
    using Publish = std::function<void(ChangeSet const&)>;
    using Stored = std::function<void(bool isDurable)>;

    /// The authors, opened, stand at the end of their logs as the journal holds them. Throws StoreError.
    Desk(DeskProfile profile, Surroundings surroundings, LogAuthor live, LogAuthor bulk);

    void listen(Publish publish) { m_publish = std::move(publish); }
    /// What is durable now, whoever wrote it.
    struct Commit {
        std::vector<EncodedEvent> events;
        std::vector<EncodedHead> heads; ///< of every log that grew
        std::vector<DisclosedSection> disclosed;
    };
    /// Told before anyone else is.
    using Committed = std::function<void(Commit const&)>;
    void listenToCommits(Committed committed) { m_committed = std::move(committed); }

    /// A refusal is told at once, a receipt after the commit.
    void submit(Command const& command, OperatorSession const& session, Reply reply, Lane lane = Lane::Live);
    /// What other desks wrote: pieces of logs that end at a signed head, events that were stubs here,
    /// sections that are disclosed now. All of it was checked against heads and commitments. Told once:
    /// durable, or not kept because storage failed.
    void take(JournalBatch remote, Stored stored);
    /// Only this much of a log counts: a revocation or settlement whose signature was verified. What is void
    /// now keeps its place without effect.
    void admit(Revocation const& revocation, AgencyIndex by) {
        foldAnew(m_around.admissions.add(revocation, by));
    }
    void admit(Settlement const& settlement, AgencyIndex by) {
        foldAnew(m_around.admissions.add(settlement, by));
    }
    /// Nothing written here would count any more: the desk was revoked, or the log was settled below its end.
    bool hasEnded() const;
    Admissions const& admissions() const { return m_around.admissions; }
    /// Hands everything decided or taken since the last time to the journal as one batch under one signed
    /// head. False when there was nothing.
    bool flush();
    /// Folds anew more of the streams that late events came to, when nothing else was to be done. What shows
    /// then goes with the next flush. False when there was nothing.
    bool settleSome();

    /// Made durable together with what was submitted since the last flush.
    void remember(SourceEntry const& entry) { m_pending.sources.push_back(entry); }
    void remember(IncidentNumber imported) { m_pending.importedNumbers.push_back(imported); }
    /// Brings an incident back to the board that was archived; false when there is none.
    bool recall(IncidentId incident);

    Context context(OperatorSession const& session);
    Board const& board() const { return m_live.board(); }
    RuleBook const& rules() const { return m_around.rules; }
    DeskProfile const& profile() const { return m_profile; }
    /// All events of a stream held here, decoded, in order of arrival.
    std::vector<Event> events(StreamId stream, std::optional<Instant> arrivedUntil = {}) const;
    /// The logs that grow here.
    std::vector<LogId> writing() const { return {m_own[0].author.id(), m_own[1].author.id()}; }
    /// The board shows all that is held of it. Late events wait to be folded when many of them come at once;
    /// a command about their stream does not wait.
    bool isSettled(StreamId stream) const { return !m_live.isStale(stream); }
    /// An event of the stream lacks an ancestor here.
    bool hasWaiting(StreamId stream) const;
    /// Null when it is not held in memory. Valid until something is taken or submitted; see `isSettled`.
    StreamFold const* fold(StreamId stream) const { return m_live.fold(stream); }
    std::size_t pendingEvents() const { return m_pending.events.size(); }

    /// Storage failed: shows, but takes no command. The owner opens the journal anew and makes a new desk.
    bool isReadOnly() const { return m_readOnly; }
    std::string const& readOnlyReason() const { return m_readOnlyReason; }

    /// Housekeeping now and then: archives what ended `keepEnded` ago, snapshots streams that grew.
    void tick();
    /// Snapshots everything for the next start; the last thing before the journal is closed.
    void close();

    static constexpr Duration keepEnded = Duration::ofMinutes(12 * 60);
    static constexpr std::uint64_t snapshotEvery = 256;  ///< events of one stream
    static constexpr std::uint64_t rememberEvery = 4096; ///< events of the desk
    static constexpr std::size_t maxIndexed = 4096;      ///< remembered, incidents
    /// The words of one incident are written anew to the search at most so often.
    static constexpr Duration indexEvery = Duration::ofSeconds(1);

  private:
    struct Pending {
        std::vector<EncodedEvent> events;
        JournalBatch remote; ///< what goes with the events of other desks
        std::vector<Stored> stored;
        std::vector<StreamSnapshot> snapshots;
        std::vector<std::pair<Reply, Receipt>> replies;
        ChangeSet changes;
        std::vector<std::pair<StreamId, Hash>> lookups;
        std::vector<SourceEntry> sources;
        std::vector<IncidentNumber> importedNumbers;
        std::vector<SearchEntry> search;
        bool isEmpty() const {
            return events.empty() && search.empty() && snapshots.empty() && replies.empty() && sources.empty()
                   && stored.empty() && changes.isEmpty();
        }
    };
    struct OwnLog {
        explicit OwnLog(LogAuthor writer)
            : author(std::move(writer)), signedSize(author.size()), committedSize(author.size()) {}
        LogAuthor author;
        std::uint64_t signedSize;
        std::uint64_t committedSize;
    };
    struct Flight {
        Commit commit;
        std::vector<std::pair<Reply, Receipt>> replies;
        std::vector<Stored> stored;
        ChangeSet changes;
    };

    void start();
    void takeUp(LogId log, std::uint64_t begin, std::uint64_t end);
    Event decoded(EncodedEvent const& encoded) const;
    bool settleFor(Drafts const& drafts);
    Event decodedAs(EncodedEvent const& encoded, Admission admission) const;
    std::vector<StreamId> streamsSetAside(JournalBatch const& remote) const;
    bool forgetAside(Event const& event, std::uint8_t section);
    void write(Drafts const& drafts, Lane lane, Receipt& receipt);
    void noteUncommitted(Event const& event) { m_uncommitted[event.stream()].push_back(event); }
    void noteCommitted(Flight& flight);
    std::vector<StreamId> voidedStreams(LogId log) const;
    void foldAnew(std::vector<LogId> const& logs);
    void noteLookups(Event const& event);
    /// Of incidents that changed; one that changes all the time only now and then.
    std::vector<SearchEntry> searchEntries(Pending const& pending);
    SearchEntry searchEntry(Incident const& incident, Pending const& pending) const;
    bool isIndexingDue() const;
    /// With the next flush, however little time has gone by.
    void indexNow();
    std::vector<EncodedHead> signHeads();
    StreamSnapshot ownSnapshot() const;
    enum class Forgotten : std::uint8_t {
        Any,
        Held, ///< whose words are here, because the reason came before them
    };
    /// Finds what a SectionForgotten names; only its author's agency may have it forgotten.
    void noteForgotten(Event const& event, Forgotten which = Forgotten::Any);
    /// All events of the stream; what was to be forgotten of it before it came is noted.
    std::vector<Event> loaded(StreamId stream);
    void shredForgotten();
    void onCommitted(JournalToken token);
    void onFailed(JournalToken token, std::string const& reason);
    void addSnapshots(std::vector<StreamId> const& streams);

    DeskProfile m_profile;
    Surroundings m_around;
    std::array<OwnLog, 2> m_own; ///< by lane
    LiveBoard m_live;
    NumberMint m_mint;
    StreamId m_ownStream; ///< of this desk's logs: where the mint is kept
    std::unordered_map<LogId, AgencyIndex> m_authors;
    Pending m_pending;
    std::deque<Flight> m_flights;
    std::unordered_map<StreamId, std::vector<Event>> m_uncommitted; ///< pending or in flight, in order
    Publish m_publish;
    Committed m_committed;
    std::uint64_t m_rememberedSize = 0;
    std::unordered_map<StreamId, Instant> m_indexed;   ///< not long ago
    std::unordered_map<StreamId, Instant> m_unindexed; ///< since when the search does not know what was added
    std::vector<DeskState::Shredding>
        m_shreddings; ///< committed or on the way; done when nothing is in flight
    /// Where a SectionForgotten names an event that is not here yet.
    std::unordered_set<StreamId> m_forgottenAhead;
    bool m_readOnly = false;
    std::string m_readOnlyReason;
};

} // namespace ob::core
