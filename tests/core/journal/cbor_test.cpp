// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/cbor_items.h"
#include "tests/support/source_dir.h"

#include <fstream>
#include <gtest/gtest.h>
#include <limits>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

CborCheck checkHex(std::string_view hex) { return checkCbor(*fromHex(hex)); }

void expectFault(std::string_view hex, CborFault fault, std::size_t offset) {
    auto const found = checkHex(hex);
    EXPECT_EQ(found.fault, fault) << hex;
    EXPECT_EQ(found.offset, offset) << hex;
}

struct Sample {
    std::uint64_t number = 0;
    std::string name;
};
CborFault decodeSample(ByteView bytes, Sample& sample) {
    CborReader reader(bytes);
    reader.enterMap();
    while (auto key = reader.nextKey()) {
        if (*key == 1) sample.number = reader.unsignedInt();
        if (*key == 3) sample.name = reader.text();
    }
    reader.finish();
    return reader.fault();
}

} // namespace

TEST(Cbor, FollowsTheExamplesOfTheStandard) {
    std::ifstream file(sourceDir() + "/../shared/vectors/cbor_appendix_a.json");
    if (!file) GTEST_SKIP() << "shared/vectors/cbor_appendix_a.json is not there";
    int accepted = 0;
    int refused = 0;
    for (auto const& row : nlohmann::json::parse(file)) {
        auto const hex = row["hex"].get<std::string>();
        Bytes const bytes = *fromHex(hex);
        // Tags, floats, other simple values, and integers below -2^63 are outside the subset.
        bool const inside = row["roundtrip"].get<bool>()
                            && (bytes[0] < 0xc0 || (bytes[0] >= 0xf4 && bytes[0] <= 0xf6))
                            && hex != "3bffffffffffffffff";
        EXPECT_EQ(checkCbor(bytes).fault == CborFault::None, inside) << hex;
        ++(inside ? accepted : refused);
        if (!inside) continue;
        CborReader reader(bytes);
        EXPECT_EQ(toHex(encodeCbor(readCbor(reader))), hex);
    }
    EXPECT_EQ(accepted + refused, 82);
    EXPECT_GE(accepted, 35);
}

TEST(Cbor, EveryFaultHasItsNameAndPlace) {
    expectFault("", CborFault::EndOfInput, 0);
    expectFault("1817", CborFault::NotShortest, 0);
    expectFault("1900ff", CborFault::NotShortest, 0);
    expectFault("1a0000ffff", CborFault::NotShortest, 0);
    expectFault("1b00000000ffffffff", CborFault::NotShortest, 0);
    expectFault("8201581700", CborFault::NotShortest, 2);
    expectFault("19ff", CborFault::EndOfInput, 0);
    expectFault("43aabb", CborFault::EndOfInput, 0);
    expectFault("8201", CborFault::EndOfInput, 0);
    expectFault("820118", CborFault::EndOfInput, 2);
    expectFault("a101", CborFault::EndOfInput, 0);
    expectFault("bb7fffffffffffffff", CborFault::EndOfInput, 0);
    expectFault("9bffffffffffffffff", CborFault::EndOfInput, 0);
    expectFault("5f4101ff", CborFault::Indefinite, 0);
    expectFault("9f01ff", CborFault::Indefinite, 0);
    expectFault("ff", CborFault::Indefinite, 0);
    expectFault("c001", CborFault::Unsupported, 0);
    expectFault("f93c00", CborFault::Unsupported, 0);
    expectFault("f7", CborFault::Unsupported, 0);
    expectFault("f8ff", CborFault::Unsupported, 0);
    expectFault("1c", CborFault::Malformed, 0);
    expectFault("fc", CborFault::Malformed, 0);
    expectFault("62c328", CborFault::BadUtf8, 0);
    expectFault("a202010102", CborFault::KeyOrder, 3);
    expectFault("a220011864f6", CborFault::KeyOrder, 3); // bytewise order, not shorter first
    expectFault("a201010102", CborFault::DuplicateKey, 3);
    expectFault("3b8000000000000000", CborFault::OutOfRange, 0);
    expectFault("0101", CborFault::TrailingBytes, 1);
    std::string nested;
    for (std::size_t level = 0; level < cborMaxDepth; ++level)
        nested += "81";
    EXPECT_EQ(checkHex(nested + "01").fault, CborFault::None);
    expectFault(nested + "8101", CborFault::TooDeep, cborMaxDepth);
    Bytes large(cborMaxSize + 1);
    EXPECT_EQ(checkCbor(large).fault, CborFault::TooLarge);
}

TEST(Cbor, IntegersReachTheirEnds) {
    Bytes bytes;
    CborWriter writer(bytes);
    writer.array(4);
    writer.signedInt(std::numeric_limits<std::int64_t>::min());
    writer.signedInt(std::numeric_limits<std::int64_t>::max());
    writer.unsignedInt(std::numeric_limits<std::uint64_t>::max());
    writer.signedInt(-1);
    EXPECT_TRUE(writer.complete());
    CborReader reader(bytes);
    EXPECT_EQ(reader.enterArray(), 4u);
    EXPECT_EQ(reader.signedInt(), std::numeric_limits<std::int64_t>::min());
    EXPECT_EQ(reader.signedInt(), std::numeric_limits<std::int64_t>::max());
    EXPECT_EQ(reader.unsignedInt(), std::numeric_limits<std::uint64_t>::max());
    EXPECT_EQ(reader.signedInt(), -1);
    EXPECT_FALSE(reader.nextElement());
    EXPECT_TRUE(reader.finish());
}

