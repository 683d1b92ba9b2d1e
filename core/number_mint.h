// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/identity/number_block.h"

#include <map>
#include <optional>
#include <vector>

namespace ob::core {

/// Incident numbers out of the block that is reserved for one desk, so that two cut-off desks never mint the
/// same. When the block of a day is used up it goes on past four digits, in steps of 10,000: 1000…1999,
/// 11000…11999 … up to `IncidentNumber::firstImported`, where imported incidents begin.
class NumberMint {
  public:
    NumberMint() = default;
    NumberMint(std::uint32_t first, std::uint32_t last) : m_first(first), m_last(last) {}

    /// The number to use next on this local day (yyyymmdd); the empty one when the day has none left.
    IncidentNumber next(std::int32_t day) const;
    /// This number is used, by this mint or otherwise; one outside the block changes nothing.
    void take(IncidentNumber number);

    /// The last of each day, for the desk's snapshot: taken again, they make the same mint.
    std::vector<IncidentNumber> last() const;

    /// Days that are remembered: clocks go back and numbers are typed ahead, but not by more days than that.
    static constexpr std::size_t maxDays = 32;

  private:
    bool owns(std::uint32_t serial) const {
        return serial < IncidentNumber::firstImported && serial % 10'000 >= m_first
               && serial % 10'000 <= m_last;
    }
    std::uint32_t m_first = 0;
    std::uint32_t m_last = 9999;
    std::map<std::int32_t, std::uint32_t> m_lastSerials; ///< by day
};

/// The number after serial `last` (0 = none yet) for an incident of that day out of another system's file:
/// the desk's block again, above `firstImported`, 9,900 times its size a day. Nothing when they are used up
/// or for a day that is none.
std::optional<IncidentNumber> importedNumber(NumberBlock block, std::int32_t day, std::uint32_t last);

} // namespace ob::core
