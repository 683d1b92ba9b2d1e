// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"

namespace ob::core {

// A realm of three, in the order of its roster: PD, FD, EM.
inline constexpr AgencyIndex police{0};
inline constexpr AgencyIndex fire{1};
inline constexpr AgencyIndex medical{2};

} // namespace ob::core
