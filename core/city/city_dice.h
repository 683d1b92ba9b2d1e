// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <span>

namespace ob::core {

/// The dice of the demo city: splitmix64, the same on every machine. Each part of the city throws its own, so
/// that a change in one does not move the others.
class CityDice {
  public:
    CityDice(std::uint64_t seed, std::uint64_t part) : m_state(mixed(mixed(seed) + part)) {}

    std::uint64_t next() { return mixed(m_state += step); }
    /// 0 … count - 1.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    /// [0, 1)
    double part() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
    double between(double low, double high) { return low + (high - low) * part(); }
    bool chance(double probability) { return part() < probability; }
    template<class Value>
    Value const& oneOf(std::span<Value const> values) {
        return values[below(values.size())];
    }

  private:
    static constexpr std::uint64_t step = 0x9e3779b97f4a7c15U;
    std::uint64_t m_state;

    static std::uint64_t mixed(std::uint64_t value) {
        value += step;
        value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9U;
        value = (value ^ (value >> 27)) * 0x94d049bb133111ebU;
        return value ^ (value >> 31);
    }
};

} // namespace ob::core
