// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/conflict.h"

#include <QString>

namespace ob::ui {

/// A conflict for the person who has to settle it.
struct ConflictWords {
    QString name;    ///< a few words
    QString meaning; ///< what happened, and what holds until it is settled
    QString remedy;  ///< what to do
};

ConflictWords wordsOf(core::ConflictRule rule);

/// Which value is in doubt (Conflict::field), for ConcurrentValues in an incident or a unit; empty for a
/// number that this version does not know.
enum class FieldOwner : std::uint8_t { Incident, Unit };
QString fieldName(FieldOwner owner, std::uint8_t field);

} // namespace ob::ui
