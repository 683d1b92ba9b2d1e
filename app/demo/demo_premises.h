// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/demo/demo_stage.h"
#include "core/premise/premise.h"

#include <vector>

namespace ob::app {

/// The invented places of resources/demo/premises.csv, each put to a house of this city: the same ones for
/// the same seed. One is an area, the ground around its house.
std::vector<core::PremiseRecord> demoPremises(DemoStage const& stage, std::uint64_t seed);

} // namespace ob::app
