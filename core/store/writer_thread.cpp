// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/writer_thread.h"

#include "core/ensure.h"

#include <utility>

namespace ob::store {

WriterThread::WriterThread(std::function<void()> told)
    : m_told(std::move(told)), m_thread([this] { run(); }) {}

WriterThread::~WriterThread() {
    {
        std::lock_guard const lock(m_mutex);
        m_isEnding = true;
    }
    m_changed.notify_all();
    m_thread.join();
}

void WriterThread::start(std::function<void()> job) {
    {
        std::lock_guard const lock(m_mutex);
        OB_ENSURE(!m_isWorking);
        m_job = std::move(job);
        m_isWorking = true;
    }
    m_changed.notify_all();
}

bool WriterThread::isIdle() {
    std::lock_guard const lock(m_mutex);
    return !m_isWorking;
}

void WriterThread::wait() {
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return !m_isWorking; });
}

void WriterThread::run() {
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_isWorking || m_isEnding; });
        if (!m_isWorking) return;
        auto const job = std::exchange(m_job, {});
        lock.unlock();
        job();
        lock.lock();
        m_isWorking = false;
        m_changed.notify_all();
        if (!m_told) continue;
        lock.unlock();
        m_told();
        lock.lock();
    }
}

} // namespace ob::store
