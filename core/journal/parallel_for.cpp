// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/parallel_for.h"

#include <algorithm>
#include <thread>
#include <vector>

namespace ob::core {

void parallelFor(std::size_t count, unsigned threads,
                 std::function<void(std::size_t, std::size_t)> const& work) {
    // A thread costs about as much as a few events.
    constexpr std::size_t worthAThread = 32;
    std::size_t const slices =
        std::clamp<std::size_t>(std::min<std::size_t>(threads, count / worthAThread), 1, 64);
    std::vector<std::thread> others;
    for (std::size_t slice = 1; slice < slices; ++slice)
        others.emplace_back(work, count * slice / slices, count * (slice + 1) / slices);
    work(0, count / slices);
    for (auto& other : others)
        other.join();
}

} // namespace ob::core
