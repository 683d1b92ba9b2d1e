// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/fork_proof.h"

#include "core/journal/cosignature.h"
#include "tests/support/cbor_items.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

SecretKey key(std::uint8_t seed = 1) { return SecretKey::ofSeed(std::array<std::uint8_t, 32>{seed}); }

/// A log whose leaves from `fork` on are another story.
std::vector<Hash> leaves(std::size_t count, std::size_t fork) {
    std::vector<Hash> made;
    for (std::size_t index = 0; index < count; ++index)
        made.push_back(leafHash(viewOf((index < fork ? "a" : "b") + std::to_string(index))));
    return made;
}

SignedHead headOver(std::vector<Hash> const& log, std::size_t size, std::uint8_t id = 1) {
    return signHead(
        {.log = LogId(Hash{id}), .size = size, .root = rootOf(std::span(log).first(size)), .at = Hlc(size)},
        key());
}

ForkProof forkOf(std::vector<Hash> const& one, std::size_t oneSize, std::vector<Hash> const& other,
                 std::size_t otherSize) {
    auto const nodes = nodesOf(other);
    return makeForkProof(headOver(one, oneSize), headOver(other, otherSize), *spanRoot(0, oneSize, nodes),
                         *proveConsistency(oneSize, otherSize, nodes));
}

} // namespace

TEST(ForkProof, EqualSizesWithOtherRootsAreAFork) {
    auto const one = leaves(9, 99);
    auto const other = leaves(9, 8);
    ForkProof const proof = makeForkProof(headOver(one, 9), headOver(other, 9));
    EXPECT_EQ(verifyForkProof(proof, key().publicKey()), ForkFault::None);
    EXPECT_EQ(proof, makeForkProof(headOver(other, 9), headOver(one, 9)));
    auto const encoded = encodeForkProof(proof);
    ASSERT_TRUE(encoded);
    EXPECT_EQ(decodeForkProof(*encoded), proof);
    EXPECT_EQ(verifyForkProof(makeForkProof(headOver(one, 9), headOver(one, 9)), key().publicKey()),
              ForkFault::NoConflict);
    EXPECT_EQ(verifyForkProof(makeForkProof(headOver(one, 8), headOver(other, 8)), key().publicKey()),
              ForkFault::NoConflict);
}

TEST(ForkProof, ALongerHeadThatContinuesFromElsewhereIsAFork) {
    auto const one = leaves(70, 99);
    auto const other = leaves(70, 3);
    for (std::size_t size = 4; size < 70; ++size) {
        ForkProof const proof = forkOf(one, size, other, 70);
        ASSERT_EQ(verifyForkProof(proof, key().publicKey()), ForkFault::None) << size;
        auto const encoded = encodeForkProof(proof);
        ASSERT_TRUE(encoded);
        ASSERT_EQ(decodeForkProof(*encoded), proof);
    }
}

TEST(ForkProof, AnHonestLogIsNeverAccused) {
    auto const log = leaves(40, 99);
    auto const nodes = nodesOf(log);
    for (std::size_t size = 0; size < 40; ++size) {
        if (size > 0) {
            EXPECT_EQ(verifyForkProof(forkOf(log, size, log, 40), key().publicKey()), ForkFault::NoConflict);
        }
        // A liar's root in between: the proof of the honest log does not lead from it.
        auto const continuation = size == 0 ? MerkleProof() : *proveConsistency(size, 40, nodes);
        EXPECT_NE(
            verifyForkProof(makeForkProof(headOver(log, size), headOver(log, 40), leafHash({}), continuation),
                            key().publicKey()),
            ForkFault::None);
    }
}

TEST(ForkProof, HeadsOfOthersProveNothing) {
    auto const one = leaves(9, 99);
    auto const other = leaves(9, 8);
    EXPECT_EQ(verifyForkProof(makeForkProof(headOver(one, 9), headOver(other, 9, 2)), key().publicKey()),
              ForkFault::OtherLogs);
    EXPECT_EQ(verifyForkProof(makeForkProof(headOver(one, 9), headOver(other, 9)), key(2).publicKey()),
              ForkFault::BadSignature);
}

TEST(ForkProof, StaysSmallForTheLargestLog) {
    SignedHead shorter = headOver(leaves(9, 99), 9);
    SignedHead const longer =
        signHead({.log = LogId(Hash{1}), .size = maxTreeSize, .root = {}, .at = Hlc(1)}, key());
    for (int index = 0; index < 8; ++index) // cosignatures on it are left out
        shorter.note.signatures.push_back(cosign(shorter.note.text, "w", key(), {1}));
    ForkProof const proof = makeForkProof(shorter, longer, Hash{}, MerkleProof(63));
    auto const encoded = encodeForkProof(proof);
    ASSERT_TRUE(encoded);
    EXPECT_LE(encoded->size(), maxForkProofSize);
    EXPECT_EQ(decodeForkProof(*encoded), proof);
}

RC_GTEST_PROP(ForkProof, WhatIsAcceptedIsWhatWouldBeWritten, ()) {
    std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
    ForkProof const proof = forkOf(leaves(20, 99), 11, leaves(20, 3), 20);
    Bytes const encoded = *encodeForkProof(proof);
    for (int turn = 0; turn < 30; ++turn) {
        Bytes const bytes = mutated(encoded, random);
        auto const read = decodeForkProof(bytes);
        if (!read) continue;
        RC_ASSERT(encodeForkProof(*read) == bytes);
        RC_ASSERT(bytes == encoded || verifyForkProof(*read, key().publicKey()) != ForkFault::None);
    }
}

} // namespace ob::core
