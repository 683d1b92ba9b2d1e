// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/blob_frame.h"
#include "net/messages.h"
#include "tests/support/source_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace ob::net {
namespace {

core::LogId log() {
    core::Hash hash;
    hash.fill(0x11);
    return core::LogId(hash);
}
core::Hash twos() {
    core::Hash hash;
    hash.fill(0x22);
    return hash;
}

/// The indented lines below the sentence that begins so, without blanks.
std::string exampleOf(std::string const& beginning) {
    std::ifstream file(sourceDir() + "/net/README.md");
    std::string const text(std::istreambuf_iterator<char>(file), {});
    auto const start = text.find("\n" + beginning);
    if (start == text.npos) return "no example of " + beginning;
    auto at = text.find("\n\n    ", start) + 2;
    std::string hex;
    while (text.compare(at, 4, "    ") == 0) {
        auto const end = text.find('\n', at);
        for (char const each : text.substr(at, end - at))
            if (each != ' ') hex += each;
        at = end + 1;
    }
    return hex;
}

TEST(ProtocolExamples, OfThePageAreWhatIsSent) {
    EXPECT_EQ(exampleOf("PING"),
              core::toHex(encode(Ping{*core::Instant::ofIso8601("2027-01-15T08:00:00Z")})));
    EXPECT_EQ(exampleOf("WANT"), core::toHex(encode(Want{.log = log(), .from = 256})));
    EXPECT_EQ(exampleOf("HAVE"),
              core::toHex(encodeHave({{.log = log(), .size = 300, .complete = 280, .root = twos()}})));
    EXPECT_EQ(exampleOf("BLOB-WANT"), core::toHex(encode(BlobWant{.hash = twos(), .from = 65536})));
    EXPECT_EQ(exampleOf("BLOB-CHUNK"),
              core::toHex(encode(BlobChunk{
                  .hash = twos(), .total = 65540, .from = 65536, .bytes = {0xde, 0xad, 0xbe, 0xef}})));
    EXPECT_EQ(exampleOf("BLOB-NONE"), core::toHex(encodeBlobNone(twos())));
    Batch batch{.log = log(), .first = 7, .origin = {}, .events = {}, .head = {}};
    batch.events.push_back({.log = log(),
                            .sequence = 7,
                            .leaf = core::EventId(twos()),
                            .header = {},
                            .sections = {},
                            .stream = {}});
    EXPECT_EQ(exampleOf("BATCH"), core::toHex(encode(batch)));
}

} // namespace
} // namespace ob::net
