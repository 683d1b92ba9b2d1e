// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/statement.h"

#include "core/journal/merkle.h"
#include "tests/support/cbor_items.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

SecretKey key(std::uint8_t seed = 1) { return SecretKey::ofSeed(std::array<std::uint8_t, 32>{seed}); }

LogPosition position(std::uint8_t log, std::uint64_t size = 5) {
    return {.log = LogId(Hash{log}), .size = size, .root = size == 0 ? emptyRoot() : leafHash({})};
}

template<class Statement>
void roundTrips(Statement const& statement) {
    auto const made = signStatement(statement, key());
    EXPECT_TRUE(verifyStatement(made, key().publicKey()));
    EXPECT_FALSE(verifyStatement(made, key(2).publicKey()));
    EXPECT_EQ(decodeStatement<Statement>(encodeStatement(made)), made);
}

template<class Statement>
void refusesRubbish(Statement const& statement, std::mt19937_64& random) {
    Bytes const encoded = encodeStatement(signStatement(statement, key()));
    for (int turn = 0; turn < 50; ++turn) {
        Bytes const bytes = mutated(encoded, random);
        auto const made = decodeStatement<Statement>(bytes);
        if (!made) continue;
        RC_ASSERT(encodeStatement(*made) == bytes);
        RC_ASSERT(bytes == encoded || !verifyStatement(*made, key().publicKey()));
    }
}

/// Whether the signature is over `domain || 0x00 || body`, the body as it stands in the encoding.
template<class Statement>
bool isSignedUnder(std::string_view domain, Statement const& statement) {
    auto const made = signStatement(statement, key());
    Bytes const encoded = encodeStatement(made);
    Bytes message(domain.begin(), domain.end());
    message.push_back(0);
    message.insert(message.end(), encoded.begin() + 1, encoded.end() - 66);
    return verify(key().publicKey(), message, made.signature);
}

BodiesStatement const bodies{.seen = position(1), .completeSize = 4, .at = {1'700'000'000}};
Settlement const settlement{.kept = position(2)};
Revocation const revocation{
    .realm = {9}, .deskKey = key(3).publicKey(), .kept = {position(1), position(2, 0)}};

} // namespace

TEST(Statement, EveryKindRoundTrips) {
    roundTrips(bodies);
    roundTrips(settlement);
    roundTrips(revocation);
    roundTrips(Revocation{.realm = {}, .deskKey = {}, .kept = {}});
    Revocation full{.realm = {}, .deskKey = {}, .kept = {}};
    for (std::size_t index = 0; index < maxRevokedLogs; ++index) {
        full.kept.push_back(position(0));
        full.kept.back().log =
            LogId(Hash{static_cast<std::uint8_t>(index >> 8), static_cast<std::uint8_t>(index)});
    }
    roundTrips(full);
}

TEST(Statement, EveryKindIsSignedUnderItsOwnDomain) {
    EXPECT_TRUE(isSignedUnder("oneboard bodies v1", bodies));
    EXPECT_TRUE(isSignedUnder("oneboard settlement v1", settlement));
    EXPECT_TRUE(isSignedUnder("oneboard revocation v1", revocation));
    EXPECT_FALSE(isSignedUnder("oneboard bodies v1", settlement));
}

TEST(Statement, OneKindCannotPassForAnother) {
    // An agency's root signs both: bytes and signature moved over must not verify.
    auto const made = signStatement(settlement, key());
    SignedStatement<BodiesStatement> const moved{.statement = bodies, .signature = made.signature};
    EXPECT_FALSE(verifyStatement(moved, key().publicKey()));
    EXPECT_FALSE(decodeStatement<Revocation>(encodeStatement(made)));
    EXPECT_FALSE(decodeStatement<BodiesStatement>(encodeStatement(made)));
}

TEST(Statement, ImpossibleContentIsRefusedEvenWhenSigned) {
    auto made = signStatement(revocation, key());
    std::swap(made.statement.kept[0], made.statement.kept[1]);
    EXPECT_FALSE(decodeStatement<Revocation>(encodeStatement(made)));
    made.statement.kept[0] = made.statement.kept[1];
    EXPECT_FALSE(decodeStatement<Revocation>(encodeStatement(made)));
    auto over = signStatement(bodies, key());
    over.statement.completeSize = over.statement.seen.size + 1;
    EXPECT_FALSE(decodeStatement<BodiesStatement>(encodeStatement(over)));
    auto empty = signStatement(settlement, key());
    empty.statement.kept.size = 0;
    EXPECT_FALSE(decodeStatement<Settlement>(encodeStatement(empty)));
    EXPECT_FALSE(verifyStatement(empty, key().publicKey()));
}

RC_GTEST_PROP(Statement, WhatIsAcceptedIsWhatWouldBeWritten, ()) {
    std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
    refusesRubbish(bodies, random);
    refusesRubbish(settlement, random);
    refusesRubbish(revocation, random);
}

} // namespace ob::core
