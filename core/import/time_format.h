// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace ob::core {

/// A wall clock reading, or a moment when the text names its offset from UTC.
struct ReadTime {
    std::int64_t localMilliseconds = 0; ///< since 1970-01-01T00:00 on that clock
    std::optional<std::int64_t> offsetMilliseconds;
};

/// Reads all of `text` by `format`; nothing when it does not fit or no such day or time exists. Signs:
/// yyyy yy MMM (Jan, January) MM M dd d HH H hh h mm m ss s (one letter: one or two digits), fff (1 to 9
/// digits after the second), AP (am, pm, a.m., 上午, 下午, any case), Z (Z, +08:00, +0800, -08). hh with AP
/// is 12-hour: 12 AM is midnight. yy: 70 to 99 are 19yy. A blank in the format is one or more blanks,
/// before AP also none. Other characters stand for themselves. Years 1970 to 9999.
std::optional<ReadTime> readTime(std::string_view text, std::string_view format);

/// Whether the format has a year, a month and a day and nothing contradictory.
bool isTimeFormat(std::string_view format);

} // namespace ob::core
