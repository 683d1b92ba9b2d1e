// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/identity/realm_file.h"
#include "tests/sim/scripted_desk.h"
#include "tests/sim/secrets.h"
#include "tests/sim/virtual_desk.h"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace ob::sim {

using DeskNumber = std::size_t;

/// Desks on a virtual network with virtual disks and clocks, all out of one seed: the same seed gives the
/// same run, bit for bit.
class World {
  public:
    /// With these secrets in the second version.
    World(std::uint64_t seed, std::uint16_t agencies, Secrets::Numbers changed = {});
    World(World const&) = delete;

    DeskNumber addDesk(core::AgencyIndex agency);
    DeskNumber addScripted(core::AgencyIndex agency);
    VirtualDesk& desk(DeskNumber number) { return dynamic_cast<VirtualDesk&>(*m_desks.at(number)); }
    ScriptedDesk& scripted(DeskNumber number) { return dynamic_cast<ScriptedDesk&>(*m_desks.at(number)); }
    bool isVirtual(DeskNumber number) const {
        return dynamic_cast<VirtualDesk const*>(m_desks.at(number).get()) != nullptr;
    }
    Node& node(DeskNumber number) { return *m_desks.at(number); }
    std::size_t size() const { return m_desks.size(); }
    core::ValueSource& values() { return m_values; }
    Secrets const& secrets() const { return m_secrets; }
    std::int64_t now() const { return m_now; }
    core::RealmFile const& realm() const { return m_realm; }

    /// Nothing happens when one of them refuses the other.
    void connect(DeskNumber one, DeskNumber other);
    void connectAll();
    /// What is on its way is lost. Nobody is told before the link is found dead; here: at once.
    void cut(DeskNumber one, DeskNumber other);
    bool isConnected(DeskNumber one, DeskNumber other) const;
    void powerOff(DeskNumber number);
    /// Switched off in order.
    void shutDown(DeskNumber number);
    /// What is on its way to the disk fails: from now on the desk can only be read. With `isKept` it had been
    /// written although the disk said otherwise.
    void breakDisk(DeskNumber number, bool isKept);
    /// A desk whose disk has failed starts anew.
    void restartReadOnly(DeskNumber number);
    void setClockOffset(DeskNumber number, std::int64_t milliseconds) {
        m_clockOffsets[number] = milliseconds;
    }
    void setClockDrift(DeskNumber number, std::int64_t perMillion) { m_clockDrifts[number] = perMillion; }
    /// A frame on the link between them that its sender would never send.
    void inject(DeskNumber from, DeskNumber to, net::FrameType type, core::Bytes payload);
    /// What is said on this link does not arrive any more, and nobody has noticed yet.
    void stall(DeskNumber one, DeskNumber other);
    /// Now they notice.
    void dropStalled();
    void powerOn(DeskNumber number);

    /// Somebody at this desk hands in that the key of another one is revoked: what is held of its logs here
    /// counts, at most so many events of each, and nothing more.
    void revoke(DeskNumber at, DeskNumber whom, std::uint64_t atMost = ~std::uint64_t{0});
    bool isRevoked(DeskNumber number) const { return m_revoked.contains(number); }
    /// The agency of a desk that has signed two histories says, at some desk, how much of them counts: what
    /// everybody holds and nobody otherwise, or any part of what some desk holds. False: nobody holds any.
    bool settleFork(DeskNumber liar, core::ValueSource& chance);
    void giveSettlement(DeskNumber at, core::AgencyIndex by, core::LogPosition kept);

    /// Lets time go on.
    void run(core::Duration length);
    /// Until nothing is on its way and nobody has anything to say; false when that does not come to an end.
    bool settle();

