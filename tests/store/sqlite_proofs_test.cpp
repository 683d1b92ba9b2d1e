// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_proofs.h"

#include "core/store/database.h"
#include "core/store/sqlite_memory.h"
#include "tests/support/log_bytes.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace ob::store {
namespace {

using namespace core;
using Proof = SqliteProofs::Proof;
using Kind = SqliteProofs::Kind;

struct Desk {
    tests::TemporaryDirectory directory;
    Database database{{.file = directory / "desk.db"}};
    SqliteProofs proofs{database};
    SqliteMemory memory{database};
    tests::LogBytes random;
};

TEST(SqliteProofs, KeepsEachProofOnceByKind) {
    Desk desk;
    Proof const first{LogId(desk.random.hash()), desk.random.bytes(300)};
    Proof const second{first.log, desk.random.bytes(200)};
    desk.proofs.add(Kind::ForkProof, first);
    desk.proofs.add(Kind::ForkProof, second);
    desk.proofs.add(Kind::ForkProof, first);
    desk.proofs.add(Kind::Settlement, second);
    EXPECT_EQ(desk.proofs.all(Kind::ForkProof), (std::vector{first, second}));
    EXPECT_EQ(desk.proofs.all(Kind::Settlement), std::vector{second});
    EXPECT_EQ(desk.proofs.all(Kind::Revocation), std::vector<Proof>{});
}

TEST(SqliteProofs, KeepsTheNewestCosignatureOfEachAgency) {
    Desk desk;
    LogId const log(desk.random.hash());
    Bytes const newer = desk.random.bytes(80), other = desk.random.bytes(80);
    desk.proofs.setCosignature(log, {2}, desk.random.bytes(80));
    desk.proofs.setCosignature(log, {2}, newer);
    desk.proofs.setCosignature(log, {1}, other);
    EXPECT_EQ(desk.proofs.cosignature(log, {2}), newer);
    EXPECT_EQ(desk.proofs.cosignature(log, {3}), std::nullopt);
    auto const all = desk.proofs.cosignatures(log);
    ASSERT_EQ(all.size(), 2u);
    EXPECT_EQ(all[0].agency.value, 1);
    EXPECT_EQ(all[0].bytes, other);
}

TEST(SqliteMemory, FindsTheLastValueOfAKey) {
    Desk desk;
    EXPECT_EQ(desk.memory.get("clock"), std::nullopt);
    desk.memory.set("clock", Bytes{1, 2});
    desk.memory.set("clock", Bytes{3});
    desk.memory.set("empty", {});
    EXPECT_EQ(desk.memory.get("clock"), Bytes{3});
    EXPECT_EQ(desk.memory.get("empty"), Bytes{});
}

} // namespace
} // namespace ob::store
