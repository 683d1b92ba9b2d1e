// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
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
    bool isIdle();
    void wait();

  private:
    void run();

    std::function<void()> m_told;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::function<void()> m_job;
    bool m_isWorking = false;
    bool m_isEnding = false;
    std::thread m_thread;
};

} // namespace ob::store
