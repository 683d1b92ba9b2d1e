// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/identity/key_file.h"

#include "tests/support/identity_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace ob::core {
namespace {

PassphraseSealing cheap(std::string_view passphrase) {
    return {.passphrase = passphrase,
            .salt = {1, 2},
            .nonce = {3, 4},
            .cost = {.operations = 1, .memoryBytes = 8192}};
}

bool holds(Bytes const& file, std::span<std::uint8_t const, 32> seed) {
    return std::search(file.begin(), file.end(), seed.begin(), seed.end()) != file.end();
}

TEST(KeyFile, ReadsBackWithoutPassphrase) {
    auto const key = keyOf(3);
    auto const file = encodeKeyFile(key);
    EXPECT_EQ(decodeKeyFile(file, "").value().publicKey(), key.publicKey());
    EXPECT_FALSE(readKeyFileOutside(file).value().isSealed);
}

TEST(KeyFile, ASealedKeyNeedsItsPassphrase) {
    auto const key = keyOf(3);
    auto const file = encodeKeyFile(key, cheap("滨江 221")).value();
    EXPECT_FALSE(holds(file, key.seed()));
    EXPECT_TRUE(holds(encodeKeyFile(key), key.seed()));
    EXPECT_EQ(decodeKeyFile(file, "滨江 221").value().publicKey(), key.publicKey());
    EXPECT_EQ(decodeKeyFile(file, "").error(), KeyFileFault::PassphraseRequired);
    EXPECT_EQ(decodeKeyFile(file, "滨江 222").error(), KeyFileFault::WrongPassphrase);
    auto const outside = readKeyFileOutside(file).value();
    EXPECT_TRUE(outside.isSealed);
    EXPECT_EQ(outside.publicKey, key.publicKey());
}

TEST(KeyFile, AnyChangedByteIsFound) {
    for (auto const& file : {encodeKeyFile(keyOf(3)), encodeKeyFile(keyOf(3), cheap("x")).value()})
        for (std::size_t at = 0; at < file.size(); ++at) {
            auto changed = file;
            changed[at] ^= 0x40; // in the price it stays small enough to be tried or is refused
            EXPECT_FALSE(decodeKeyFile(changed, "x")) << at;
            EXPECT_FALSE(decodeKeyFile(ByteView(file).first(at), "x")) << at;
        }
}

TEST(KeyFile, AnUnaffordablePriceIsNotTried) {
    auto const file = encodeKeyFile(keyOf(3), cheap("x")).value();
    auto changed = file;
    // {…, 5: 1, …}: operations 1 becomes 23
    Bytes const price{0x05, 0x01, 0x06};
    auto const at = std::search(changed.begin(), changed.end(), price.begin(), price.end());
    ASSERT_NE(at, changed.end());
    at[1] = 0x17;
    EXPECT_EQ(decodeKeyFile(changed, "x").error(), KeyFileFault::NotAffordable);
}

} // namespace
} // namespace ob::core
