// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/writer_thread.h"

#include "core/ensure.h"

#include <utility>

namespace ob::store {

WriterThread::WriterThread(std::function<void()> told)
    : m_told(std::move(told)), m_thread([this] { run(); }) {}

WriterThread::~WriterThread() {
    wait();
    m_state.store(State::Ending, std::memory_order_release);
    m_state.notify_all();
    m_thread.join();
}

void WriterThread::start(std::function<void()> job) {
    OB_ENSURE(isIdle());
    m_job = std::move(job);
    m_state.store(State::Working, std::memory_order_release);
    m_state.notify_all();
}

void WriterThread::run() {
    while (true) {
        m_state.wait(State::Idle, std::memory_order_acquire);
        if (m_state.load(std::memory_order_acquire) == State::Ending) return;
        std::exchange(m_job, {})();
        m_state.store(State::Idle, std::memory_order_release);
        m_state.notify_all();
        if (m_told) m_told();
    }
}

} // namespace ob::store
