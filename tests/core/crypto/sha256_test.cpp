// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/crypto/sha256.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {

TEST(Sha256, KnownAnswers) {
    EXPECT_EQ(toHex(sha256(ByteView())), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(toHex(sha256(viewOf("abc"))),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

RC_GTEST_PROP(Sha256, PiecesMakeTheSameHash, (Bytes const& first, Bytes const& second, std::uint8_t prefix)) {
    Bytes whole{prefix};
    whole.insert(whole.end(), first.begin(), first.end());
    RC_ASSERT(sha256(prefix, first) == sha256(whole));
    whole.insert(whole.end(), second.begin(), second.end());
    RC_ASSERT(Sha256().add(prefix).add(first).add(second).finish() == sha256(whole));
}

} // namespace ob::core
