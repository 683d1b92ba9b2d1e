// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/log_tree.h"
#include "tests/support/log_bytes.h"
#include "tests/support/stored_journal.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace ob::app {
namespace {

using tests::LogBytes;
using tests::StoredJournal;

/// A log in a file, with its leaves; every tenth event is a hash only.
struct Log {
    explicit Log(std::size_t size) : desk({.file = folder / "desk.db"}, false) {
        core::JournalBatch batch;
        batch.logs.push_back(random.record());
        while (leaves.size() < size) {
            auto event = leaves.size() % 10 == 7 ? random.stub() : random.creating();
            leaves.push_back(event.leaf.hash());
            batch.events.push_back(std::move(event));
        }
        batch.heads.push_back(random.head());
        EXPECT_TRUE(desk.commit(std::move(batch))) << desk.lastReason;
    }
    bool proves(LogTree const& tree, std::uint64_t index) const {
        auto const proof = tree.inclusion(index);
        auto const root = core::rootOf(std::span(leaves).first(tree.size()));
        return proof
               && core::verifyInclusion(
                   {.index = index, .size = tree.size(), .leaf = leaves[index], .root = root}, *proof);
    }

    tests::TemporaryDirectory folder;
    LogBytes random;
    StoredJournal desk;
    std::vector<core::Hash> leaves;
};

TEST(LogTree, ProvesThePlacesThatItWasAskedFor) {
    Log log(1300);
    for (std::uint64_t const size : {1u, 2u, 255u, 256u, 257u, 1000u, 1299u, 1300u}) {
        std::set<std::uint64_t> const indices{0, size / 2, size - 1};
        LogTree const tree(log.desk.journal, {.log = log.random.log(), .size = size, .indices = indices});
        EXPECT_EQ(tree.size(), size);
        for (std::uint64_t const index : indices)
            EXPECT_TRUE(log.proves(tree, index)) << index << " of " << size;
        EXPECT_FALSE(tree.inclusion(size));
    }
}

TEST(LogTree, ProvesThatAnOlderHeadIsItsBeginning) {
    Log log(700);
    for (std::uint64_t const old : {1u, 256u, 300u, 512u, 699u, 700u}) {
        LogTree const tree(log.desk.journal, {.log = log.random.log(), .size = 700, .indices = {old}});
        auto const proof = tree.consistency(old);
        ASSERT_TRUE(proof) << old;
        auto const oldRoot = core::rootOf(std::span(log.leaves).first(old));
        auto const root = core::rootOf(log.leaves);
        EXPECT_TRUE(core::verifyConsistency(
            {.oldSize = old, .newSize = 700, .oldRoot = oldRoot, .newRoot = root}, *proof))
            << old;
    }
    LogTree const tree(log.desk.journal, {.log = log.random.log(), .size = 700, .indices = {}});
    EXPECT_FALSE(tree.consistency(0));
    EXPECT_FALSE(tree.consistency(701));
}

TEST(LogTree, ALogThatEndsBeforeItsHeadIsShorter) {
    Log log(40);
    LogTree const tree(log.desk.journal, {.log = log.random.log(), .size = 50, .indices = {3}});
    EXPECT_EQ(tree.size(), 40u);
}

TEST(LogTree, RunsOfHashesAreNodes) {
    LogBytes random;
    tests::TemporaryDirectory const folder;
    StoredJournal desk({.file = folder / "desk.db"}, false);
    core::JournalBatch batch;
    batch.logs.push_back(random.record());
    auto const run = random.run(3); // leaves 0 to 7
    batch.stubs.push_back(run);
    std::vector<core::EncodedEvent> events{random.creating(), random.creating()};
    batch.events = events;
    batch.heads.push_back(random.head());
    ASSERT_TRUE(desk.commit(batch)) << desk.lastReason;
    LogTree const tree(desk.journal, {.log = random.log(), .size = 10, .indices = {8}});
    auto const proof = tree.inclusion(8);
    ASSERT_TRUE(proof);
    auto const pair = core::nodeHash(events[0].leaf.hash(), events[1].leaf.hash());
    auto const root = core::nodeHash(run.hash, pair);
    EXPECT_TRUE(core::verifyInclusion({.index = 8, .size = 10, .leaf = events[0].leaf.bytes(), .root = root},
                                      *proof));
    EXPECT_FALSE(tree.inclusion(3)); // inside the run nobody knows the hashes
}

} // namespace
} // namespace ob::app
