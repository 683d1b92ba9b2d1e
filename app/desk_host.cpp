// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_host.h"

#include "app/files.h"
#include "app/shipped_rules.h"
#include "core/crypto/random.h"
#include "core/crypto/sha256.h"
#include "core/store/database.h"
#include "core/store/sql_error.h"
#include "core/store/sqlite_journal.h"
#include "core/store/sqlite_search.h"
#include "net/mesh.h"

#include <algorithm>
#include <set>

namespace ob::app {
namespace {

core::SealingKey copyOf(core::SealingKey const& key) { return core::SealingKey(key.view()); }

/// The own logs that are written now: of each lane the last that was begun.
core::LogExtent const* currentLog(std::vector<core::LogExtent> const& logs, core::Lane lane) {
    core::LogExtent const* current = nullptr;
    for (auto const& extent : logs)
        if (extent.record.own && extent.record.lane == lane) current = &extent;
    return current;
}

core::DeskProfile profileOf(DeskIdentity const& identity) {
    core::DeskProfile profile;
    profile.drill = identity.realm.kind == core::RealmKind::Drill;
    profile.agency = identity.certificate.agency;
    for (auto const& entry : identity.realm.roster)
        profile.agencyCodes.push_back(entry.code);
    profile.numberFirst = identity.certificate.numbers.first;
    profile.numberLast = identity.certificate.numbers.last;
    return profile;
}

} // namespace

DeskHost::DeskHost(std::filesystem::path const& folder, core::RuleBook const& rules)
    : m_folder(folder), m_identity(m_folder.identity()), m_zone(m_identity.realm.zone),
      m_guard(m_folder.database(), m_identity.certificate.deskKey),
      m_database(std::make_unique<store::Database>(store::Database::Place{.file = m_folder.database()})),
      m_statements(*m_database, m_identity.realm),
      m_journal(std::make_unique<store::SqliteJournal>(*m_database, copyOf(m_identity.restKey))),
      m_search(std::make_unique<store::SqliteSearch>(*m_database)), m_blobs(m_folder.blobs()),
      m_premises(*m_database, copyOf(m_identity.restKey), sharedHazardBook()) {
    m_journal->visitBoard([&](core::StreamSnapshot const& snapshot) {
        if (snapshot.kind != core::StreamKind::Desk) return;
        if (auto state = core::DeskState::decode(snapshot.state)) m_frontiers = std::move(state->frontiers);
    });
    auto logs = m_journal->logs();
    for (auto const& extent : logs)
        if (extent.record.own && extent.newestHead)
            m_stamps = core::HlcClock(std::max(m_stamps.highWater(), extent.newestHead->hlc));
    auto const* const live = currentLog(logs, core::Lane::Live);
    auto const* const bulk = currentLog(logs, core::Lane::Bulk);
    auto const decision = m_guard.enter(*m_database, logs, m_journal->ownLogsEnded());
    bool const mayGoOn = decision.answer == core::IncarnationDecision::Answer::Continue && live && bulk;
    // A log says under which certificate it is written; so a renewal is known wherever the log is.
    bool const isRenewed = mayGoOn
                           && (live->record.certificate != m_identity.certificateBytes
                               || bulk->record.certificate != m_identity.certificateBytes);
    // After a settlement a log is not written on: below its end that would not count, beyond it another
    // history of it does. A revoked desk begins none: it would not
    // count.
    auto admissions = m_statements.admissions();
    for (auto const& extent : logs)
        admissions.addLog(extent.record.id, {extent.record.deskKey}, extent.record.agency);
    auto const isSettled = [&](core::LogExtent const* log) {
        return log != nullptr && admissions.keptOf(log->record.id)
               && !admissions.isRevoked({log->record.deskKey}, log->record.agency);
    };
    bool const goesOn = mayGoOn && !isRenewed && !isSettled(live) && !isSettled(bulk);
    core::JournalBatch opening;
    core::Hash const nonce = core::randomBytes<32>();
    auto liveAuthor = goesOn ? continued(*live) : begun(core::Lane::Live, nonce, live, opening);
    auto bulkAuthor = goesOn ? continued(*bulk) : begun(core::Lane::Bulk, nonce, bulk, opening);
    if (!goesOn) {
        commitOpening(std::move(opening));
        liveAuthor.committed(1);
        bulkAuthor.committed(1);
        if (live)
            m_newIncarnation = isRenewed ? core::IncarnationReason::NewCertificate
                               : mayGoOn ? core::IncarnationReason::LogSettled
                                         : decision.reason;
    }
    m_desk = std::make_unique<core::Desk>(
        profileOf(m_identity),
        core::Desk::Surroundings{.journal = *m_journal,
                                 .clock = m_clock,
                                 .zone = m_zone,
                                 .rules = rules,
                                 .salt = [] { return core::randomBytes<16>(); },
                                 .lookupKey =
                                     [this](std::string_view value) {
                                         return core::lookupHash(m_identity.lookupKey, core::viewOf(value));
                                     },
                                 .admissions = std::move(admissions)},
        std::move(liveAuthor), std::move(bulkAuthor));
    m_positions = std::make_unique<UnitPositions>(
        UnitPositions::Surroundings{.agency = m_identity.certificate.agency,
                                    .database = *m_database,
                                    .clock = m_clock,
                                    .board = [this]() -> core::Board const& { return m_desk->board(); }});
}

DeskHost::~DeskHost() = default;

core::LogAuthor DeskHost::continued(core::LogExtent const& extent) {
    core::CompactRange range;
    for (auto const& frontier : m_frontiers)
        if (frontier.log == extent.record.id && frontier.range.size() <= extent.size) range = frontier.range;
    constexpr std::uint64_t block = 4096;
    while (range.size() < extent.size) {
        auto const leaves =
            m_journal->range(extent.record.id, range.size(), std::min(range.size() + block, extent.size));
        if (leaves.empty()) throw core::StoreError("the desk's own log has a gap: run oneboardctl verify");
        for (auto const& event : leaves)
            range.append(event.leaf.hash());
    }
    if (!extent.newestHead || extent.newestHead->root != range.root())
        throw core::StoreError("the desk's own log does not fit its signed head: run oneboardctl verify");
    return {core::LogOrigin{.realm = m_identity.realm.id,
                            .deskKey = m_identity.key.publicKey(),
                            .nonce = extent.record.nonce,
                            .lane = extent.record.lane},
            m_identity.key, m_stamps, range};
}

core::LogAuthor DeskHost::begun(core::Lane lane, core::Hash const& nonce, core::LogExtent const* predecessor,
                                core::JournalBatch& batch) {
    core::LogOrigin const origin{
        .realm = m_identity.realm.id, .deskKey = m_identity.key.publicKey(), .nonce = nonce, .lane = lane};
    core::LogAuthor author(origin, m_identity.key, m_stamps);
    core::LogOpening opening{
        .certificate = core::sha256(m_identity.certificateBytes), .nonce = nonce, .lane = lane};
    if (predecessor && predecessor->newestHead)
        opening.predecessor = core::LogPosition{.log = predecessor->record.id,
                                                .size = predecessor->newestHead->size,
                                                .root = predecessor->newestHead->root};
    batch.logs.push_back({.id = author.id(),
                          .agency = m_identity.certificate.agency,
                          .deskKey = m_identity.key.publicKey().bytes,
                          .nonce = nonce,
                          .lane = lane,
                          .certificate = m_identity.certificateBytes,
                          .own = true});
    batch.events.push_back(author.open(opening, m_clock.now(), [] { return core::randomBytes<16>(); }));
    batch.heads.push_back(author.signHead());
    return author;
}

void DeskHost::commitOpening(core::JournalBatch batch) {
    batch.arrivedAt = m_clock.now();
    std::optional<std::string> failure;
    m_journal->listen({.committed = [](core::JournalToken) {},
                       .failed = [&](core::JournalToken, std::string const& reason) { failure = reason; }});
    m_journal->append(std::move(batch));
    m_journal->flushAll();
    if (!failure) return;
    std::string const why = "cannot begin the desk's log: " + *failure;
    if (m_journal->fault() == store::StorageFault::Full) throw store::SqlError::noRoom(why);
    throw core::StoreError(why);
}

void DeskHost::dropBlob(core::Hash const& hash, std::uint64_t bytes) {
    m_blobs.drop(hash);
    if (m_mesh != nullptr) m_mesh->replica().wantBlob(hash, bytes);
}

void DeskHost::sweepBlobs() {
    // Somebody may have stored one whose note is not written yet.
    constexpr std::chrono::minutes oldEnough(10);
    std::set<core::Hash> named;
    m_journal->visitAttachments([&](core::Hash const& hash, std::uint64_t) { named.insert(hash); });
    m_blobs.sweep([&](core::Hash const& hash) { return named.contains(hash); }, oldEnough);
}

core::LogSizes DeskHost::ownSizes() {
    core::LogSizes sizes;
    for (auto const& extent : m_journal->logs())
        if (extent.record.own) sizes[extent.record.id] = extent.size;
    return sizes;
}

std::optional<core::RemoteClockAhead> DeskHost::take(core::JournalBatch remote, core::Desk::Stored stored) {
    std::optional<core::RemoteClockAhead> worst;
    for (auto const& head : remote.heads) {
        auto const ahead = m_stamps.merge(head.hlc, m_clock.now());
        if (ahead && (!worst || ahead->by > worst->by)) worst = ahead;
    }
    m_desk->take(std::move(remote), std::move(stored));
    return worst;
}

bool DeskHost::admit(DeskStatements::Checked const& statement) {
    if (!m_statements.keep(statement)) return false;
    std::visit([&](auto const& says) { m_desk->admit(says, statement.by); }, statement.says);
    return true;
}

void DeskHost::commitInThread(std::function<void()> wake) { m_journal->commitInThread(std::move(wake)); }

/// While a commit is under way what comes is gathered: one head is signed for all of it.
bool DeskHost::commitSome() {
    if (m_journal->isCommitting()) return false;
    m_journal->flush();
    if (m_journal->isCommitting()) return false;
    bool hadSome = m_desk->flush();
    if (!hadSome) {
        hadSome = m_desk->settleSome();
        m_desk->flush();
    }
    return m_journal->flush() || hadSome;
}

void DeskHost::commit() {
    commitBehind();
    m_journal->flushAll();
}

void DeskHost::commitBehind() {
    while (m_desk->flush()) {
    }
    m_journal->flushBehind();
}

bool DeskHost::awaitCommits() {
    m_journal->flushAll();
    return !m_desk->isReadOnly();
}

void DeskHost::close() {
    commit();
    m_desk->close();
    commit();
    m_positions->flush();
    if (!m_desk->isReadOnly()) m_guard.leaveClean(ownSizes());
}

} // namespace ob::app
