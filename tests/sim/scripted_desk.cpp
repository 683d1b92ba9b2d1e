// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/sim/scripted_desk.h"

#include "core/crypto/sha256.h"
#include "core/fold/stream_fold.h"
#include "tests/support/board_builder.h"
#include "tests/support/identity_builders.h"

#include <map>

namespace ob::sim {

ScriptedDesk::ScriptedDesk(core::RealmFile const& realm, core::AgencyIndex agency, std::uint8_t number,
                           DeskWires wires)
    : Node(realm, agency, number), m_realm(realm), m_wires(std::move(wires)),
      m_key(core::keyOf(static_cast<std::uint8_t>(100 + number))),
      m_record(core::logRecordOf(realm, agency, number)), m_salts(1000u + number) {
    m_record.own = true;
    beginLog();
    makeReplica(Goes::On);
}

void ScriptedDesk::beginLog() {
    m_author = std::make_unique<core::LogAuthor>(origin(), m_key, m_stamps);
    auto const opened = m_author->open({.certificate = core::sha256(m_record.certificate),
                                        .nonce = m_record.nonce,
                                        .lane = core::Lane::Live,
                                        .predecessor = {}},
                                       m_clock.now(), [this] { return m_salts.salt(); });
    m_journal.store({.logs = {m_record},
                     .events = {opened},
                     .heads = {m_author->signHead()},
                     .arrivedAt = m_clock.now()});
}

void ScriptedDesk::forgetAll() {
    m_journal = {};
    m_stamps = {};
    beginLog();
    makeReplica(Goes::On);
}

core::LogOrigin ScriptedDesk::origin() const {
    return {
        .realm = m_realm.id, .deskKey = m_key.publicKey(), .nonce = m_record.nonce, .lane = core::Lane::Live};
}

void ScriptedDesk::makeReplica(Goes goes) {
    m_replica = std::make_unique<net::Replica>(
        net::LocalDesk{
            .journal = m_journal,
            .realm = m_realm,
            .agency = m_agency,
            .deskKey = m_key.publicKey(),
            .clearance = asPeer().clearance,
            .writing = goes == Goes::On ? std::vector{log()} : std::vector<core::LogId>(),
            .events = [this](core::StreamId stream) { return held(stream); },
            .agencyOfUnit = [](core::UnitId) { return std::optional<core::AgencyIndex>(); },
            .incident = [this](core::StreamId id) { return core::StreamFold::of(held(id)).incident(); },
            .hasWaiting =
                [this](core::StreamId id) { return !core::StreamFold::of(held(id)).waiting().empty(); },
            .isSettled = [](core::StreamId) { return true; },
            .fold = [](core::StreamId) -> core::StreamFold const* { return nullptr; },
            .take =
                [this](core::JournalBatch batch, std::function<void(bool)> stored) {
                    store(std::move(batch));
                    stored(true);
                },
            .noteSent = [](core::LogSizes const&) {},
            .takeStatement = [this](net::Statement const& statement) { return takeStatement(statement); },
            .statements = [this] { return m_statements.all(); },
            .isRevoked = [this](core::PublicKey const& desk,
                                core::AgencyIndex agency) { return isRevoked(desk, agency); },
            .kept =
                [this](core::LogRecord const& record) {
                    return m_statements.standing().keptOf(record.id, {record.deskKey}, record.agency);
                },
            .blobs = &m_blobs},
        net::ReplicaOutput{.send = [this](net::PeerId to, net::FrameType type, core::Bytes payload,
                                          net::Priority) { m_wires.send(to, type, std::move(payload)); },
                           .queued = m_wires.queued,
                           .drop = m_wires.drop,
                           .news = [this](net::ReplicaNews const& news) { m_news.push_back(news); }});
}

void ScriptedDesk::store(core::JournalBatch batch) {
    m_journal.store(batch);
    m_replica->noteCommitted({.events = batch.events, .heads = batch.heads, .disclosed = batch.disclosed},
                             m_wires.ticks());
}

core::EventId ScriptedDesk::write(core::StreamId stream, core::Fact fact, core::RestrictedParts restricted) {
    core::Circumstance const circumstance{m_clock.now(), core::Source::Operator, core::code("D1")};
    auto const written = m_author->write(
        {{.stream = stream, .body = {circumstance, std::move(fact)}, .restricted = std::move(restricted)}},
        [this](core::StreamId id) { return core::StreamFold::of(held(id)).heads(); }, m_clock.now(),
        [this] { return m_salts.salt(); });
    store({.events = written, .heads = {m_author->signHead()}, .arrivedAt = m_clock.now()});
    return written.back().leaf;
}

core::StreamId ScriptedDesk::openIncident(std::vector<core::AgencyIndex> members, std::string number) {
    core::IncidentOpened opened;
    opened.number = *core::IncidentNumber::of(20270115, static_cast<std::uint32_t>(std::stoul(number)));
    opened.type = core::code("FIRE-STRUCT");
    opened.members = std::move(members);
    return core::StreamId(write({}, opened).hash());
}

void ScriptedDesk::forgetLast(std::size_t count, Goes goes) {
    auto const events = m_journal.eventsOf(log());
    core::FakeJournal shorter;
    m_stamps = {};
    m_author = std::make_unique<core::LogAuthor>(
        origin(), m_key, m_stamps,
        core::rangeOf(events.size() - count, [&](std::uint64_t index) { return events[index].leaf.hash(); }));
    shorter.store({.logs = {m_record},
                   .events = {events.begin(), events.end() - static_cast<std::ptrdiff_t>(count)},
                   .heads = {m_author->signHead()},
                   .arrivedAt = m_clock.now()});
    m_journal = shorter;
    makeReplica(goes);
}

} // namespace ob::sim
