// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <functional>

namespace ob::core {

/// Calls `work(begin, end)` for slices that together are [0, count), each on a thread of its own, and waits.
/// The slices must not touch each other's things.
void parallelFor(std::size_t count, unsigned threads,
                 std::function<void(std::size_t begin, std::size_t end)> const& work);

} // namespace ob::core
