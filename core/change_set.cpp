// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/change_set.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ob::core {
namespace {

/// Both by unit; what is later takes the place of what is earlier.
std::vector<UnitFix> merged(std::vector<UnitFix> const& earlier, std::vector<UnitFix> const& later) {
    std::vector<UnitFix> all;
    all.reserve(earlier.size() + later.size());
    std::set_union(later.begin(), later.end(), earlier.begin(), earlier.end(), std::back_inserter(all),
                   [](UnitFix const& a, UnitFix const& b) { return a.unit < b.unit; });
    return all;
}

} // namespace

void ChangeSet::add(ChangeSet&& later) {
    auto const append = [](auto& to, auto& from) {
        to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
    };
    if (!retired.empty())
        for (auto const& incident : later.incidents)
            std::erase(retired, incident->id);
    append(incidents, later.incidents);
    append(units, later.units);
    append(policies, later.policies);
    append(retired, later.retired);
    if (!later.fixes.empty()) fixes = merged(fixes, later.fixes);
    conflictsChanged = conflictsChanged || later.conflictsChanged;
}

} // namespace ob::core
