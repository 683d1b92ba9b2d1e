// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <exception>
#include <functional>

#include <ucontext.h>

namespace ob::app {

/// A call with a stack of its own, which can stop in its middle and go on later, so that what reads from
/// beginning to end (a subcommand) can take turns with everything else on one thread. It must come to its end
/// before the object does. It must not suspend inside a catch block, nor start another fiber.
class Fiber {
  public:
    explicit Fiber(std::function<void()> body);
    ~Fiber();
    Fiber(Fiber const&) = delete;
    Fiber& operator=(Fiber const&) = delete;

    /// Until it suspends or ends. What the body throws comes out of here.
    void resume();
    /// Inside the body: back to who resumed.
    void suspend();
    bool isOver() const { return m_isOver; }

  private:
    static void enter();
    void arrive(); ///< on the fiber's stack, after each switch to it

    std::function<void()> m_body;
    std::exception_ptr m_thrown;
    void* m_stack;
    ucontext_t m_own{}, m_caller{};
    bool m_isOver = false;
    // For the address sanitizer, which has to be told of every switch.
    void const* m_callerStack = nullptr;
    void* m_callerFakes = nullptr;
    void* m_ownFakes = nullptr;
    std::size_t m_callerSize = 0;
};

} // namespace ob::app
