// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/statement_intake.h"

#include "app/desk_folder.h"
#include "app/desk_positions.h"
#include "app/enrolment_refusal.h"
#include "app/files.h"
#include "core/identity/revocation.h"
#include "core/store/database.h"
#include "core/store/sqlite_journal.h"
#include "core/store/sqlite_memory.h"
#include "core/store/sqlite_proofs.h"

#include <algorithm>

namespace ob::app {
namespace {

using Proofs = store::SqliteProofs;

[[noreturn]] void refuseForm() {
    throw EnrolmentRefusal("badStatement", "this is no statement of an agency (agency revoke makes one)");
}

bool isRevocationMadeByAny(core::SignedStatement<core::Revocation> const& made, core::ByteView delegation,
                           core::RealmFile const& realm) {
    for (std::uint16_t index = 0; index < realm.roster.size(); ++index)
        if (core::isRevocationValid(made, core::AgencyIndex{index}, delegation, realm)) return true;
    return false;
}

class Intake {
  public:
    explicit Intake(std::filesystem::path const& data)
        : m_folder(data), m_identity(m_folder.identity()), m_database({.file = m_folder.database()}),
          m_desks(desksHere()) {}

    TakenStatement take(core::StatementFile const& file) {
        switch (file.kind) {
        case core::StatementKind::Revocation: return takeRevocation(file);
        case core::StatementKind::Settlement: return takeSettlement(file);
        case core::StatementKind::ForkProof: break;
        }
        refuseForm();
    }

  private:
    std::vector<KnownDesk> desksHere() {
        store::SqliteJournal journal(m_database, std::nullopt);
        return desksIn(journal);
    }

    TakenStatement takeRevocation(core::StatementFile const& file) {
        auto const made = core::decodeStatement<core::Revocation>(file.statement);
        if (!made) refuseForm();
        auto const& realm = m_identity.realm;
        if (made->statement.realm != realm.id)
            throw EnrolmentRefusal("otherRealm", "the revocation is for another realm than " + realm.name);
        auto const desk = std::ranges::find(m_desks, made->statement.deskKey, &KnownDesk::key);
        bool const isKnown = desk != m_desks.end();
        bool const isValid = isKnown ? core::isRevocationValid(*made, desk->agency, file.delegation, realm)
                                     : isRevocationMadeByAny(*made, file.delegation, realm);
        if (!isValid)
            throw EnrolmentRefusal("badSignature",
                                   "the revocation is not signed by the agency of that desk, or by an "
                                   "enrolment key that may revoke");
        if (auto const delegation = core::verifyDelegation(file.delegation, realm))
            store::SqliteMemory(m_database).set(delegationKeyOf(delegation->key), file.delegation);
        TakenStatement taken{.kind = file.kind,
                             .desk = made->statement.deskKey,
                             .deskName = isKnown ? desk->name : std::string(),
                             .logs = made->statement.kept.size(),
                             .isOwn = made->statement.deskKey == m_identity.certificate.deskKey};
        keep(Proofs::Kind::Revocation, {.log = {}, .bytes = file.statement}, taken);
        return taken;
    }

    TakenStatement takeSettlement(core::StatementFile const& file) {
        auto const made = core::decodeStatement<core::Settlement>(file.statement);
        if (!made) refuseForm();
        auto const log = made->statement.kept.log;
        auto const desk = std::ranges::find_if(m_desks, [&](KnownDesk const& each) {
            return std::ranges::find(each.known, log, &core::LogPosition::log) != each.known.end();
        });
        if (desk == m_desks.end())
            throw EnrolmentRefusal("unknownLog",
                                   "the settlement is about a log that this desk does not have");
        if (!core::isSettlementValid(*made, desk->agency, m_identity.realm))
            throw EnrolmentRefusal("badSignature",
                                   "the settlement is not signed by the root of the log's agency");
        TakenStatement taken{.kind = file.kind,
                             .desk = desk->key,
                             .deskName = desk->name,
                             .logs = 1,
                             .isOwn = desk->key == m_identity.certificate.deskKey};
        keep(Proofs::Kind::Settlement, {.log = log, .bytes = file.statement}, taken);
        return taken;
    }

    void keep(Proofs::Kind kind, Proofs::Proof const& proof, TakenStatement& taken) {
        Proofs proofs(m_database);
        auto const all = proofs.all(kind);
        taken.isKnown = std::ranges::find(all, proof) != all.end();
        proofs.add(kind, proof);
    }

    DeskFolder m_folder;
    DeskIdentity m_identity;
    store::Database m_database;
    std::vector<KnownDesk> m_desks;
};

} // namespace

std::string delegationKeyOf(core::PublicKey const& enrolmentKey) {
    return "delegation." + core::toHex(enrolmentKey.bytes);
}

TakenStatement takeStatement(std::filesystem::path const& data, std::filesystem::path const& file) {
    auto const statement = core::decodeStatementFile(readFile(file));
    if (!statement) refuseForm();
    return Intake(data).take(*statement);
}

} // namespace ob::app
