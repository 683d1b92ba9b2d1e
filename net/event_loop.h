// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/instant.h"

#include <functional>
#include <memory>

namespace boost::asio {
class io_context;
}

namespace ob::net {

enum class TimerId : std::uint64_t {};

/// The loop of the desk thread: sockets, timers and posted calls all run on the thread that calls `run`,
/// which owns everything made with this loop. Only `post` and `stop` may be called by other threads. What a
/// call throws comes out of `run`.
class EventLoop {
  public:
    EventLoop();
    ~EventLoop();
    EventLoop(EventLoop const&) = delete;
    EventLoop& operator=(EventLoop const&) = delete;

    /// Until `stop`; may be called again afterwards.
    void run();
    void stop();
    void post(std::function<void()> call);

    TimerId after(core::Duration wait, std::function<void()> call);
    /// The call is certain not to come any more. An id that is unknown or over is ignored.
    void cancel(TimerId timer);

    /// Called after something ran and nothing else is ready (or 3 ms of ready calls went by), so that a
    /// group of commits needs no timer. Returns true when it has more to do: then it is called again after a
    /// look at the sockets.
    void whenIdle(std::function<bool()> call);

    /// Monotonic: good for differences only, unrelated to the time of day.
    core::Instant steadyNow() const;

    /// Called at each SIGTERM and SIGINT.
    void onStopSignal(std::function<void()> call);

    /// For the sources of net, which know what it is.
    boost::asio::io_context& context();

  private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace ob::net
