// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_proofs.h"

#include "core/store/columns.h"
#include "core/store/connection.h"
#include "core/store/database.h"

#include <string_view>

namespace ob::store {
namespace {

std::string tableOf(SqliteProofs::Kind kind) {
    switch (kind) {
    case SqliteProofs::Kind::ForkProof: return "fork_proof";
    case SqliteProofs::Kind::Settlement: return "settlement";
    case SqliteProofs::Kind::Revocation: return "revocation";
    }
    return {};
}

} // namespace

bool SqliteProofs::add(Kind kind, Proof const& proof) {
    std::int64_t const before = m_database.connection().totalChanges();
    m_database.connection()
        .prepare("INSERT OR IGNORE INTO " + tableOf(kind) + "(log, bytes) VALUES (?1, ?2)")
        .bind(1, proof.log.bytes())
        .bind(2, proof.bytes)
        .run();
    return m_database.connection().totalChanges() != before;
}

std::vector<SqliteProofs::Proof> SqliteProofs::all(Kind kind) {
    std::vector<Proof> proofs;
    Statement rows =
        m_database.connection().prepare("SELECT log, bytes FROM " + tableOf(kind) + " ORDER BY id");
    while (rows.step())
        proofs.push_back({.log = core::LogId(hashOf(rows.blob(0))), .bytes = bytesOf(rows.blob(1))});
    return proofs;
}

void SqliteProofs::setCosignature(core::LogId log, core::AgencyIndex agency, core::ByteView bytes) {
    m_database.connection()
        .prepare("INSERT INTO cosignature(log, agency, bytes) VALUES (?1, ?2, ?3) "
                 "ON CONFLICT DO UPDATE SET bytes = excluded.bytes")
        .bind(1, log.bytes())
        .bind(2, agency.value)
        .bind(3, bytes)
        .run();
}

std::optional<core::Bytes> SqliteProofs::cosignature(core::LogId log, core::AgencyIndex agency) {
    Statement rows =
        m_database.connection().prepare("SELECT bytes FROM cosignature WHERE log = ?1 AND agency = ?2");
    rows.bind(1, log.bytes()).bind(2, agency.value);
    if (!rows.step()) return std::nullopt;
    return bytesOf(rows.blob(0));
}

std::vector<SqliteProofs::Cosignature> SqliteProofs::cosignatures(core::LogId log) {
    std::vector<Cosignature> found;
    Statement rows = m_database.connection().prepare(
        "SELECT agency, bytes FROM cosignature WHERE log = ?1 ORDER BY agency");
    rows.bind(1, log.bytes());
    while (rows.step())
        found.push_back(
            {.agency = {static_cast<std::uint16_t>(rows.integer(0))}, .bytes = bytesOf(rows.blob(1))});
    return found;
}

} // namespace ob::store
