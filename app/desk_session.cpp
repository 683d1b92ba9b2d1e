// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_session.h"

#include "app/enrolment_refusal.h"
#include "app/frame_trace.h"
#include "core/store/sqlite_journal.h"
#include "core/store/sqlite_proofs.h"

namespace ob::app {
namespace {

constexpr core::Duration housekeepingEvery = core::Duration::ofSeconds(10);
/// Places of units that came together are told together.
constexpr core::Duration positionsTold = core::Duration::ofMilliseconds(50);
/// What was forgotten is gone by then.
constexpr core::Duration blobsSweptEvery = core::Duration::ofMinutes(60);
constexpr core::Duration clockAlarmEvery = core::Duration::ofSeconds(60);

} // namespace

DeskSession::DeskSession(Surroundings surroundings)
    : m_around(std::move(surroundings)), m_host(m_around.folder, m_around.rules),
      m_blobs(m_host.blobs(), m_around.loop) {
    net::Mesh::Surroundings mesh{
        .loop = m_around.loop,
        .identity = {.realm = m_host.realm(),
                     .certificate = m_host.certificateBytes(),
                     .desk = m_host.certificate(),
                     .deskKey = m_host.deskKey(),
                     .isRevoked =
                         [this](core::DeskCertificate const& desk) {
                             return m_host.desk().admissions().isRevoked(desk.deskKey, desk.agency);
                         },
                     .program = m_around.program},
        .tlsKey = m_host.tlsKey(),
        .desk = localDesk(),
        .now = [this] { return m_host.clock().now(); },
        .news = [this](net::ReplicaNews const& news) { takeNews(news); },
        .fixes =
            [this](core::AgencyIndex agency, std::vector<net::TaggedFix> const& fixes) {
                m_host.positions().take(agency, fixes);
                publishPositions();
            },
        .say = m_around.say,
        .trace = {}};
    if (m_around.trace)
        mesh.trace = [this](net::LinkId link, bool isOutgoing, net::FrameType type, core::ByteView payload) {
            m_around.trace(traceLine(link, isOutgoing, type, payload));
        };
    m_mesh = std::make_unique<net::Mesh>(std::move(mesh));
    m_host.desk().listenToCommits(
        [this](core::Desk::Commit const& commit) { m_mesh->noteCommitted(commit); });
    m_host.desk().listen([this](core::ChangeSet const& changes) { published(changes); });
    m_host.commitInThread([&loop = m_around.loop] { loop.post([] {}); });
    m_host.positions().onReport([this](core::UnitId unit, core::Fix const& fix) {
        m_mesh->report(unit, fix);
        publishPositions();
    });
    m_host.premises().onChange(m_around.premisesChanged);
    if (auto const damaged = m_host.premises().unreadable().size(); damaged > 0)
        m_around.say(std::to_string(damaged)
                     + " records of places are damaged: verify names them, import them again");
    restoreProofs();
    for (auto const& [id, incident] : m_host.desk().board().incidents())
        m_orders.insert(id);
    m_host.join(m_mesh.get());
    if (m_around.served.run)
        m_control = std::make_unique<ControlService>(m_around.loop, m_host, m_around.folder, m_around.served);
    housekeeping();
}

DeskSession::~DeskSession() {
    m_around.loop.cancel(m_timer);
    if (m_positionsTimer) m_around.loop.cancel(*m_positionsTimer);
}

net::LocalDesk DeskSession::localDesk() {
    return {.journal = m_host.journal(),
            .realm = m_host.realm(),
            .agency = m_host.certificate().agency,
            .deskKey = m_host.deskKey().publicKey(),
            .clearance = m_host.certificate().clearance,
            .writing = m_host.desk().writing(),
            .events = [this](core::StreamId stream) { return m_host.desk().events(stream); },
            .agencyOfUnit = [this](core::UnitId id) -> std::optional<core::AgencyIndex> {
                auto const unit = m_host.desk().board().unit(id);
                return unit ? std::optional(unit->agency) : std::nullopt;
            },
            .incident = [this](core::StreamId id) { return m_host.desk().board().incident(id); },
            .hasWaiting = [this](core::StreamId stream) { return m_host.desk().hasWaiting(stream); },
            .isSettled = [this](core::StreamId stream) { return m_host.desk().isSettled(stream); },
            .fold = [this](core::StreamId stream) { return m_host.desk().fold(stream); },
            .take =
                [this](core::JournalBatch batch, std::function<void(bool)> stored) {
                    auto const ahead = m_host.take(std::move(batch), std::move(stored));
                    auto const ticks = m_around.loop.steadyNow();
                    if (!ahead || ticks - m_toldOfClocks < clockAlarmEvery) return;
                    m_toldOfClocks = ticks;
                    m_around.say("a log came whose clock is "
                                 + std::to_string(ahead->by.milliseconds() / 1000) + " s ahead of ours");
                },
            .noteSent = [this](core::LogSizes const& sizes) { m_host.noteSent(sizes); },
            .key = &m_host.deskKey(),
            .now = [this] { return m_host.clock().now(); },
            .keepCosignature =
                [this](core::LogId log, core::AgencyIndex agency, core::Bytes const& note) {
                    store([&] { store::SqliteProofs(m_host.database()).setCosignature(log, agency, note); });
                },
            .takeStatement = [this](net::Statement const& statement) { return takeStatement(statement); },
            .statements =
                [this] {
                    std::vector<net::Statement> all;
                    for (auto const& encoded : m_host.statements().files())
                        if (auto const file = core::decodeStatementFile(encoded))
                            all.push_back(net::statementOf(*file));
                    return all;
                },
            .isRevoked =
                [this](core::PublicKey const& desk, core::AgencyIndex agency) {
                    return m_host.desk().admissions().isRevoked(desk, agency);
                },
            .kept =
                [this](core::LogRecord const& log) {
                    return m_host.desk().admissions().keptOf(log.id, {log.deskKey}, log.agency);
                },
            .positionSharing =
                [this](core::AgencyIndex agency) {
                    auto const policy = m_host.desk().board().policy(m_host.certificate().agency);
                    return policy ? policy->positionsFor(agency) : core::PositionSharing{};
                },
            .blobs = &m_blobs};
}

std::string DeskSession::nameOf(net::PeerId peer) const {
    auto const& peers = m_mesh->replica().state().peers;
    auto const found = peers.find(peer);
    return found == peers.end() ? "a desk" : found->second.desk.name;
}

net::LocalDesk::Standing DeskSession::takeStatement(net::Statement const& statement) {
    using Standing = net::LocalDesk::Standing;
    try {
        auto const checked = m_host.statements().check(statement.bytes);
        auto standing = Standing::Known;
        store([&] { standing = m_host.admit(checked) ? Standing::News : Standing::Known; });
        return standing;
    } catch (EnrolmentRefusal const&) {
        return Standing::Invalid;
    }
}

/// What a peer sent is kept, or the disk has failed and this run ends in order.
void DeskSession::store(std::function<void()> const& keep) {
    try {
        keep();
    } catch (core::StoreError const& error) {
        breakDown(std::string("storage failed: ") + error.what());
    }
}

void DeskSession::restoreProofs() {
    store::SqliteProofs proofs(m_host.database());
    for (auto& [log, bytes] : proofs.all(store::SqliteProofs::Kind::ForkProof))
        m_mesh->replica().restoreForkProof(log, bytes);
    for (auto const& extent : m_host.journal().logs())
        for (auto const& each : proofs.cosignatures(extent.record.id))
            m_mesh->replica().restoreCosignature(extent.record.id, each.agency, each.bytes);
}

bool DeskSession::idle() {
    if (m_isBroken) return false;
    bool const isMore = m_host.commitSome();
    if (m_host.desk().isReadOnly() && !m_isEnding)
        breakDown("storage failed: " + m_host.desk().readOnlyReason());
    if (!m_orders.empty()) answerOrders();
    return isMore;
}

void DeskSession::published(core::ChangeSet const& changes) {
    for (auto const& incident : changes.incidents)
        m_orders.insert(incident->id);
    tell(changes);
}

void DeskSession::tell(core::ChangeSet const& changes) {
    if (m_control) m_control->publish(changes);
    if (m_around.changed) m_around.changed(changes);
}

void DeskSession::publishPositions() {
    if (m_positionsTimer || !m_host.positions().hasNews()) return;
    m_positionsTimer = m_around.loop.after(positionsTold, [this] {
        m_positionsTimer.reset();
        core::ChangeSet changes;
        changes.fixes = m_host.positions().takeNews();
        tell(changes);
    });
}

/// An order of another agency to a unit of ours is acknowledged by the desk itself: from then on both
/// agencies know that it is here.
void DeskSession::answerOrders() {
    auto& desk = m_host.desk();
    core::OperatorSession const machine{
        .operatorName = {}, .position = {}, .roles = static_cast<std::uint8_t>(core::Role::Dispatcher)};
    for (core::IncidentId const id : std::exchange(m_orders, {})) {
        auto const incident = desk.board().incident(id);
        if (!incident) continue;
        for (auto const& assignment : incident->assignments) {
            bool const isWaiting = assignment.state == core::AssignmentState::Dispatched
                                   && !assignment.at(core::AssignmentState::Delivered);
            auto const unit = isWaiting ? desk.board().unit(assignment.unit) : nullptr;
            if (!unit || unit->agency != desk.profile().agency || assignment.sender == desk.profile().agency)
                continue;
            desk.submit({.intent = core::RecordDelivery{unit->id, id, core::DeliveryMeans::Machine, {}},
                         .occurredAt = {},
                         .source = core::Source::Machine},
                        machine, [](core::Result<core::Receipt> const&) {});
        }
    }
}

void DeskSession::takeNews(net::ReplicaNews const& news) {
    std::string const log = "log " + news.log.hex().substr(0, 16);
    std::string const blob = core::toHex(news.blob).substr(0, 16);
    switch (news.kind) {
    case net::ReplicaNews::Kind::OwnLogIsLonger:
        m_host.endOwnLogs();
        breakDown("a peer holds more of our " + log
                  + " than we do: this database is an old copy; new logs are begun");
        break;
    case net::ReplicaNews::Kind::Forked:
        store([&] {
            store::SqliteProofs(m_host.database())
                .add(store::SqliteProofs::Kind::ForkProof, {.log = news.log, .bytes = news.proof});
        });
        m_around.say(log
                     + " has forked: its desk signed two logs under one name. Nothing more is taken of it");
        break;
    case net::ReplicaNews::Kind::SetAside:
        m_around.say(
            "the agency of " + log
            + " settled on another history of it than the one that was held here: what differs is set "
              "aside and counts no more");
        break;
    case net::ReplicaNews::Kind::Flood:
        m_around.say(
            "the desk of " + log
            + " writes more than a desk may: its log is taken slowly, others are not affected. Ask its "
              "agency what it does");
        break;
    case net::ReplicaNews::Kind::BadLog: m_around.say(log + " as a peer sent it does not verify"); break;
    case net::ReplicaNews::Kind::WrongBlob:
        m_around.say("attachment " + blob + " as " + nameOf(news.peer)
                     + " sent it is not what the note names; it was thrown away");
        break;
    case net::ReplicaNews::Kind::NoRoomForBlob:
        m_around.say("attachment " + blob
                     + " is not taken: the disk has less than 256 MiB left beside it. Make room");
        break;
    case net::ReplicaNews::Kind::BlobNotWritten:
        m_around.say("attachment " + blob + " could not be written: look at the disk");
        break;
    }
}

void DeskSession::breakDown(std::string const& why) {
    if (std::exchange(m_isBroken, true)) return;
    m_around.loop.post([broken = m_around.broken, why] { broken(why); });
}

void DeskSession::housekeeping() {
    m_timer = m_around.loop.after(housekeepingEvery, [this] { housekeeping(); });
    if (m_isBroken) return;
    m_host.desk().tick();
    m_host.journal().scrub();
    store([&] { m_host.positions().flush(); });
    if (auto const ticks = m_around.loop.steadyNow(); ticks >= m_nextSweep) {
        m_nextSweep = ticks + blobsSweptEvery;
        m_host.sweepBlobs();
    }
    watchOwnLogs();
}

/// After a settlement the desk goes on with new logs; a revoked one only shows.
void DeskSession::watchOwnLogs() {
    auto const& desk = m_host.desk();
    if (!desk.hasEnded()) return;
    if (!desk.admissions().isRevoked(m_host.certificate().deskKey, m_host.certificate().agency))
        return breakDown("this desk's log was settled by its agency; new logs are begun");
    if (!std::exchange(m_isToldRevoked, true))
        m_around.say("this desk was revoked by its agency: nothing that it writes counts any more");
}

void DeskSession::end(std::function<void()> done) {
    m_isEnding = true;
    if (m_control) m_control->stop();
    m_mesh->shutDown([this, done = std::move(done)] {
        m_host.desk().listenToCommits({});
        m_host.close();
        done();
    });
}

} // namespace ob::app
