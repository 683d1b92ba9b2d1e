// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/import/row_reader.h"
#include "core/refusal.h"

#include <array>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace ob::core {

struct RefusedRow {
    std::uint64_t line = 0;
    /// By the reader, or by the rules of the desk.
    std::variant<RowProblem, Refusal> reason;
};

/// What came of a file. made + changed + unchanged + refusedRows = rows.
struct ImportReport {
    std::uint64_t rows = 0;
    std::uint64_t made = 0;
    std::uint64_t changed = 0;
    std::uint64_t unchanged = 0;
    std::uint64_t refusedRows = 0;
    std::uint64_t incidents = 0;     ///< new ones
    std::uint64_t units = 0;         ///< new ones
    std::uint64_t assignments = 0;   ///< new ones
    std::vector<RefusedRow> refused; ///< the first `maxRefused`; the listener was told all
    std::array<std::uint64_t, anomalyKinds> anomalies{};
    std::vector<std::string> missingColumns; ///< that the mapping names and rows can do without
    std::vector<std::string>
        repeatedColumns; ///< that the mapping names and the header has twice; the first counts
    bool cancelled = false;
    std::string failure; ///< why storage stopped it; empty when it did not
    /// Needed columns that the file lacks; then nothing was read.
    std::vector<std::string> missingNeeded;

    static constexpr std::size_t maxRefused = 1000;
    std::uint64_t count(AnomalyKind kind) const { return anomalies[static_cast<std::size_t>(kind)]; }
};

} // namespace ob::core
