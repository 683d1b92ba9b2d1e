// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/send_queue.h"

#include <gtest/gtest.h>

namespace ob::net {
namespace {

std::vector<int> typesTaken(SendQueue& queue) {
    core::Bytes out;
    queue.take(out);
    FrameReader reader;
    reader.push(out);
    std::vector<int> types;
    while (auto const frame = reader.next())
        types.push_back(frame->type);
    return types;
}

TEST(SendQueue, GivesTheMostUrgentFirstAndEqualsInOrder) {
    SendQueue queue;
    queue.add({.type = 1}, Priority::Bulk);
    queue.add({.type = 2}, Priority::Live);
    queue.add({.type = 3}, Priority::Live);
    queue.add({.type = 4}, Priority::Positions);
    queue.add({.type = 5}, Priority::CatchUp);
    queue.add({.type = 6}, Priority::Control);
    EXPECT_EQ(queue.bytes(), 6 * frameHeaderBytes);
    EXPECT_EQ(typesTaken(queue), (std::vector{6, 2, 3, 4, 5, 1}));
    EXPECT_EQ(queue.bytes(), 0U);
    EXPECT_TRUE(typesTaken(queue).empty());
}

TEST(SendQueue, TakesWholeFramesUpToAChunkOrOneThatIsLonger) {
    SendQueue queue;
    auto const third = core::Bytes(SendQueue::chunkBytes / 3);
    for (std::uint8_t type = 1; type <= 3; ++type)
        queue.add({.type = type, .payload = third}, Priority::Bulk);
    queue.add({.type = 4, .payload = core::Bytes(maxPayloadBytes)}, Priority::Bulk);
    queue.add({.type = 5}, Priority::Bulk);
    EXPECT_EQ(typesTaken(queue), (std::vector{1, 2})); // three and their headers are more than a chunk
    EXPECT_EQ(typesTaken(queue), (std::vector{3}));
    EXPECT_EQ(typesTaken(queue), (std::vector{4}));
    EXPECT_EQ(typesTaken(queue), (std::vector{5}));
}

TEST(SendQueue, KeepsOnlyWhatIsAskedFor) {
    SendQueue queue;
    queue.add({.type = 1, .payload = core::Bytes(100)}, Priority::Live);
    queue.add({.type = 2}, Priority::Control);
    queue.keepOnly(Priority::Control);
    EXPECT_EQ(queue.bytes(), frameHeaderBytes);
    EXPECT_EQ(typesTaken(queue), (std::vector{2}));
}

} // namespace
} // namespace ob::net
