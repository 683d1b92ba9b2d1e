// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"

namespace ob::core {

/// Field by field, including fields that the codec might have forgotten.
bool isSame(EventBody const& left, EventBody const& right);
/// How many fields the fact of this kind has.
std::size_t fieldCountOf(Fact const& fact);

} // namespace ob::core
