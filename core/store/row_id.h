// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/ensure.h"

#include <cstdint>

namespace ob::store {

// Rows of the evidence tables are named by what they hold, so that an event, its sections and its neighbours
// in the log lie side by side in the file. 62 of the 63 bits of a positive rowid are used:
//
//   event, head:  log (22) | sequence (36)              a head stands at its size
//   section:      log (22) | sequence (36) | index (4)
inline constexpr int logBits = 22;
inline constexpr int sequenceBits = 36;
inline constexpr int indexBits = 4;

/// Logs that one file can hold: every incarnation of every desk of a realm.
inline constexpr std::int64_t maxLogRow = (std::int64_t{1} << logBits) - 1;
/// Leaves of one log: a thousand events a second for two years.
inline constexpr std::uint64_t maxLogSize = (std::uint64_t{1} << sequenceBits) - 1;

inline std::int64_t eventRow(std::int64_t log, std::uint64_t sequence) {
    OB_ENSURE(log >= 0 && log <= maxLogRow && sequence <= maxLogSize);
    return (log << sequenceBits) | static_cast<std::int64_t>(sequence);
}
inline std::int64_t firstRowOf(std::int64_t log) { return eventRow(log, 0); }
inline std::int64_t lastRowOf(std::int64_t log) { return eventRow(log, maxLogSize); }
inline std::int64_t logOf(std::int64_t eventRow) { return eventRow >> sequenceBits; }
inline std::uint64_t sequenceOf(std::int64_t eventRow) {
    return static_cast<std::uint64_t>(eventRow) & maxLogSize;
}

inline std::int64_t sectionRow(std::int64_t eventRow, std::uint8_t index) {
    OB_ENSURE(index < (1 << indexBits));
    return (eventRow << indexBits) | index;
}
inline std::int64_t firstSectionOf(std::int64_t eventRow) { return sectionRow(eventRow, 0); }
inline std::int64_t lastSectionOf(std::int64_t eventRow) {
    return sectionRow(eventRow, (1 << indexBits) - 1);
}
inline std::int64_t eventOf(std::int64_t sectionRow) { return sectionRow >> indexBits; }
inline std::uint8_t indexOf(std::int64_t sectionRow) {
    return static_cast<std::uint8_t>(sectionRow & ((1 << indexBits) - 1));
}

} // namespace ob::store
