// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace ob::core {

/// Bytes from the operating system's generator. Only the composition of a program (and tests) may call this:
/// deciding and folding take what is random as an argument.
void fillRandom(std::span<std::uint8_t> bytes);

template<std::size_t Size>
std::array<std::uint8_t, Size> randomBytes() {
    std::array<std::uint8_t, Size> bytes;
    fillRandom(bytes);
    return bytes;
}

} // namespace ob::core
