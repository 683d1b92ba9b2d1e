// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/row_reader.h"

#include <initializer_list>
#include <string>
#include <utility>

namespace ob::core {

// Rows of a day, in minutes since its beginning.

constexpr std::int64_t dayOfRows = 1'483'228'800'000; // 2017-01-01T00:00Z
inline Instant minute(std::int64_t value) { return *Instant::ofMilliseconds(dayOfRows + value * 60'000); }
inline std::int64_t minuteOf(Instant at) { return (at.milliseconds() - dayOfRows) / 60'000; }

/// One unit's run on the call, which came in at `opened`.
inline RowRecord run(std::string const& call, std::string const& unit, std::int64_t opened,
                     std::initializer_list<std::pair<AssignmentState, std::int64_t>> times) {
    RowRecord row;
    row.key = call + '-' + unit;
    row.incidentKey = call;
    row.incident.emplace();
    row.incident->sourceId = *Code::of(call);
    row.incident->type = *Code::of("FIRE-STRUCT");
    row.incident->address = call + " Street";
    row.incident->openedAt = minute(opened);
    row.unit.emplace();
    row.unit->callsign = *Callsign::of(unit);
    row.unit->kind = *Code::of("ENGINE");
    row.run.emplace();
    for (auto const& [state, at] : times)
        row.run->reachedAt[static_cast<std::size_t>(state)] = minute(at);
    row.digest[0] = 1;
    row.incidentDigest[0] = 2;
    return row;
}

} // namespace ob::core
