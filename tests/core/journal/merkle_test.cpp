// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/merkle.h"
#include "core/journal/stored_nodes.h"

#include <gtest/gtest.h>
#include <random>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

std::vector<Hash> someLeaves(std::size_t count) {
    std::vector<Hash> leaves;
    for (std::size_t index = 0; index < count; ++index)
        leaves.push_back(leafHash(viewOf(std::to_string(index))));
    return leaves;
}

/// MTH straight from the text of RFC 9162 section 2.1.1.
Hash recursiveRoot(std::span<Hash const> leaves) {
    if (leaves.empty()) return emptyRoot();
    if (leaves.size() == 1) return leaves[0];
    std::size_t split = 1;
    while (split * 2 < leaves.size())
        split *= 2;
    return nodeHash(recursiveRoot(leaves.first(split)), recursiveRoot(leaves.subspan(split)));
}

} // namespace

TEST(Merkle, KnownAnswersOfRfc6962) {
    EXPECT_EQ(toHex(emptyRoot()), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(toHex(leafHash({})), "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");
    EXPECT_EQ(toHex(leafHash(viewOf("L123456"))),
              "395aa064aa4c29f7010acfe3f25db9485bbd4b91897b6ad7ad547639252b4d56");
    char const* inputs[] = {
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
    char const* roots[] = {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                           "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                           "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
                           "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                           "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
                           "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                           "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
                           "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};
    CompactRange range;
    for (std::size_t index = 0; index < std::size(inputs); ++index) {
        range.append(leafHash(*fromHex(inputs[index])));
        EXPECT_EQ(toHex(range.root()), roots[index]);
    }
}

TEST(Merkle, EveryProofOfEverySmallTreeHolds) {
    auto const leaves = someLeaves(40);
    auto const nodes = nodesOf(leaves);
    for (std::uint64_t size = 1; size <= leaves.size(); ++size) {
        Hash const root = recursiveRoot(std::span(leaves).first(size));
        ASSERT_EQ(spanRoot(0, size, nodes), root);
        for (std::uint64_t index = 0; index < size; ++index) {
            auto const proof = *proveInclusion(index, size, nodes);
            EXPECT_TRUE(
                verifyInclusion({.index = index, .size = size, .leaf = leaves[index], .root = root}, proof));
            EXPECT_FALSE(
                verifyInclusion({.index = index, .size = size, .leaf = root, .root = leaves[index]}, proof)
                && size > 1);
        }
        for (std::uint64_t old = 1; old <= size; ++old) {
            Hash const oldRoot = recursiveRoot(std::span(leaves).first(old));
            auto const proof = *proveConsistency(old, size, nodes);
            EXPECT_TRUE(verifyConsistency(
                {.oldSize = old, .newSize = size, .oldRoot = oldRoot, .newRoot = root}, proof));
            EXPECT_FALSE(verifyConsistency(
                             {.oldSize = old, .newSize = size, .oldRoot = leaves[0], .newRoot = root}, proof)
                         && old > 1);
            if (proof.empty()) continue;
            EXPECT_FALSE(
                verifyConsistency({.oldSize = old, .newSize = size, .oldRoot = oldRoot, .newRoot = root},
                                  std::span(proof).first(proof.size() - 1)));
        }
    }
}

TEST(Merkle, AFrontierContinuesTheTree) {
    auto const leaves = someLeaves(300);
    CompactRange range;
    for (Hash const& leaf : leaves) {
        auto restored = CompactRange::restore(range.size(), range.frontier());
        ASSERT_EQ(restored, range);
        range.append(leaf);
        restored->append(leaf);
        ASSERT_EQ(restored->root(), rootOf(std::span(leaves).first(range.size())));
    }
    EXPECT_FALSE(CompactRange::restore(3, std::span(leaves).first(1)));
    EXPECT_FALSE(CompactRange::restore(maxTreeSize + 1, std::span(leaves).first(2)));
}

TEST(Merkle, ARunCountsAsItsLeavesWhereItIsAligned) {
    auto const leaves = someLeaves(24);
    CompactRange range;
    for (std::size_t index = 0; index < 8; ++index)
        range.append(leaves[index]);
    EXPECT_TRUE(range.appendSubtree(3, rootOf(std::span(leaves).subspan(8, 8))));
    EXPECT_TRUE(range.appendSubtree(2, rootOf(std::span(leaves).subspan(16, 4))));
    EXPECT_FALSE(range.appendSubtree(3, leaves[0]));
    EXPECT_FALSE(range.appendSubtree(63, leaves[0]));
    EXPECT_EQ(range.root(), rootOf(std::span(leaves).first(20)));
}

TEST(StoredNodes, ProvesAsFromAllLeaves) {
    auto const leaves = someLeaves(3000);
    StoredNodes stored([&](std::uint64_t index) { return std::optional(leaves[index]); });
    for (Hash const& leaf : leaves)
        stored.append(leaf);
    auto const nodes = nodesOf(leaves);
    std::mt19937_64 random(6962);
    for (int turn = 0; turn < 30; ++turn) {
        std::uint64_t const size = 1 + random() % leaves.size();
        std::uint64_t const part = random() % size;
        EXPECT_EQ(proveInclusion(part, size, stored.source()), proveInclusion(part, size, nodes));
        EXPECT_EQ(proveConsistency(part + 1, size, stored.source()), proveConsistency(part + 1, size, nodes));
    }
}

TEST(StoredNodes, WhatIsInsideARunStaysUnknown) {
    auto const leaves = someLeaves(4096);
    auto const run = std::pair<std::uint64_t, std::uint64_t>(1024, 2048);
    StoredNodes stored([&](std::uint64_t index) {
        return index >= run.first && index < run.second ? std::nullopt : std::optional(leaves[index]);
    });
    for (std::uint64_t at = 0; at < leaves.size();) {
        if (at == run.first) {
            ASSERT_TRUE(stored.appendSubtree(10, rootOf(std::span(leaves).subspan(at, 1024))));
            at += 1024;
        } else {
            stored.append(leaves[at++]);
        }
    }
    EXPECT_EQ(stored.range().root(), rootOf(leaves));
    auto const nodes = nodesOf(leaves);
    EXPECT_EQ(proveInclusion(5, 4096, stored.source()), proveInclusion(5, 4096, nodes));
    EXPECT_EQ(proveInclusion(3000, 4001, stored.source()), proveInclusion(3000, 4001, nodes));
    EXPECT_EQ(proveConsistency(2048, 4096, stored.source()), proveConsistency(2048, 4096, nodes));
    EXPECT_FALSE(proveInclusion(1500, 4096, stored.source()));
    EXPECT_FALSE(proveConsistency(1500, 4096, stored.source()));
}

RC_GTEST_PROP(Merkle, AChangedProofNeverHolds, ()) {
    auto const leaves = someLeaves(*rc::gen::inRange<std::size_t>(2, 200));
    auto const nodes = nodesOf(leaves);
    auto const index = *rc::gen::inRange<std::uint64_t>(0, leaves.size());
    Hash const root = rootOf(leaves);
    InclusionClaim const claim{.index = index, .size = leaves.size(), .leaf = leaves[index], .root = root};
    auto proof = *proveInclusion(index, leaves.size(), nodes);
    RC_ASSERT(verifyInclusion(claim, proof));
    auto const at = *rc::gen::inRange<std::size_t>(0, proof.size() * 256);
    proof[at / 256][at % 256 / 8] ^= static_cast<std::uint8_t>(1u << (at % 8));
    RC_ASSERT(!verifyInclusion(claim, proof));
    proof.push_back(root);
    RC_ASSERT(!verifyInclusion(claim, proof));
}

} // namespace ob::core