TEST(Cbor, UnknownEntriesAreCheckedAndSkipped) {
    Sample sample;
    // {1: 7, 2: {5: [1, {}]}, 3: "ab"}
    EXPECT_EQ(decodeSample(*fromHex("a3010702a1058201a003626162"), sample), CborFault::None);
    EXPECT_EQ(sample.number, 7u);
    EXPECT_EQ(sample.name, "ab");
    EXPECT_EQ(decodeSample(*fromHex("a3010702a105820118170362"), sample), CborFault::NotShortest);
    EXPECT_EQ(decodeSample(*fromHex("a10361"), sample), CborFault::EndOfInput);
    EXPECT_EQ(decodeSample(*fromHex("a1016161"), sample), CborFault::WrongType);
    EXPECT_EQ(decodeSample(*fromHex("a1616101"), sample), CborFault::WrongType);
    EXPECT_EQ(decodeSample(*fromHex("8101"), sample), CborFault::WrongType);
}

TEST(Cbor, AnItemComesBackAsItsBytes) {
    Bytes const bytes = *fromHex("a20182020303a10405");
    CborReader reader(bytes);
    reader.enterMap();
    ASSERT_EQ(reader.nextKey(), 1u);
    EXPECT_EQ(toHex(reader.item()), "820203");
    ASSERT_EQ(reader.nextKey(), 3u);
    ByteView const raw = reader.item();
    EXPECT_EQ(toHex(raw), "a10405");
    EXPECT_FALSE(reader.nextKey());
    EXPECT_TRUE(reader.finish());
    Bytes copy;
    CborWriter writer(copy);
    writer.map(1);
    writer.key(9).item(raw);
    EXPECT_EQ(toHex(copy), "a109a10405");
}

TEST(Cbor, AskingForMoreOrOtherThanThereIsFails) {
    Bytes const bytes = *fromHex("8201f6");
    CborReader more(bytes);
    more.enterArray();
    more.unsignedInt();
    EXPECT_TRUE(more.tryNull());
    more.unsignedInt();
    EXPECT_EQ(more.fault(), CborFault::WrongLength);
    CborReader unread(bytes);
    unread.enterArray();
    EXPECT_FALSE(unread.finish());
    EXPECT_EQ(unread.fault(), CborFault::WrongLength);
    CborReader high(bytes);
    high.enterArray();
    high.unsignedUpTo(0);
    EXPECT_EQ(high.fault(), CborFault::OutOfRange);
    EXPECT_EQ(high.offset(), 1u);
    Bytes const shortHash = *fromHex("420102");
    CborReader hash(shortHash);
    EXPECT_EQ(hash.hash(), Hash{});
    EXPECT_EQ(hash.fault(), CborFault::WrongLength);
}

TEST(CborDeathTest, TheWriterRefusesWhatTheReaderWouldRefuse) {
    auto const inMap = [](auto second) {
        Bytes bytes;
        CborWriter writer(bytes);
        writer.map(2);
        writer.key(5).null();
        second(writer);
    };
    EXPECT_DEATH(inMap([](CborWriter& writer) { writer.key(4); }), "lexicographical_compare");
    EXPECT_DEATH(inMap([](CborWriter& writer) { writer.key(5); }), "lexicographical_compare");
    EXPECT_DEATH(inMap([](CborWriter& writer) { writer.end(); }), "isOpen");
    EXPECT_DEATH(inMap([](CborWriter& writer) { writer.text("\xff"); }), "isValidUtf8");
    inMap([](CborWriter& writer) { writer.key(6).null(); });
}

RC_GTEST_PROP(Cbor, AnyItemRoundTrips, ()) {
    std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
    CborItem const item = randomCborItem(random, 4);
    Bytes const bytes = encodeCbor(item);
    CborReader reader(bytes);
    RC_ASSERT(readCbor(reader) == item);
    RC_ASSERT(reader.finish());
    RC_ASSERT(checkCbor(bytes).fault == CborFault::None);
}

RC_GTEST_PROP(Cbor, WhatIsAcceptedIsWhatWouldBeWritten, ()) {
    std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
    for (int turn = 0; turn < 50; ++turn) {
        Bytes const bytes = mutated(encodeCbor(randomCborItem(random, 3)), random);
        CborReader reader(bytes);
        CborItem const item = readCbor(reader);
        bool const accepted = reader.finish();
        RC_ASSERT(accepted == (checkCbor(bytes).fault == CborFault::None));
        if (accepted) RC_ASSERT(encodeCbor(item) == bytes);
        RC_ASSERT(reader.offset() <= bytes.size());
    }
}

} // namespace ob::core
