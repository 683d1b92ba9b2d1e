// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/log_author.h"

#include "core/journal/checkpoint.h"
#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ob::core {
namespace {

Instant at(std::int64_t milliseconds) { return Instant::ofMilliseconds(milliseconds).value(); }
Salt salt() { return Salt{1}; }
std::vector<EventId> noHeads(StreamId) {
    ADD_FAILURE() << "heads were asked for";
    return {};
}

Draft incident() {
    return {.stream = {},
            .body = {.circumstance = {},
                     .fact = IncidentOpened{.number = IncidentNumber::of(20'260'101, 1).value(),
                                            .type = {},
                                            .members = {},
                                            .district = {},
                                            .sourceId = {},
                                            .receivedAt = {}}},
            .restricted = {}};
}
Draft note(StreamId stream) {
    return {.stream = stream, .body = {.circumstance = {}, .fact = NoteAdded{}}, .restricted = {}};
}

struct Desk {
    SecretKey key = keyOf(100);
    HlcClock clock;
    LogOrigin origin{.realm = {1}, .deskKey = key.publicKey(), .nonce = Hash{2}, .lane = Lane::Live};
    LogAuthor author{origin, key, clock};

    EncodedEvent open() {
        return author.open({.certificate = Hash{3}, .nonce = Hash{2}, .lane = Lane::Live, .predecessor = {}},
                           at(1'000), salt);
    }
    std::vector<EncodedEvent> write(Drafts drafts, StreamHeads const& heads = noHeads) {
        return author.write(std::move(drafts), heads, at(1'000), salt);
    }
};

EventHeader headerOf(EncodedEvent const& event) { return decodeHeader(event.header).value(); }

TEST(LogAuthor, OpensALogWithItsOrigin) {
    Desk desk;
    auto const event =
        desk.author.open({.certificate = Hash{3},
                          .nonce = Hash{2},
                          .lane = Lane::Live,
                          .predecessor = LogPosition{.log = LogId(Hash{9}), .size = 5, .root = Hash{8}}},
                         at(1'000), salt);
    auto const opened = std::get<LogOpened>(decodeEvent(event, {}).value().body().fact);
    EXPECT_EQ(opened.certificate, Hash{3});
    EXPECT_EQ(opened.nonce, Hash{2});
    EXPECT_EQ(opened.predecessor, LogId(Hash{9}));
    EXPECT_EQ(opened.predecessorSize, 5u);
    EXPECT_EQ(opened.predecessorRoot, Hash{8});
    EXPECT_EQ(event.sequence, 0u);
    EXPECT_EQ(event.log, logIdOf(desk.origin));
    EXPECT_EQ(event.streamKind, StreamKind::Desk);
}

TEST(LogAuthor, DraftsOfOneBatchFollowEachOther) {
    Desk desk;
    desk.open();
    auto drafts = Drafts{incident(), note(StreamId::ofDraft(0)), note(StreamId::ofDraft(0))};
    drafts.push_back({.stream = StreamId::ofDraft(0),
                      .body = {.circumstance = {}, .fact = LeadAccepted{EventId::ofDraft(2)}},
                      .restricted = {}});
    auto const events = desk.write(drafts);
    ASSERT_EQ(events.size(), 4u);
    for (std::size_t index = 0; index < events.size(); ++index) {
        auto const header = headerOf(events[index]);
        EXPECT_EQ(header.sequence, 1 + index);
        EXPECT_EQ(events[index].stream, StreamId(events[0].leaf.hash()));
        if (index > 0) {
            EXPECT_EQ(header.parents, std::vector<EventId>{events[index - 1].leaf});
            EXPECT_GT(header.hlc, headerOf(events[index - 1]).hlc);
        }
    }
    auto const last = decodeEvent(events[3], {}).value();
    EXPECT_EQ(std::get<LeadAccepted>(last.body().fact).offer, events[2].leaf);
}

TEST(LogAuthor, ParentsAreTheHeadsHeldAndAtMostSixtyFour) {
    Desk desk;
    desk.open();
    std::vector<EventId> heads;
    for (std::uint8_t index = 0; index < 70; ++index)
        heads.emplace_back(Hash{static_cast<std::uint8_t>(200 - index), 1});
    StreamId const stream(Hash{5});
    int asked = 0;
    auto const events = desk.write({note(stream), note(stream), note(stream)}, [&](StreamId wanted) {
        EXPECT_EQ(wanted, stream);
        ++asked;
        return heads;
    });
    EXPECT_EQ(asked, 1);
    std::sort(heads.begin(), heads.end());
    auto const first = headerOf(events[0]).parents;
    EXPECT_EQ(first, std::vector<EventId>(heads.begin(), heads.begin() + 64));
    std::vector<EventId> rest(heads.begin() + 64, heads.end());
    rest.push_back(events[0].leaf);
    std::sort(rest.begin(), rest.end());
    EXPECT_EQ(headerOf(events[1]).parents, rest);
    EXPECT_EQ(headerOf(events[2]).parents, std::vector<EventId>{events[1].leaf});
}

TEST(LogAuthor, HeadsCoverWhatWasWritten) {
    Desk desk;
    auto const opened = desk.open();
    auto const events = desk.write({incident()});
    auto const head = desk.author.signHead();
    EXPECT_EQ(head.size, 2u);
    EXPECT_EQ(head.root, rootOf(std::vector{opened.leaf.hash(), events[0].leaf.hash()}));
    EXPECT_EQ(head.hlc, desk.clock.highWater());
    auto const read = verifyHead(parseHead(head.note).value(), desk.key.publicKey()).value();
    EXPECT_EQ(read.size, 2u);
    EXPECT_EQ(read.root, head.root);
}

TEST(LogAuthor, AFailedCommitIsTakenBackAndItsNumbersAreUsedAgain) {
    Desk desk;
    desk.open();
    auto const first = desk.author.signHead();
    desk.author.committed(1);
    desk.write({incident()});
    desk.author.signHead();
    auto const lost = desk.write({incident(), incident()});
    desk.author.signHead();

    desk.author.rollBackTo(2);
    EXPECT_EQ(desk.author.size(), 2u);
    desk.author.rollBackTo(1);
    EXPECT_EQ(desk.author.range().root(), first.root);
    auto const again = desk.write({incident()});
    EXPECT_EQ(again[0].sequence, 1u);
    EXPECT_GT(headerOf(again[0]).hlc, headerOf(lost[1]).hlc);
}

TEST(LogAuthor, GoesOnFromAStoredFrontierOrFromTheLeaves) {
    Desk desk;
    std::vector<Hash> leaves{desk.open().leaf.hash()};
    for (auto const& event : desk.write({incident(), incident(), incident()}))
        leaves.push_back(event.leaf.hash());
    auto const range = desk.author.range();
    auto const stored = CompactRange::restore(range.size(), range.frontier()).value();
    EXPECT_EQ(rangeOf(leaves.size(), [&](std::uint64_t index) { return leaves[index]; }), range);

    HlcClock clock(desk.clock.highWater());
    LogAuthor later(desk.origin, desk.key, clock, stored);
    auto const event = later.write({incident()}, noHeads, at(0), salt);
    EXPECT_EQ(event[0].sequence, 4u);
    leaves.push_back(event[0].leaf.hash());
    EXPECT_EQ(later.signHead().root, rootOf(leaves));
}

} // namespace
} // namespace ob::core
