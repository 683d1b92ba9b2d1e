// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
// To be preloaded: the clock on the wall is OB_CLOCK_SHIFT seconds off, waiting goes by a clock that is
// right. Calls nothing that may itself ask for the time or for memory, so it may stand below any allocator.
#include <cstdlib>
#include <ctime>

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

extern "C" {

int clock_gettime(clockid_t clock, timespec* now) noexcept {
    long const result = ::syscall(SYS_clock_gettime, clock, now);
    char const* const shift = std::getenv("OB_CLOCK_SHIFT");
    bool const isWall = clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE;
    if (result == 0 && isWall && shift) now->tv_sec += std::strtol(shift, nullptr, 10);
    return static_cast<int>(result);
}

int gettimeofday(timeval* __restrict now, void* __restrict) noexcept {
    timespec precise{};
    if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
    now->tv_sec = precise.tv_sec;
    now->tv_usec = precise.tv_nsec / 1000;
    return 0;
}

time_t time(time_t* now) noexcept {
    timespec precise{};
    if (clock_gettime(CLOCK_REALTIME, &precise) != 0) return -1;
    if (now) *now = precise.tv_sec;
    return precise.tv_sec;
}
}
