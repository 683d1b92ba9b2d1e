// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_statements.h"

#include "app/enrolment_refusal.h"
#include "core/identity/realm_file.h"
#include "core/identity/revocation.h"
#include "core/store/sqlite_proofs.h"

#include <utility>

namespace ob::app {
namespace {

using Proofs = store::SqliteProofs;

[[noreturn]] void refuseForm() {
    throw EnrolmentRefusal("badStatement", "this is no statement of an agency (agency revoke makes one)");
}

[[noreturn]] void refuseSignature(char const* what) { throw EnrolmentRefusal("badSignature", what); }

Proofs::Kind kindOf(core::StatementFile const& file) {
    return file.kind == core::StatementKind::Revocation ? Proofs::Kind::Revocation : Proofs::Kind::Settlement;
}

} // namespace

DeskStatements::Checked DeskStatements::check(core::ByteView encoded) const {
    auto const file = core::decodeStatementFile(encoded);
    if (!file) refuseForm();
    switch (file->kind) {
    case core::StatementKind::Revocation: return checkRevocation(*file);
    case core::StatementKind::Settlement: return checkSettlement(*file);
    case core::StatementKind::ForkProof: break;
    }
    refuseForm();
}

DeskStatements::Checked DeskStatements::checkRevocation(core::StatementFile const& file) const {
    auto const made = core::decodeStatement<core::Revocation>(file.statement);
    if (!made) refuseForm();
    if (made->statement.realm != m_realm.id)
        throw EnrolmentRefusal("otherRealm", "the revocation is for another realm than " + m_realm.name);
    auto const by = core::agencyRevoking(*made, file.delegation, m_realm);
    if (!by)
        refuseSignature("the revocation is not signed by an agency of the realm, or by an enrolment key that "
                        "may revoke");
    return {.file = file, .by = *by, .log = {}, .says = made->statement};
}

DeskStatements::Checked DeskStatements::checkSettlement(core::StatementFile const& file) const {
    auto const made = core::decodeStatement<core::Settlement>(file.statement);
    if (!made) refuseForm();
    auto const by = core::agencySettling(*made, m_realm);
    if (!by) refuseSignature("the settlement is not signed by the root of an agency of the realm");
    return {.file = file, .by = *by, .log = made->statement.kept.log, .says = made->statement};
}

bool DeskStatements::keep(Checked const& statement) {
    return Proofs(m_database)
        .add(kindOf(statement.file),
             {.log = statement.log, .bytes = core::encodeStatementFile(statement.file)});
}

std::vector<core::Bytes> DeskStatements::files() {
    std::vector<core::Bytes> encoded;
    Proofs proofs(m_database);
    for (auto const kind : {Proofs::Kind::Revocation, Proofs::Kind::Settlement})
        for (auto& proof : proofs.all(kind))
            encoded.push_back(std::move(proof.bytes));
    return encoded;
}

std::vector<DeskStatements::Checked> DeskStatements::all() {
    std::vector<Checked> known;
    for (auto const& encoded : files()) {
        try {
            known.push_back(check(encoded));
        } catch (EnrolmentRefusal const&) {
            // It was checked when it came: the file was changed since, and says nothing any more.
        }
    }
    return known;
}

core::Admissions DeskStatements::admissions() {
    core::Admissions admissions(m_realm.id);
    for (auto const& known : all())
        std::visit([&](auto const& says) { admissions.add(says, known.by); }, known.says);
    return admissions;
}

} // namespace ob::app
