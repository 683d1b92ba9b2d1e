// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/bytes.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {

RC_GTEST_PROP(Bytes, HexAndBase64RoundTrip, (Bytes const& bytes)) {
    RC_ASSERT(fromHex(toHex(bytes)) == bytes);
    RC_ASSERT(fromBase64(toBase64(bytes)) == bytes);
}

TEST(Bytes, Base64MatchesRfc4648) {
    EXPECT_EQ(toBase64(viewOf("")), "");
    EXPECT_EQ(toBase64(viewOf("f")), "Zg==");
    EXPECT_EQ(toBase64(viewOf("fo")), "Zm8=");
    EXPECT_EQ(toBase64(viewOf("foobar")), "Zm9vYmFy");
}

TEST(Bytes, RubbishIsNotDecoded) {
    for (char const* text : {"Zg", "Zg=", "Zh==", "Zg==Zg==", "Z===", "====", "Zm9v\n", "Zm9*"})
        EXPECT_FALSE(fromBase64(text)) << text;
    for (char const* text : {"a", "0g", " 0"})
        EXPECT_FALSE(fromHex(text)) << text;
}

} // namespace ob::core
