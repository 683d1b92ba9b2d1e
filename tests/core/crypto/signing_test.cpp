// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/signing.h"
#include "tests/support/source_dir.h"

#include <algorithm>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

template<std::size_t Size>
std::array<std::uint8_t, Size> fixed(std::string_view hex) {
    Bytes const bytes = *fromHex(hex);
    std::array<std::uint8_t, Size> out{};
    std::copy_n(bytes.begin(), std::min(Size, bytes.size()), out.begin());
    return out;
}

} // namespace

TEST(Signing, KnownAnswerOfRfc8032) {
    auto const key =
        SecretKey::ofSeed(fixed<32>("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    EXPECT_EQ(toHex(key.publicKey().bytes),
              "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
    Bytes const message{0x72};
    Signature const signature = key.sign(message);
    EXPECT_EQ(toHex(signature.bytes), "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                                      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    EXPECT_TRUE(verify(key.publicKey(), message, signature));
}

TEST(Signing, AgreesWithWycheproof) {
    std::ifstream file(sourceDir() + "/../shared/vectors/ed25519/ed25519_test.json");
    if (!file) GTEST_SKIP() << "shared/vectors/ed25519/ed25519_test.json is not there";
    int valid = 0;
    int invalid = 0;
    auto const document = nlohmann::json::parse(file);
    for (auto const& group : document["testGroups"]) {
        PublicKey const key{fixed<32>(group["publicKey"]["pk"].get<std::string>())};
        for (auto const& test : group["tests"]) {
            auto const signature = test["sig"].get<std::string>();
            bool const passes =
                signature.size() == 128
                && verify(key, *fromHex(test["msg"].get<std::string>()), Signature{fixed<64>(signature)});
            bool const expected = test["result"] == "valid";
            EXPECT_EQ(passes, expected) << "tcId " << test["tcId"];
            ++(expected ? valid : invalid);
        }
    }
    EXPECT_EQ(valid + invalid, 151);
    EXPECT_GT(valid, 50);
}

TEST(Signing, AKeyThatMovesIsWipedBehindIt) {
    auto key = SecretKey::ofSeed(fixed<32>("01"));
    SecretKey const taken = std::move(key);
    EXPECT_EQ(taken.seed()[0], 1);
    // The object is looked at after the move on purpose: nothing of the secret may be left in it.
    EXPECT_TRUE(std::ranges::all_of(key.seed(), [](auto byte) { return byte == 0; })); // NOLINT
}

RC_GTEST_PROP(Signing, AnyChangedBitIsNoticed, ()) {
    auto const seed = *rc::gen::container<std::array<std::uint8_t, 32>>(rc::gen::arbitrary<std::uint8_t>());
    auto message = *rc::gen::nonEmpty(rc::gen::arbitrary<Bytes>());
    auto const key = SecretKey::ofSeed(seed);
    Signature signature = key.sign(message);
    RC_ASSERT(verify(key.publicKey(), message, signature));
    auto const bit = *rc::gen::inRange<std::size_t>(0, (message.size() + 64) * 8);
    auto const mask = static_cast<std::uint8_t>(1u << (bit % 8));
    if (bit / 8 < 64)
        signature.bytes[bit / 8] ^= mask;
    else
        message[bit / 8 - 64] ^= mask;
    RC_ASSERT(!verify(key.publicKey(), message, signature));
}

} // namespace ob::core
