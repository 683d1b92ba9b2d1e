// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/change_set.h"

#include <iterator>
#include <utility>

namespace ob::core {

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
    conflictsChanged = conflictsChanged || later.conflictsChanged;
}

} // namespace ob::core
