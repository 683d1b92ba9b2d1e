// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/event_codec.h"

#include <gtest/gtest.h>

#include <cstdlib>

namespace ob::core {
namespace {

// What was once signed must mean the same for ever: when one of these fails, the code is wrong, not the test.

EventPlace place(bool creates) {
    EventPlace place{.realm = RealmId{1, 2, 3},
                     .log = LogId(Hash{4}),
                     .sequence = 300,
                     .hlc = Hlc(*Instant::ofMilliseconds(1'479'000'000'000), 5),
                     .stream = {},
                     .parents = {}};
    if (creates) return place;
    place.stream = StreamId(Hash{6});
    place.parents = {EventId(Hash{7}), EventId(Hash{8})};
    return place;
}

Circumstance circumstance() {
    return {.occurredAt = *Instant::ofMilliseconds(1'478'999'990'000),
            .source = Source::Radio,
            .position = *Code::of("JC-1")};
}

EncodedEvent encode(Fact fact, bool creates = false, RestrictedParts const& restricted = {}) {
    std::uint8_t salt = 0xa0;
    return encodeEvent(place(creates), EventBody{.circumstance = circumstance(), .fact = std::move(fact)},
                       restricted, [&] { return Salt{salt++}; });
}

std::string openHex(EncodedEvent const& event) { return toHex(event.sections.front().bytes); }

TEST(EventGolden, IncidentOpenedWithAllSections) {
    RestrictedParts parts;
    parts.joint = JointPart{.address = "滨江路221",
                            .place = GeoPoint::ofE7(302'500'000, -1'201'500'000),
                            .text = "烟",
                            .audience = {AgencyIndex{1}, AgencyIndex{30}}};
    parts.own = OwnPart{.operatorName = "李", .text = {}};
    parts.personal =
        PersonalPart{.callerName = "王", .callerPhone = "13900000000", .contactName = {}, .text = {}};
    parts.sealed = SealedPart{.text = "s"};
    auto const event = encode(IncidentOpened{.number = *IncidentNumber::of(20'161'113, 42),
                                             .type = *Code::of("FIRE.B"),
                                             .priority = Priority::P1,
                                             .channel = Channel::Alarm,
                                             .members = {AgencyIndex{0}, AgencyIndex{1}},
                                             .district = *Code::of("330106"),
                                             .sourceId = {},
                                             .receivedAt = Instant::ofMilliseconds(1'478'999'980'000)},
                              true, parts);
    ASSERT_EQ(event.sections.size(), 5u);
    EXPECT_EQ(
        openHex(event),
        "a301000250a000000000000000000000000000000004aa011b000001585b44def0020103644a432d310a821a0133a259"
        "182a0b66464952452e420c010d030e8200010f66333330313036111b000001585b44b7e0");
    EXPECT_EQ(
        toHex(event.sections[1].bytes),
        "a401010250a1000000000000000000000000000000038201181e04a3016ce6bba8e6b19fe8b7af32323102821a1207c8"
        "a03a479d6f5f0363e7839f");
    EXPECT_EQ(toHex(event.sections[2].bytes), "a301020250a200000000000000000000000000000004a10163e69d8e");
    EXPECT_EQ(toHex(event.sections[3].bytes),
              "a301030250a300000000000000000000000000000004a20163e78e8b026b3133393030303030303030");
    EXPECT_EQ(toHex(event.sections[4].bytes), "a301040250a400000000000000000000000000000004a1016173");
    EXPECT_EQ(
        toHex(event.header),
        "a80101025001020300000000000000000000000000035820040000000000000000000000000000000000000000000000"
        "00000000000000000419012c051b01585b4506000005060a0880098582005820ba8d642625a74a14f2732dc57432d125"
        "5dc4027769aaf2c1bd7e70397184634d820158205766f553414249a8fba9475da19217b11ed049ea9211ab264bbb1be9"
        "63314d35820258205cab75cbb18332007b53be40d58d658eb12937ba41655171158df5392c65cbc28203582023a5bfee"
        "dd1bd5da01aec92a1934542a9969d5ed24070ef10462a70836519c71820458203a6f264b0714ef16cae6f7d214602f14"
        "4f9ee5f854a5ca71119d3352426f0e07");
    EXPECT_EQ(event.leaf.hex(), "17b0a8ee2b40e5545e713c78ae85bf988ae514a8fdf8b5d5c0e3c5c1e4dda515");
}

TEST(EventGolden, LogOpened) {
    auto const event = encode(LogOpened{.certificate = Hash{1},
                                        .nonce = Hash{2},
                                        .lane = Lane::Bulk,
                                        .predecessor = LogId(Hash{3}),
                                        .predecessorSize = 70'000,
                                        .predecessorRoot = Hash{4}},
                              true);
    EXPECT_EQ(
        openHex(event),
        "a301000250a000000000000000000000000000000004a9011b000001585b44def0020103644a432d310a582001000000"
        "000000000000000000000000000000000000000000000000000000000b58200200000000000000000000000000000000"
        "0000000000000000000000000000000c010d582003000000000000000000000000000000000000000000000000000000"
        "000000000e1a000111700f58200400000000000000000000000000000000000000000000000000000000000000");
}

TEST(EventGolden, UnitDispatched) {
    auto const event = encode(UnitDispatched{.unit = UnitId(Hash{1}),
                                             .planned = {},
                                             .reason = *Code::of("NEAREST"),
                                             .fixAge = Duration::ofSeconds(8),
                                             .divertedFrom = AssignmentId(Hash{2})});
    EXPECT_EQ(
        openHex(event),
        "a301000250a000000000000000000000000000000004a7011b000001585b44def0020103644a432d310a582001000000"
        "000000000000000000000000000000000000000000000000000000000c674e4541524553540d191f400e582002000000"
        "00000000000000000000000000000000000000000000000000000000");
    EXPECT_EQ(
        toHex(event.header),
        "a90101025001020300000000000000000000000000035820040000000000000000000000000000000000000000000000"
        "00000000000000000419012c051b01585b45060000050615075820060000000000000000000000000000000000000000"
        "000000000000000000000008825820070000000000000000000000000000000000000000000000000000000000000058"
        "200800000000000000000000000000000000000000000000000000000000000000098182005820671f6bf195a7eea5fa"
        "bdef793cc430e53049960ecd2faecbcbe75e86645d7b75");
}

TEST(EventGolden, UnitRegisteredAndDutySet) {
    auto const event = encode(UnitRegistered{.callsign = *Callsign::of("消E07"),
                                             .unitKind = *Code::of("ENGINE"),
                                             .group = {},
                                             .capabilities = {*Code::of("A"), *Code::of("B")},
                                             .home = *Code::of("ST1"),
                                             .members = {AgencyIndex{5}}},
                              true);
    EXPECT_EQ(
        openHex(event),
        "a301000250a000000000000000000000000000000004a8011b000001585b44def0020103644a432d310a66e6b6884530"
        "370b66454e47494e450d82614161420e635354310f8105");
    auto const duty = encode(DutySet{.duty = DutyState::Conditional,
                                     .reason = {},
                                     .until = Instant::ofMilliseconds(1'479'000'900'000),
                                     .recall = Duration::ofMinutes(20),
                                     .crew = 6});
    EXPECT_EQ(
        openHex(duty),
        "a301000250a000000000000000000000000000000004a7011b000001585b44def0020103644a432d310a020c1b000001"
        "585b52c1a00d1a00124f800e06");
}

TEST(EventGolden, MergedIntoAndSectionForgotten) {
    auto const merged = encode(
        MergedInto{.survivor = IncidentId(Hash{1}), .moved = {AssignmentId(Hash{9}), AssignmentId(Hash{8})}});
    EXPECT_EQ(
        openHex(merged),
        "a301000250a000000000000000000000000000000004a5011b000001585b44def0020103644a432d310a582001000000"
        "000000000000000000000000000000000000000000000000000000000b82582009000000000000000000000000000000"
        "000000000000000000000000000000005820080000000000000000000000000000000000000000000000000000000000"
        "0000");
    auto const forgotten = encode(
        SectionForgotten{.event = EventId(Hash{1}), .sectionClass = SectionClass::Personal, .index = 3});
    EXPECT_EQ(
        openHex(forgotten),
        "a301000250a000000000000000000000000000000004a6011b000001585b44def0020103644a432d310a582001000000"
        "000000000000000000000000000000000000000000000000000000000b030c03");
}

} // namespace
} // namespace ob::core
