// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/incarnation.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

using Answer = IncarnationDecision::Answer;
using Reason = IncarnationReason;

LogId const live(Hash{1});
LogId const bulk(Hash{2});

RunIdentity run() { return {.machine = "0f3c", .boot = "b-1", .device = 2049, .inode = 77, .generation = 5}; }
Guard guard() {
    return {.run = run(), .sizes = {{live, 100}, {bulk, 7}}, .isClean = false, .hasEnded = false};
}
FoundRun found() { return {.run = run(), .sizes = {{live, 100}, {bulk, 7}}, .configuredPeers = 2}; }

IncarnationDecision ask(Reason reason) { return {Answer::AskPeers, reason}; }
IncarnationDecision renew(Reason reason) { return {Answer::NewIncarnation, reason}; }

TEST(Incarnation, AKilledRunGoesOn) {
    EXPECT_EQ(decideIncarnation(guard(), found()), IncarnationDecision());
    auto longer = found();
    longer.sizes[live] = 130; // committed, not sent yet
    EXPECT_EQ(decideIncarnation(guard(), longer), IncarnationDecision());
    auto between = found();
    between.run.generation = 4; // killed after the guard was written, before the database was
    EXPECT_EQ(decideIncarnation(guard(), between), IncarnationDecision());
}

TEST(Incarnation, AnOrderlyEndOutlivesABoot) {
    auto restarted = found();
    restarted.run.boot = "b-2";
    EXPECT_EQ(decideIncarnation(guard(), restarted), ask(Reason::DirtyBoot));
    auto clean = guard();
    clean.isClean = true;
    EXPECT_EQ(decideIncarnation(clean, restarted), IncarnationDecision());
}

TEST(Incarnation, EveryDoubtHasItsReason) {
    auto const reasonFor = [](auto const& change) {
        auto changed = found();
        change(changed);
        return decideIncarnation(guard(), changed);
    };
    EXPECT_EQ(reasonFor([](FoundRun& f) { f.run.machine = "other"; }), ask(Reason::OtherMachine));
    EXPECT_EQ(reasonFor([](FoundRun& f) { f.run.device = 1; }), ask(Reason::OtherFile));
    EXPECT_EQ(reasonFor([](FoundRun& f) { f.run.inode = 1; }), ask(Reason::OtherFile));
    EXPECT_EQ(reasonFor([](FoundRun& f) { f.run.generation = 3; }), ask(Reason::OtherGeneration));
    EXPECT_EQ(reasonFor([](FoundRun& f) { f.run.generation = 6; }), ask(Reason::OtherGeneration));
    EXPECT_EQ(reasonFor([](FoundRun& f) { f.sizes[bulk] = 6; }), ask(Reason::ShorterLog));
    EXPECT_EQ(reasonFor([](FoundRun& f) { f.sizes.erase(bulk); }), ask(Reason::ShorterLog));
    EXPECT_EQ(reasonFor([](FoundRun& f) { f.sizes.clear(); }), ask(Reason::ShorterLog));
    EXPECT_EQ(decideIncarnation(std::nullopt, found()), ask(Reason::NoGuard));
    auto alone = found();
    alone.configuredPeers = 0;
    EXPECT_EQ(decideIncarnation(std::nullopt, alone), renew(Reason::NoGuard));
}

TEST(Incarnation, AfterAnFsyncErrorNothingGoesOn) {
    auto ended = guard();
    ended.hasEnded = true;
    EXPECT_EQ(decideIncarnation(ended, found()), renew(Reason::LogEnded));
}

TEST(Incarnation, ANewDeskBegins) {
    FoundRun const empty{.run = run(), .sizes = {}, .configuredPeers = 3};
    EXPECT_EQ(decideIncarnation(std::nullopt, empty), renew(Reason::FirstStart));
    auto unwritten = guard();
    unwritten.sizes.clear();
    EXPECT_EQ(decideIncarnation(unwritten, empty), renew(Reason::FirstStart));
}

/// One line of the table: every way in which guard and machine can differ, at once.
struct Case {
    bool isMachine, isBoot, isDevice, isInode, isClean, hasPeers;
    std::int64_t generation; // of the database, less that of the guard
    std::int64_t size;       // found, less noted
};

