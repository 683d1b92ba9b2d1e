// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/ctl/subcommand.h"
#include "app/output_file.h"
#include "core/incident.h"

#include <optional>
#include <set>

namespace ob::app {

/// Which incidents an export takes: --from, --to, --incident.
struct Choice {
    std::optional<core::Instant> from, to; ///< opened in [from, to)
    std::set<core::IncidentNumber> numbers;
    bool isAll() const { return !from && !to && numbers.empty(); }
    bool takes(core::Incident const& incident) const;
};

// All throw UsageError.

/// Nothing when the option is not given.
std::optional<core::Instant> momentOf(Arguments const& arguments, QString const& name);
Choice choiceOf(Arguments const& arguments);
void requireFound(std::set<core::IncidentNumber> const& wanted, std::set<core::IncidentNumber> const& found);
/// --out and --force; standard output without.
OutputFile outputOf(Arguments const& arguments);

} // namespace ob::app
