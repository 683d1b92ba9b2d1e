// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/realm_file.h"

#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

TEST(RealmFile, ReadsBackAsWritten) {
    auto const realm = realmOf(4);
    EXPECT_EQ(decodeRealmFile(encodeRealmFile(realm, keyOf(1))).value(), realm);
}

TEST(RealmFile, CoordinatorsAreAgenciesOfTheRoster) {
    auto realm = realmOf(4);
    realm.coordinators = {{1}, {3}};
    EXPECT_EQ(decodeRealmFile(encodeRealmFile(realm, keyOf(1))).value(), realm);
    realm.coordinators = {{1}, {4}};
    EXPECT_DEATH((void)encodeRealmFile(realm, keyOf(1)), "check");
}

TEST(RealmFile, AnyChangedByteIsFound) {
    auto const encoded = encodeRealmFile(realmOf(2), keyOf(1));
    for (std::size_t at = 0; at < encoded.size(); ++at) {
        auto changed = encoded;
        changed[at] ^= 0x10;
        EXPECT_FALSE(decodeRealmFile(changed)) << at;
        EXPECT_FALSE(decodeRealmFile(ByteView(encoded).first(at))) << at;
    }
    EXPECT_EQ(decodeRealmFile(Bytes(maxRealmFileBytes + 1)).error(), RealmFault::TooLarge);
}

TEST(RealmFile, SignatureMustBeOfTheRootInTheFile) {
    // The root key stands in the body; signing with another key and naming the old one must not pass.
    auto realm = realmOf(2);
    realm.rootKey = keyOf(2).publicKey();
    auto encoded = encodeRealmFile(realm, keyOf(2));
    auto const mine = realm.rootKey.bytes;
    auto const theirs = keyOf(1).publicKey().bytes;
    std::copy(theirs.begin(), theirs.end(),
              std::search(encoded.begin(), encoded.end(), mine.begin(), mine.end()));
    EXPECT_EQ(decodeRealmFile(encoded).error(), RealmFault::BadSignature);
}

TEST(RealmFile, ANewerVersionOnlyAdds) {
    auto const held = realmOf(3);
    auto newer = realmOf(4);
    EXPECT_EQ(checkSuccessor(held, newer).error(), RealmFault::NotNewer);
    newer.version = 2;
    EXPECT_TRUE(checkSuccessor(held, newer));
    EXPECT_EQ(checkSuccessor(newer, held).error(), RealmFault::NotNewer);

    auto other = newer;
    other.roster[1].rootKey = keyOf(99).publicKey();
    EXPECT_EQ(checkSuccessor(held, other).error(), RealmFault::RosterChanged);
    other = newer;
    std::swap(other.roster[0], other.roster[1]);
    EXPECT_EQ(checkSuccessor(held, other).error(), RealmFault::RosterChanged);
    other = realmOf(2);
    other.version = 9;
    EXPECT_EQ(checkSuccessor(held, other).error(), RealmFault::RosterChanged);
    other = newer;
    other.rootKey = keyOf(2).publicKey();
    EXPECT_EQ(checkSuccessor(held, other).error(), RealmFault::OtherRoot);
    other = newer;
    other.id[5] = 1;
    EXPECT_EQ(checkSuccessor(held, other).error(), RealmFault::OtherRealm);
    other = newer;
    other.kind = RealmKind::Live;
    EXPECT_EQ(checkSuccessor(held, other).error(), RealmFault::OtherRealm);
}

TEST(NumberBlock, HoldsWhatIsInside) {
    NumberBlock const block{.first = 10, .last = 19};
    EXPECT_TRUE(block.contains({.first = 10, .last = 19}));
    EXPECT_TRUE(block.contains({}));
    EXPECT_FALSE(block.contains({.first = 9, .last = 12}));
    EXPECT_FALSE(block.contains({.first = 19, .last = 20}));
    EXPECT_FALSE(NumberBlock().contains(block));
    EXPECT_TRUE(block.overlaps({.first = 19, .last = 30}));
    EXPECT_FALSE(block.overlaps({.first = 20, .last = 30}));
    EXPECT_FALSE((NumberBlock{.first = 5, .last = 4}.isValid()));
    EXPECT_FALSE((NumberBlock{.first = 0, .last = 4}.isValid()));
    EXPECT_TRUE(NumberBlock().isValid());
}

} // namespace
} // namespace ob::core
