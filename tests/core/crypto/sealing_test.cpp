// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/random.h"
#include "core/crypto/sealing.h"
#include "tests/support/source_dir.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

SealingKey keyOf(ByteView bytes) { return SealingKey(bytes.first<32>()); }
SealingKey keyOf(std::uint8_t byte) { return keyOf(Bytes(32, byte)); }

} // namespace

TEST(Sealing, AgreesWithWycheproof) {
    std::ifstream file(sourceDir() + "/../shared/vectors/ed25519/xchacha20_poly1305_test.json");
    if (!file) GTEST_SKIP() << "shared/vectors/ed25519/xchacha20_poly1305_test.json is not there";
    int tried = 0;
    auto const document = nlohmann::json::parse(file);
    for (auto const& group : document["testGroups"]) {
        if (group["ivSize"] != 192 || group["keySize"] != 256 || group["tagSize"] != 128) continue;
        for (auto const& test : group["tests"]) {
            auto const field = [&](char const* name) { return *fromHex(test[name].get<std::string>()); };
            SealingKey const key = keyOf(field("key"));
            Bytes sealed = field("iv");
            for (char const* part : {"ct", "tag"})
                std::ranges::copy(field(part), std::back_inserter(sealed));
            auto const plain = open(key, sealed, field("aad"));
            bool const valid = test["result"] == "valid";
            EXPECT_EQ(plain.has_value(), valid) << "tcId " << test["tcId"];
            ++tried;
            if (!valid || !plain) continue;
            EXPECT_EQ(*plain, field("msg"));
            SealingNonce nonce;
            std::copy_n(sealed.begin(), nonce.size(), nonce.begin());
            EXPECT_EQ(seal(key, nonce, field("msg"), field("aad")), sealed);
        }
    }
    EXPECT_GT(tried, 250);
}

TEST(Sealing, OtherKeyOtherContextOrCutBytesDoNotOpen) {
    Bytes const plain{1, 2, 3};
    Bytes const context{9};
    Bytes const sealed = seal(keyOf(1), randomBytes<24>(), plain, context);
    EXPECT_EQ(sealed.size(), plain.size() + sealingOverhead);
    EXPECT_EQ(open(keyOf(1), sealed, context), plain);
    EXPECT_FALSE(open(keyOf(2), sealed, context));
    EXPECT_FALSE(open(keyOf(1), sealed, {}));
    for (std::size_t size = 0; size < sealed.size(); ++size)
        EXPECT_FALSE(open(keyOf(1), ByteView(sealed).first(size), context));
}

TEST(Sealing, PassphrasesMakeKeysAtAnExplicitCost) {
    PassphraseSalt const salt{1, 2, 3};
    PassphraseCost const cheap{.operations = 1, .memoryBytes = 8u << 10};
    auto const key = deriveKey("correct horse", salt, cheap);
    ASSERT_TRUE(key);
    auto const same = [&](std::optional<SealingKey> const& other) {
        return other && std::ranges::equal(key->view(), other->view());
    };
    EXPECT_TRUE(same(deriveKey("correct horse", salt, cheap)));
    EXPECT_FALSE(same(deriveKey("correct horsf", salt, cheap)));
    EXPECT_FALSE(same(deriveKey("correct horse", PassphraseSalt{}, cheap)));
    EXPECT_FALSE(same(deriveKey("correct horse", salt, {.operations = 2, .memoryBytes = 8u << 10})));
    EXPECT_FALSE(deriveKey("x", salt, {.operations = 0, .memoryBytes = 8u << 10}));
    EXPECT_FALSE(deriveKey("x", salt, {.operations = 1, .memoryBytes = std::uint64_t{1} << 40}));
}

TEST(Sealing, LookupDependsOnKeyAndValue) {
    Bytes const value{1};
    EXPECT_EQ(lookupHash(keyOf(1), value), lookupHash(keyOf(1), value));
    EXPECT_NE(lookupHash(keyOf(1), value), lookupHash(keyOf(2), value));
    EXPECT_NE(lookupHash(keyOf(1), value), lookupHash(keyOf(1), Bytes{2}));
}

} // namespace ob::core