    // What must hold. Empty: it does; else what does not.
    std::string checkAcknowledged();
    std::string checkRoots();
    std::string checkBoards();
    /// A desk tells where a unit of its agency is, if it has one.
    void reportAny(DeskNumber number);
    /// Everybody knows what the reporters know.
    std::string checkPositions();
    /// Nobody was accused: all desks here are honest.
    std::string checkQuietNews();
    /// Nobody holds what it may not have.
    std::string checkAudience();
    /// Who holds another past of this log than somebody that it has a way to has the proof, and no other log
    /// is accused.
    std::string checkForked(DeskNumber liar);
    /// Nobody holds an attachment that nothing it holds names, and nobody lacks one.
    std::string checkBlobs();
    /// What a desk counts as held by another agency is; not looked at when some desk lied or was revoked.
    std::string checkHoldings();
    /// Everybody has the same revocations and settlements, and nobody talks to a desk that was revoked.
    std::string checkStanding();
    /// Who has a way to a desk with the history that was settled holds it too.
    std::string checkSettled(DeskNumber liar);
    /// Secrets that no desk of the agency may ever have had, by what was written in the end.
    Secrets::Numbers hiddenFrom(core::AgencyIndex agency);
    /// What this desk, an old version, does not understand is kept, and it says so.
    std::string checkOldVersion(DeskNumber number);
    std::string const& leak() const { return m_leak; }
    /// What was said to be held and was gone after a power cut.
    std::string const& broken() const { return m_broken; }
    std::uint64_t framesDelivered() const { return m_delivered; }
    /// That this desk gave to its links.
    std::uint64_t positionBytesSent(DeskNumber from) { return m_positionBytes[from]; }
    core::Hash const& trace() const { return m_trace; } ///< over all frames that were delivered

    /// Text that must never reach another agency.
    static std::string canaryOf(core::AgencyIndex agency);
    static core::OperatorSession operatorOf(core::AgencyIndex agency);
    /// The same with a secret name.
    core::OperatorSession operatorAt(DeskNumber number) const;
    /// Any command at this desk, with texts that must not leak.
    void anyCommand(DeskNumber number);
    core::StreamId openIncident(DeskNumber number);
    /// With words that must not leak when it is for the own agency.
    core::Attachment anyAttachment(DeskNumber number, bool ownAgencyOnly);
    /// A scripted desk opens an incident for some, lets others in, sends them away, writes what some may
    /// have.
    void anyWriting(DeskNumber number);
    /// A scripted desk that will sign two histories: what it writes counts for nothing.
    void expectLies(DeskNumber number) { m_lyingLogs.insert(scripted(number).log()); }

    /// Hears every frame that arrives; may be empty.
    std::function<void(DeskNumber to, net::FrameType, core::Bytes const& payload)> overhear;
    std::int64_t maxLatency = 40; ///< milliseconds
    std::int64_t maxDiskDelay = 15;
    net::PaceLimits pace{}; ///< of desks that are added from now on

  private:
    struct Link {
        DeskNumber ends[2];
        std::int64_t lastArrival[2] = {0, 0}; ///< of frames to that end
        std::size_t queued[2] = {0, 0};       ///< bytes on their way to that end
        bool isStalled = false;
    };
    struct Happening {
        enum class Kind { Frame, Disk, Drop } kind{};
        net::PeerId peer = 0; ///< at the receiving desk; for Drop at the one that drops
        DeskNumber desk = 0;
        net::FrameType type{};
        core::Bytes payload;
    };
    static net::PeerId peerOf(std::uint64_t link, int end) { return link * 2 + static_cast<unsigned>(end); }

