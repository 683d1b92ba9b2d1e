// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/fiber.h"

#include "core/ensure.h"

#include <new>
#include <utility>

#include <sys/mman.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define OB_SWITCHES_ARE_TOLD
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OB_SWITCHES_ARE_TOLD
#endif
#endif
#ifdef OB_SWITCHES_ARE_TOLD
#include <sanitizer/common_interface_defs.h>
#endif

namespace ob::app {
namespace {

/// As much as a thread has; only touched pages are taken.
constexpr std::size_t stackBytes = 8 * 1024 * 1024;

/// A new fiber finds itself by this: makecontext passes only ints.
Fiber* starting = nullptr;

void* newStack() {
    void* const stack = ::mmap(nullptr, stackBytes, PROT_READ | PROT_WRITE,
                               MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE | MAP_STACK, -1, 0);
    if (stack == MAP_FAILED) throw std::bad_alloc();
    // Running out of it must end the program, not overwrite something.
    OB_ENSURE(::mprotect(stack, static_cast<std::size_t>(::sysconf(_SC_PAGESIZE)), PROT_NONE) == 0);
    return stack;
}

void tellLeaving([[maybe_unused]] void** fakes, [[maybe_unused]] void const* stack,
                 [[maybe_unused]] std::size_t size) {
#ifdef OB_SWITCHES_ARE_TOLD
    __sanitizer_start_switch_fiber(fakes, stack, size);
#endif
}

void tellArrived([[maybe_unused]] void* fakes, [[maybe_unused]] void const** from,
                 [[maybe_unused]] std::size_t* size) {
#ifdef OB_SWITCHES_ARE_TOLD
    __sanitizer_finish_switch_fiber(fakes, from, size);
#endif
}

} // namespace

Fiber::Fiber(std::function<void()> body) : m_body(std::move(body)), m_stack(newStack()) {
    ::getcontext(&m_own);
    m_own.uc_stack.ss_sp = m_stack;
    m_own.uc_stack.ss_size = stackBytes;
    m_own.uc_link = &m_caller;
    ::makecontext(&m_own, &Fiber::enter, 0);
}

Fiber::~Fiber() {
    OB_ENSURE(m_isOver); // what lies on its stack would never be destroyed
    ::munmap(m_stack, stackBytes);
}

void Fiber::resume() {
    OB_ENSURE(!m_isOver);
    starting = this;
    tellLeaving(&m_callerFakes, m_stack, stackBytes);
    ::swapcontext(&m_caller, &m_own);
    tellArrived(m_callerFakes, nullptr, nullptr);
    if (m_thrown) std::rethrow_exception(std::exchange(m_thrown, nullptr));
}

void Fiber::suspend() {
    tellLeaving(&m_ownFakes, m_callerStack, m_callerSize);
    ::swapcontext(&m_own, &m_caller);
    arrive();
}

void Fiber::arrive() { tellArrived(m_ownFakes, &m_callerStack, &m_callerSize); }

void Fiber::enter() {
    Fiber& fiber = *starting;
    fiber.arrive();
    try {
        fiber.m_body();
    } catch (...) {
        fiber.m_thrown = std::current_exception();
    }
    fiber.m_isOver = true;
    tellLeaving(nullptr, fiber.m_callerStack, fiber.m_callerSize);
}

} // namespace ob::app
