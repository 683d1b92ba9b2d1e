// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/checkpoint.h"

#include "tests/support/cbor_items.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

SecretKey deskKey(std::uint8_t seed = 1) { return SecretKey::ofSeed(std::array<std::uint8_t, 32>{seed}); }

Head someHead(std::uint64_t size = 12) {
    return {.log = LogId(leafHash(viewOf("log"))),
            .size = size,
            .root = leafHash(viewOf("root")),
            .at = Hlc(0x0190abcd12340007)};
}

std::optional<CheckpointFault> headFault(std::string_view text) {
    auto const checkpoint = parseCheckpoint(text);
    if (!checkpoint) return checkpoint.error();
    auto const head = headOf(*checkpoint);
    if (!head) return head.error();
    return std::nullopt;
}

std::string replaced(std::string text, std::string_view what, std::string_view with) {
    return text.replace(text.find(what), what.size(), with);
}

} // namespace

TEST(Checkpoint, AHeadIsACheckpointAsSpecified) {
    Head const head = someHead();
    std::string const text = head.checkpoint().text();
    EXPECT_EQ(text,
              "oneboard/" + head.log.hex() + "\n12\n" + toBase64(head.root) + "\nhlc 0190abcd12340007\n");
    EXPECT_EQ(headOf(*parseCheckpoint(text)), head);
}

TEST(Checkpoint, ASignedHeadVerifiesWithItsKeyOnly) {
    SignedHead const made = signHead(someHead(), deskKey());
    auto const read = parseHead(made.note.encode());
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, made);
    EXPECT_EQ(verifyHead(*read, deskKey().publicKey()), made.head);
    EXPECT_EQ(verifyHead(*read, deskKey(2).publicKey()).error(), CheckpointFault::NotSigned);
    SignedHead changed = *read;
    changed.note.signatures[0].signature[5] ^= 1;
    EXPECT_EQ(verifyHead(changed, deskKey().publicKey()).error(), CheckpointFault::BadSignature);
    changed = *read;
    changed.head.size = 13; // not what was signed
    EXPECT_EQ(verifyHead(changed, deskKey().publicKey()).error(), CheckpointFault::BadSignature);
}

TEST(Checkpoint, AnythingButTheFormIsAFault) {
    std::string const text = someHead().checkpoint().text();
    std::string const root = toBase64(someHead().root);
    EXPECT_EQ(headFault(text), std::nullopt);
    EXPECT_EQ(headFault(""), CheckpointFault::BadOrigin);
    EXPECT_EQ(headFault("\n" + text), CheckpointFault::BadOrigin);
    EXPECT_EQ(headFault("a\n"), CheckpointFault::BadSize);
    EXPECT_EQ(headFault("a\n1\n"), CheckpointFault::BadRoot);
    for (char const* size : {"\n012\n", "\n+12\n", "\n-12\n", "\n12 \n", "\n\n", "\n18446744073709551616\n",
                             "\n4611686018427387905\n"})
        EXPECT_EQ(headFault(replaced(text, "\n12\n", size)), CheckpointFault::BadSize) << size;
    EXPECT_EQ(headFault(replaced(text, root, root.substr(4))), CheckpointFault::BadRoot);
    EXPECT_EQ(headFault(replaced(text, "\n12\n", "\n0\n")), CheckpointFault::BadRoot);
    EXPECT_EQ(headFault(text + "\n"), CheckpointFault::BadExtensions);
    EXPECT_EQ(headFault(text + "more\n"), CheckpointFault::BadExtensions);
    EXPECT_EQ(headFault(text.substr(0, text.size() - 1)), CheckpointFault::BadExtensions);
    EXPECT_EQ(headFault(replaced(text, "hlc 0190abcd", "hlc 0190ABCD")), CheckpointFault::BadExtensions);
    EXPECT_EQ(headFault(replaced(text, "hlc 0190", "hlc ")), CheckpointFault::BadExtensions);
    EXPECT_EQ(headFault(replaced(text, "oneboard/", "oneboard.")), CheckpointFault::NotALog);
    EXPECT_EQ(headFault(replaced(text, "oneboard/", "oneboard/00")), CheckpointFault::NotALog);
}

RC_GTEST_PROP(Checkpoint, WhatIsAcceptedIsWhatWouldBeWritten, ()) {
    std::mt19937_64 random(*rc::gen::arbitrary<std::uint64_t>());
    std::string const encoded = signHead(someHead(random() >> 3), deskKey()).note.encode();
    RC_ASSERT(parseHead(encoded).has_value());
    for (int turn = 0; turn < 50; ++turn) {
        Bytes const bytes = mutated(Bytes(encoded.begin(), encoded.end()), random);
        std::string const text(bytes.begin(), bytes.end());
        auto const head = parseHead(text);
        if (!head) continue;
        RC_ASSERT(head->note.encode() == text);
        RC_ASSERT(head->head.checkpoint().text() == head->note.text);
        RC_ASSERT(text == encoded || !verifyHead(*head, deskKey().publicKey()));
    }
}

} // namespace ob::core
