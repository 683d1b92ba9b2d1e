// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <thread>

namespace ob::store {

/// A thread that does one job at a time for its owner, who hands it over and either waits or is told.
class WriterThread {
  public:
    /// `told` comes on the writing thread after each job, when the next may be started.
    explicit WriterThread(std::function<void()> told);
    /// Waits for the job at hand.
    ~WriterThread();
    WriterThread(WriterThread const&) = delete;
    WriterThread& operator=(WriterThread const&) = delete;

    /// Only when idle. What the owner wrote before is seen by the job, and what the job wrote is seen by the
    /// owner once `isIdle` or `wait` said so. The job may not throw.
    void start(std::function<void()> job);
    bool isIdle() const { return m_state.load(std::memory_order_acquire) != State::Working; }
    void wait() const { m_state.wait(State::Working, std::memory_order_acquire); }

  private:
    enum class State : std::uint8_t { Idle, Working, Ending };
    void run();

    std::function<void()> m_told;
    std::function<void()> m_job; ///< the owner's while idle, else the thread's
    std::atomic<State> m_state = State::Idle;
    std::thread m_thread;
};

} // namespace ob::store
