// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/virtual_desk.h"

#include "core/crypto/sha256.h"
#include "core/journal/event_sections.h"
#include "tests/support/identity_builders.h"
#include "tests/support/shipped_rules.h"

#include <algorithm>
#include <stdexcept>

namespace ob::sim {
namespace {

core::DeskProfile profileOf(core::RealmFile const& realm, core::AgencyIndex agency, std::uint8_t number) {
    core::DeskProfile profile{.drill = true,
                              .agency = agency,
                              .agencyCodes = {},
                              .numberFirst = 1000u * number,
                              .numberLast = 1000u * number + 999};
    for (auto const& entry : realm.roster)
        profile.agencyCodes.push_back(entry.code);
    return profile;
}

} // namespace

VirtualDesk::Running::Running(VirtualDesk& owner, core::LogAuthor live, core::LogAuthor bulk)
    : desk(profileOf(owner.m_realm, owner.m_agency, owner.m_number),
           {.journal = owner.m_journal,
            .clock = owner.m_clock,
            .zone = owner.m_zone,
            .rules = test::shippedRules(),
            .salt = [&owner] { return owner.m_salts.salt(); },
            .lookupKey = {},
            .admissions = owner.counting(),
            .foldsAtOnce = owner.m_number % 2 == 0 ? std::size_t{4096} : std::size_t{1}},
           std::move(live), std::move(bulk)),
      replica({.journal = owner.m_journal,
               .realm = owner.m_realm,
               .agency = owner.m_agency,
               .deskKey = owner.m_key.publicKey(),
               .clearance = owner.asPeer().clearance,
               .writing = {owner.log(core::Lane::Live), owner.log(core::Lane::Bulk)},
               .events = [this](core::StreamId stream) { return desk.events(stream); },
               .agencyOfUnit = [this](core::UnitId id) -> std::optional<core::AgencyIndex> {
                   auto const unit = desk.board().unit(id);
                   return unit ? std::optional(unit->agency) : std::nullopt;
               },
               .incident = [this](core::StreamId id) { return desk.board().incident(id); },
               .hasWaiting = [this](core::StreamId stream) { return desk.hasWaiting(stream); },
               .isSettled = [this](core::StreamId stream) { return desk.isSettled(stream); },
               .fold = [this](core::StreamId stream) { return desk.fold(stream); },
               .take =
                   [this, &owner](core::JournalBatch batch, std::function<void(bool)> stored) {
                       for (auto const& head : batch.heads)
                           (void)owner.m_stamps.merge(head.hlc, owner.m_clock.now());
                       desk.take(std::move(batch), std::move(stored));
                   },
               .noteSent =
                   [&owner](core::LogSizes const& sizes) {
                       for (auto const& [log, size] : sizes)
                           if (size > owner.m_journal.eventsOf(log).size())
                               throw std::logic_error("something is sent that is not durable");
                       owner.m_noted = sizes;
                   },
               .key = &owner.m_key,
               .now = [&owner] { return owner.m_clock.now(); },
               .takeStatement =
                   [&owner](net::Statement const& statement) { return owner.takeStatement(statement); },
               .statements = [&owner] { return owner.toPassOn(); },
               .isRevoked = [&owner](core::PublicKey const& key,
                                     core::AgencyIndex agency) { return owner.isRevoked(key, agency); },
               .kept = [&owner](core::LogRecord const& record) { return owner.kept(record); },
               .positionSharing =
                   [this, &owner](core::AgencyIndex agency) {
                       auto const policy = desk.board().policy(owner.m_agency);
                       return policy ? policy->positionsFor(agency) : core::PositionSharing{};
                   },
               .blobs = &owner.m_blobs,
               .pace = owner.m_wires.pace},
              {.send = [&owner](net::PeerId to, net::FrameType type, core::Bytes payload,
                                net::Priority) { owner.send(to, type, std::move(payload)); },
               .queued = owner.m_wires.queued,
               .drop = owner.m_wires.drop,
               .news = [&owner](net::ReplicaNews const& news) { owner.m_news.push_back(news); }}) {}

VirtualDesk::VirtualDesk(core::RealmFile const& realm, core::AgencyIndex agency, std::uint8_t number,
                         DeskWires wires)
    : Node(realm, agency, number), m_realm(realm), m_number(number), m_wires(std::move(wires)),
      m_key(core::keyOf(static_cast<std::uint8_t>(100 + number))),
      m_records{core::logRecordOf(realm, agency, number, core::Lane::Live),
                core::logRecordOf(realm, agency, number, core::Lane::Bulk)},
      m_salts(number) {
    for (auto& record : m_records)
        record.own = true;
}

core::LogOrigin VirtualDesk::origin(core::Lane lane) const {
    auto const& made = record(lane);
    return {.realm = m_realm.id, .deskKey = m_key.publicKey(), .nonce = made.nonce, .lane = lane};
}

core::LogAuthor VirtualDesk::author(core::Lane lane) {
    auto const& made = record(lane);
    auto const logs = m_journal.logs();
    auto const found = std::find_if(
        logs.begin(), logs.end(), [&](core::LogExtent const& extent) { return extent.record.id == made.id; });
    if (found == logs.end()) {
        core::LogAuthor author(origin(lane), m_key, m_stamps);
        auto const opened = author.open({.certificate = core::sha256(made.certificate),
                                         .nonce = made.nonce,
                                         .lane = lane,
                                         .predecessor = {}},
                                        m_clock.now(), [this] { return m_salts.salt(); });
        m_journal.store(
            {.logs = {made}, .events = {opened}, .heads = {author.signHead()}, .arrivedAt = m_clock.now()});
        author.committed(1);
        return author;
    }
    m_stamps = core::HlcClock(std::max(m_stamps.highWater(), found->newestHead->hlc));
    auto const& events = m_journal.eventsOf(made.id);
    auto range = core::rangeOf(events.size(), [&](std::uint64_t index) { return events[index].leaf.hash(); });
    return {origin(lane), m_key, m_stamps, std::move(range)};
}

void VirtualDesk::powerOn() {
    m_journal.behave(core::FakeJournal::Storage::Holds);
    auto live = author(core::Lane::Live);
    auto bulk = author(core::Lane::Bulk);
    for (auto const& [log, size] : m_noted)
        if (m_planted != Planted::ReusesSequences && m_planted != Planted::SendsBeforeCommit
            && m_journal.eventsOf(log).size() < size)
            throw std::logic_error("a log lost what was sent of it");
    m_running = std::make_unique<Running>(*this, std::move(live), std::move(bulk));
    m_running->desk.listenToCommits([this](core::Desk::Commit const& commit) {
        m_running->replica.noteCommitted(commit, m_wires.ticks());
    });
    for (auto const& news : m_news)
        if (news.kind == net::ReplicaNews::Kind::Forked)
            m_running->replica.restoreForkProof(news.log, news.proof);
}

void VirtualDesk::close() {
    m_running->desk.close();
    sync();
}

void VirtualDesk::powerOff(std::size_t torn) {
    std::vector<core::JournalBatch> written = std::exchange(m_written, {});
    for (std::size_t index = 0; index < std::min(torn, m_journal.waiting()); ++index)
        written.push_back(m_journal.waitingBatch(index));
    m_journal.crash();
    m_running.reset();
    bool const lies = m_planted == Planted::TellsBeforeItKeeps || m_planted == Planted::ReusesSequences;
    if (lies && m_flushes > 0) m_journal = m_kept;
    if (m_early) m_journal = *std::exchange(m_early, {});
    m_untold.clear();
    if (m_planted != Planted::None) return;
    for (auto const& batch : written)
        m_journal.store(batch);
}

void VirtualDesk::failDisk(bool isKept) {
    for (std::size_t index = 0; isKept && index < m_journal.waiting(); ++index)
        m_written.push_back(m_journal.waitingBatch(index));
    m_journal.behave(core::FakeJournal::Storage::FailsAtOnce);
    m_journal.fail("disk full");
}

void VirtualDesk::flush() {
    m_running->desk.settleSome(); // the rest waits for what happens next
    while (m_running->desk.flush()) {
    }
    if (m_planted == Planted::SendsBeforeCommit || m_planted == Planted::AcknowledgesBeforeSync)
        return commitEarly();
    if (m_planted == Planted::None || ++m_flushes % 16 != 0) return;
    m_kept = m_journal;
    m_kept.crash();
}

void VirtualDesk::commitEarly() {
    for (std::size_t index = 0; index < m_journal.waiting(); ++index)
        for (auto const& head : m_journal.waitingBatch(index).heads)
            if (m_planted == Planted::AcknowledgesBeforeSync
                && (head.log == log(core::Lane::Live) || head.log == log(core::Lane::Bulk)))
                return;
    if (m_journal.waiting() == 0) return;
    if (!m_early) {
        m_early = m_journal;
        m_early->crash();
    }
    m_journal.commitAll();
}

void VirtualDesk::sync() {
    m_early.reset();
    m_acknowledged.insert(m_untold.begin(), m_untold.end());
    m_untold.clear();
    m_journal.commitAll();
}

void VirtualDesk::send(net::PeerId to, net::FrameType type, core::Bytes payload) {
    if (m_planted != Planted::None) {
        auto const& peers = m_running->replica.state().peers;
        auto const peer = peers.find(to);
        auto made = distorted(m_planted, type, std::move(payload),
                              {.isToFirstPeer = !peers.empty() && peers.begin()->first == to,
                               .isToOthers = peer != peers.end() && peer->second.desk.agency != m_agency,
                               .journal = m_journal});
        if (!made) return;
        payload = *std::move(made);
    }
    m_wires.send(to, type, std::move(payload));
}

core::Admissions VirtualDesk::counting() const {
    return m_planted == Planted::CountsWhatIsVoided ? core::Admissions(m_realm.id) : m_statements.standing();
}

std::optional<core::LogPosition> VirtualDesk::kept(core::LogRecord const& log) const {
    if (m_planted == Planted::OverlooksSettledRoots) return std::nullopt;
    return m_statements.standing().keptOf(log.id, {log.deskKey}, log.agency);
}

void VirtualDesk::admit(KeptStatements::Checked const& statement) {
    if (!m_running || m_planted == Planted::CountsWhatIsVoided) return;
    std::visit([&](auto const& says) { m_running->desk.admit(says, statement.by); }, statement.says);
}

net::LocalDesk::Standing VirtualDesk::takeStatement(net::Statement const& statement) {
    auto const standing = Node::takeStatement(statement);
    bool const isKeptBack = m_planted == Planted::KeepsStatementsToItself;
    return isKeptBack && standing == net::LocalDesk::Standing::News ? net::LocalDesk::Standing::Known
                                                                    : standing;
}

std::vector<net::Statement> VirtualDesk::toPassOn() const {
    return m_planted == Planted::KeepsStatementsToItself ? std::vector<net::Statement>() : m_statements.all();
}

void VirtualDesk::setVersion(std::set<std::uint16_t> unknownKinds, net::FrameType newestFrame) {
    m_reading.unknownKinds = std::move(unknownKinds);
    m_newestFrame = newestFrame;
}

/// A program that is older than a kind of event has no command that would write one.
bool VirtualDesk::hasNoSuch(core::Command const& command, core::OperatorSession const& session) {
    auto const& unknown = m_reading.unknownKinds;
    if (unknown.empty()) return false;
    auto& desk = m_running->desk;
    auto const drafts = core::decide(desk.board(), command, desk.context(session));
    return drafts && std::any_of(drafts->begin(), drafts->end(), [&](core::Draft const& draft) {
               return unknown.contains(core::kindOf(draft.body.fact));
           });
}

void VirtualDesk::submit(core::Intent intent, core::OperatorSession const& session, core::Lane lane) {
    core::Command const command{.intent = std::move(intent), .occurredAt = {}};
    if (hasNoSuch(command, session)) return;
    m_running->desk.submit(
        command, session,
        [this](core::Result<core::Receipt> const& told) {
            if (told && m_early)
                m_untold.insert(m_untold.end(), told->events.begin(), told->events.end());
            else if (told)
                m_acknowledged.insert(told->events.begin(), told->events.end());
            else
                ++m_refusals;
        },
        lane);
}

} // namespace ob::sim
