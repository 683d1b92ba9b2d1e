// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/blob_frame.h"

#include "net/frame.h"
#include "tests/support/event_generators.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::net {
namespace {

BlobChunk lastChunk(std::size_t bytes) {
    return {.hash = core::Hash{1},
            .total = 2 * blobChunkBytes + bytes,
            .from = 2 * blobChunkBytes,
            .bytes = core::Bytes(bytes, 7)};
}

TEST(BlobFrame, ComesAsItWent) {
    BlobWant const want{.hash = core::Hash{1, 2}, .from = blobChunkBytes};
    EXPECT_EQ(decodeBlobWant(encode(want)), want);
    for (std::size_t const bytes : {std::size_t{1}, blobChunkBytes}) {
        auto const chunk = lastChunk(bytes);
        EXPECT_EQ(decodeBlobChunk(encode(chunk)), chunk);
        EXPECT_LE(encode(chunk).size(), maxPayloadBytes);
    }
    EXPECT_EQ(decodeBlobNone(encodeBlobNone(core::Hash{3})), core::Hash{3});
    std::vector<core::Hash> const hashes{core::Hash{1}, core::Hash{2}};
    EXPECT_EQ(decodeBlobHave(encodeBlobHave(hashes)), hashes);
}

TEST(BlobFrame, ChunksHaveTheSizeThatTheirPlaceSays) {
    auto chunk = lastChunk(100);
    chunk.bytes.push_back(0);
    EXPECT_FALSE(decodeBlobChunk(encode(chunk)));
    chunk.bytes.resize(99);
    EXPECT_FALSE(decodeBlobChunk(encode(chunk)));
    chunk = lastChunk(100);
    chunk.from = chunk.total;
    chunk.bytes.clear();
    EXPECT_FALSE(decodeBlobChunk(encode(chunk))) << "nothing is left there";
    chunk = lastChunk(blobChunkBytes);
    chunk.total = core::Attachment::maxBytes + 1;
    EXPECT_FALSE(decodeBlobChunk(encode(chunk))) << "larger than an attachment may be";
    EXPECT_FALSE(decodeBlobWant(encode(BlobWant{.hash = core::Hash{1}, .from = core::Attachment::maxBytes})));
}

TEST(BlobFrame, NoMoreHashesThanAllowed) {
    core::Bytes bytes = encodeBlobHave(std::vector<core::Hash>(maxBlobHaves));
    ASSERT_TRUE(decodeBlobHave(bytes));
    ASSERT_EQ(bytes[0], 0x99); // array, u16
    bytes[2] = static_cast<std::uint8_t>(bytes[2] + 1);
    bytes.push_back(0x58);
    bytes.push_back(0x20);
    bytes.resize(bytes.size() + 32);
    EXPECT_FALSE(decodeBlobHave(bytes));
}

RC_GTEST_PROP(BlobFrame, AnyBytesAreReadWithoutHarm, (core::Bytes bytes)) {
    (void)decodeBlobWant(bytes);
    (void)decodeBlobChunk(bytes);
    (void)decodeBlobNone(bytes);
    (void)decodeBlobHave(bytes);
}

} // namespace
} // namespace ob::net
