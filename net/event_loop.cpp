// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "net/event_loop.h"

#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>

#include <chrono>
#include <csignal>
#include <map>

namespace ob::net {
namespace {

namespace asio = boost::asio;
using Clock = std::chrono::steady_clock;

/// Commits must not wait for ever behind peers who never stop sending.
constexpr std::chrono::milliseconds longestWithoutIdle{3};

} // namespace

struct EventLoop::Impl {
    struct Timer {
        asio::steady_timer timer;
        std::function<void()> call;
    };

    // First, so that it goes last: the others lie in it.
    asio::io_context context{1};
    asio::executor_work_guard<asio::io_context::executor_type> guard{context.get_executor()};
    std::map<TimerId, Timer> timers;
    std::uint64_t lastTimer = 0;
    std::unique_ptr<asio::signal_set> signals;
    std::function<void()> stopCall;
    std::function<bool()> idleCall;

    bool runReady() {
        auto const until = Clock::now() + longestWithoutIdle;
        bool ran = false;
        while (context.poll_one() > 0) {
            ran = true;
            if (Clock::now() >= until) break;
        }
        return ran;
    }

    void fire(TimerId id) {
        auto const found = timers.find(id);
        if (found == timers.end()) return;
        auto const call = std::move(found->second.call);
        timers.erase(found);
        call();
    }

    void awaitSignal() {
        signals->async_wait([this](boost::system::error_code const& error, int) {
            if (error) return;
            awaitSignal();
            stopCall();
        });
    }
};

EventLoop::EventLoop() : m_impl(std::make_unique<Impl>()) {}
EventLoop::~EventLoop() = default;

void EventLoop::run() {
    auto& context = m_impl->context;
    bool due = false; // something ran since the idle call said that it is done
    while (!context.stopped()) {
        due = m_impl->runReady() || due;
        if (context.stopped()) break;
        if (due && m_impl->idleCall) {
            due = m_impl->idleCall();
            continue;
        }
        due = context.run_one() > 0;
    }
    context.restart();
}

void EventLoop::stop() { m_impl->context.stop(); }

void EventLoop::post(std::function<void()> call) { asio::post(m_impl->context, std::move(call)); }

TimerId EventLoop::after(core::Duration wait, std::function<void()> call) {
    TimerId const id{++m_impl->lastTimer};
    auto const [entry, isNew] =
        m_impl->timers.try_emplace(id, Impl::Timer{asio::steady_timer(m_impl->context), std::move(call)});
    auto& timer = entry->second.timer;
    timer.expires_after(std::chrono::milliseconds(wait.milliseconds()));
    timer.async_wait([impl = m_impl.get(), id](boost::system::error_code const& error) {
        if (!error) impl->fire(id);
    });
    return id;
}

void EventLoop::cancel(TimerId timer) { m_impl->timers.erase(timer); }

void EventLoop::whenIdle(std::function<bool()> call) { m_impl->idleCall = std::move(call); }

core::Instant EventLoop::steadyNow() const {
    auto const since = std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now().time_since_epoch());
    return core::Instant() + core::Duration::ofMilliseconds(since.count());
}

void EventLoop::onStopSignal(std::function<void()> call) {
    m_impl->stopCall = std::move(call);
    if (m_impl->signals) return;
    m_impl->signals = std::make_unique<asio::signal_set>(m_impl->context, SIGTERM, SIGINT);
    m_impl->awaitSignal();
}

boost::asio::io_context& EventLoop::context() { return m_impl->context; }

} // namespace ob::net