    DeskWires wiresOf(DeskNumber number);
    std::int64_t clockOf(DeskNumber number) const;
    bool isLiar(DeskNumber number) { return !isVirtual(number) && isOfLiar(scripted(number).log()); }
    bool isOfLiar(core::LogId log) const { return m_lyingLogs.contains(log) || m_settledLogs.contains(log); }
    /// Neither a liar nor revoked.
    bool isInGoodStanding(DeskNumber number) { return !isLiar(number) && !isRevoked(number); }
    /// What it holds says nothing of what others must hold: revoked, or with a history that does not count.
    bool isOut(DeskNumber number) const { return isRevoked(number) || m_settledLiars.contains(number); }
    bool isRefused(DeskNumber one, DeskNumber other) const;
    void endRefusedLinks();
    void give(DeskNumber at, core::StatementKind kind, core::Bytes statement);
    std::string checkVoided(DeskNumber number);
    bool isHeldBy(core::AgencyIndex agency, core::EncodedEvent const& event);
    core::LogPosition partHeldByAll(DeskNumber liar);
    core::LogPosition partOf(DeskNumber holder, core::LogId log, std::uint64_t size);
    std::set<core::EventId> voidedOf(DeskNumber author);
    core::Board boardOf(DeskNumber number);
    core::Intent withSecrets(core::Intent asked, DeskNumber number);
    void noteTold(Secrets::Number first, DeskNumber number);
    bool isMeshed();
    std::set<DeskNumber> inContactWith(DeskNumber number, DeskNumber without) const;
    bool isForkedAmong(std::set<DeskNumber> const& desks, core::LogId log);
    /// Each agency has one desk that tells where its units are.
    bool isReporter(DeskNumber number) const;
    using Events = std::vector<core::Event>;
    using Streams = std::map<core::StreamId, Events>;
    enum class By : std::uint8_t { Standing, Nothing }; ///< which statements count
    /// What each desk holds, by desk; by what stands, one that is out nothing.
    std::vector<Streams> heldByAll(By statements);
    bool isForAll(core::Membership const& membership, Events const& events) const;
    /// All that somebody holds, but for streams in which a desk lied.
    Streams everythingIn(std::vector<Streams> const& held) const;
    std::string checkStream(core::StreamId stream, Events const& everything, std::vector<Streams> const& held,
                            Events const& beforeStatements);
    void schedule(std::int64_t at, Happening happening);
    void send(DeskNumber from, net::PeerId peer, net::FrameType type, core::Bytes payload);
    void happen(Happening& happening);
    void endLink(std::uint64_t link);
    void endLinksOf(DeskNumber number);
    void afterwards(DeskNumber number);
    void watch(core::AgencyIndex receiver, Happening const& frame);

    static constexpr std::int64_t beginning = 1'800'000'000'000;

    core::RealmFile m_realm;
    core::ValueSource m_values;
    Secrets m_secrets;
    EqualCommitments m_commitments{m_secrets};
    std::vector<std::string> m_operators; ///< their names, by agency
    std::map<Secrets::Number, core::AgencyIndex> m_tellers;
    core::Instant ticks() const { return *core::Instant::ofMilliseconds(m_now); }
    std::int64_t m_now = beginning;
    std::int64_t m_nextTick = 0;
    std::uint64_t m_sequence = 0;
    std::uint64_t m_lastLink = 0;
    std::uint64_t m_delivered = 0;
    std::map<DeskNumber, std::uint64_t> m_positionBytes;
    core::Hash m_trace{};
    std::map<std::pair<std::int64_t, std::uint64_t>, Happening> m_future;
    std::map<std::uint64_t, Link> m_links;
    std::vector<std::unique_ptr<Node>> m_desks;
    std::vector<std::int64_t> m_clockOffsets;
    std::vector<std::int64_t> m_clockDrifts;
    std::vector<core::LogSizes> m_promised; ///< by desk: what it said that it holds
    std::vector<core::StreamId> m_closed;   ///< incidents of scripted desks
    std::vector<core::StreamId> m_incidents;
    std::vector<core::StreamId> m_units;
    std::set<core::LogId> m_lyingLogs; ///< not settled
    std::set<core::LogId> m_settledLogs;
    std::set<DeskNumber> m_settledLiars;
    std::set<DeskNumber> m_revoked;
    std::map<core::Hash, DeskNumber> m_attached; ///< by whom
    std::string m_leak;
    std::string m_broken;
};

} // namespace ob::sim