IncarnationDecision decide(Case const& c) {
    auto was = guard();
    was.isClean = c.isClean;
    auto is = found();
    if (!c.isMachine) is.run.machine = "copy";
    if (!c.isBoot) is.run.boot = "later";
    if (!c.isDevice) is.run.device = 9;
    if (!c.isInode) is.run.inode = 9;
    is.run.generation = static_cast<std::uint64_t>(5 + c.generation);
    is.sizes[live] = static_cast<std::uint64_t>(100 + c.size);
    if (!c.hasPeers) is.configuredPeers = 0;
    return decideIncarnation(was, is);
}

TEST(Incarnation, TheWholeTable) {
    int continued = 0, all = 0;
    for (unsigned bits = 0; bits < 64; ++bits)
        for (std::int64_t generation = -2; generation <= 2; ++generation)
            for (std::int64_t size = -1; size <= 1; ++size) {
                Case const c{bool(bits & 1),  bool(bits & 2),  bool(bits & 4), bool(bits & 8),
                             bool(bits & 16), bool(bits & 32), generation,     size};
                bool const isSamePlace = c.isMachine && c.isDevice && c.isInode;
                bool const isSameRun = generation == 0 || generation == -1;
                bool const isWhole = size >= 0;
                bool const isQuiet = c.isBoot || c.isClean;
                auto const decision = decide(c);
                ++all;
                if (isSamePlace && isSameRun && isWhole && isQuiet) {
                    ++continued;
                    EXPECT_EQ(decision, IncarnationDecision()) << bits << ' ' << generation << ' ' << size;
                } else {
                    EXPECT_EQ(decision.answer, c.hasPeers ? Answer::AskPeers : Answer::NewIncarnation)
                        << bits << ' ' << generation << ' ' << size;
                    EXPECT_TRUE(decision.reason.has_value());
                }
            }
    EXPECT_EQ(all, 64 * 5 * 3);
    EXPECT_EQ(continued, 3 * 2 * 2 * 2); // boot or clean, peers or not, generation, size
}

TEST(Incarnation, EveryConfiguredPeerMustConfirm) {
    auto const after = [](std::vector<PeerAnswer> const& answers) {
        return decideAfterAsking(Reason::DirtyBoot, answers);
    };
    EXPECT_EQ(after({PeerAnswer::Confirms, PeerAnswer::Confirms}), IncarnationDecision());
    EXPECT_EQ(after({PeerAnswer::Confirms, PeerAnswer::Silent}), ask(Reason::DirtyBoot));
    EXPECT_EQ(after({PeerAnswer::Silent, PeerAnswer::KnowsMore}), renew(Reason::KnownLonger));
    EXPECT_EQ(after({}), renew(Reason::DirtyBoot));
}

TEST(Guard, ReadsBackAsWritten) {
    auto written = guard();
    written.isClean = true;
    EXPECT_EQ(decodeGuard(encodeGuard(written)), written);
    written.hasEnded = true;
    written.sizes.clear();
    EXPECT_EQ(decodeGuard(encodeGuard(written)), written);
    EXPECT_EQ(encodeGuard(written), "oneboard-guard 1\nmachine 0f3c\nboot b-1\ndevice 2049\ninode 77\n"
                                    "generation 5\nclean 1\nended 1\nend\n");
}

TEST(Guard, NothingElseIsAGuard) {
    auto const text = encodeGuard(guard());
    for (std::size_t size = 0; size < text.size(); ++size)
        EXPECT_FALSE(decodeGuard(std::string_view(text).substr(0, size))) << size;
    for (std::size_t at = 0; at < text.size(); ++at) {
        auto changed = text;
        changed[at] = static_cast<char>(changed[at] ^ 0x10);
        auto const read = decodeGuard(changed).value_or(guard());
        EXPECT_TRUE(read == guard() || encodeGuard(read) == changed) << at;
    }
    for (char const* other : {"oneboard-guard 2\n", "oneboard-guard 1", "\n", "oneboard-guard 1\nmachine \n"})
        EXPECT_FALSE(decodeGuard(other));
    auto zeros = text;
    zeros.replace(zeros.find("2049"), 4, "02049");
    EXPECT_FALSE(decodeGuard(zeros));
    EXPECT_FALSE(decodeGuard(text + text));
}

} // namespace
} // namespace ob::core
