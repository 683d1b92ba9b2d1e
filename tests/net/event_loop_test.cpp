// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/event_loop.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <thread>

namespace ob::net {
namespace {

using core::Duration;

TEST(EventLoop, RunsWhatOtherThreadsPostInOrder) {
    EventLoop loop;
    std::vector<int> seen;
    std::thread other([&] {
        for (int at = 0; at < 100; ++at)
            loop.post([&, at] { seen.push_back(at); });
        loop.post([&] { loop.stop(); });
    });
    loop.run();
    other.join();
    ASSERT_EQ(seen.size(), 100U);
    EXPECT_TRUE(std::ranges::is_sorted(seen));
}

TEST(EventLoop, CallsTimersInOrderAndNeverACancelledOne) {
    EventLoop loop;
    std::string seen;
    TimerId const cancelled = loop.after(Duration::ofMilliseconds(5), [&] { seen += 'x'; });
    // Both are over when the loop looks: the first still may cancel the second.
    TimerId second{};
    loop.after(Duration::ofMilliseconds(1), [&] {
        seen += 'a';
        loop.cancel(second);
    });
    second = loop.after(Duration::ofMilliseconds(2), [&] { seen += 'x'; });
    loop.after(Duration::ofMilliseconds(20), [&] { loop.stop(); });
    loop.cancel(cancelled);
    auto const until = loop.steadyNow() + Duration::ofMilliseconds(4);
    while (loop.steadyNow() < until) {
    }
    loop.run();
    EXPECT_EQ(seen, "a");
}

TEST(EventLoop, IsIdleAfterWhatWasReadyAndAgainWhileThereIsMore) {
    EventLoop loop;
    std::string seen;
    int left = 3;
    loop.whenIdle([&] {
        seen += 'i';
        if (--left == 0) loop.post([&] { seen += 'p'; });
        if (left < 0) loop.stop();
        return left > 0;
    });
    loop.post([&] { seen += 'a'; });
    loop.post([&] { seen += 'b'; });
    loop.run();
    EXPECT_EQ(seen, "abiiipi");
}

TEST(EventLoop, IsIdleNowAndThenEvenWhenWorkNeverEnds) {
    EventLoop loop;
    std::function<void()> const again = [&] { loop.post(again); };
    loop.whenIdle([&] {
        loop.stop();
        return false;
    });
    again();
    loop.run();
}

TEST(EventLoop, TellsOfSignalsToStop) {
    EventLoop loop;
    int signals = 0;
    loop.onStopSignal([&] {
        if (++signals == 2)
            loop.stop();
        else
            std::raise(SIGINT);
    });
    loop.post([] { std::raise(SIGTERM); });
    loop.run();
    EXPECT_EQ(signals, 2);
}

TEST(EventLoop, MayBeLeftWithWorkUnderWay) {
    EventLoop loop;
    auto const held = std::make_shared<int>();
    loop.after(Duration::ofSeconds(100), [held] {});
    loop.post([held] {});
}

} // namespace
} // namespace ob::net
