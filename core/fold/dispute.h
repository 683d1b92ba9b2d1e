// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/conflict.h"
#include "core/fold/register.h"

#include <vector>

namespace ob::core {

/// Adds the conflict of a register whose writes stand side by side. `field`: IncidentField or UnitField.
template<class T, class Field>
void noteDispute(std::vector<Conflict>& conflicts, Register<T> const& written, ConflictRule rule,
                 StreamId stream, Field field) {
    if (!written.isDisputed()) return;
    conflicts.push_back({.id = conflictId(rule, written.leaves()),
                         .rule = rule,
                         .stream = stream,
                         .leaves = written.leaves(),
                         .concerned = {},
                         .field = static_cast<std::uint8_t>(field),
                         .settled = false});
}

} // namespace ob::core
