// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/refusal.h"

#include <tl/expected.hpp>

namespace ob::core {

/// A value, or the reason why the rules do not allow what was asked.
template<class T>
using Result = tl::expected<T, Refusal>;

} // namespace ob::core
