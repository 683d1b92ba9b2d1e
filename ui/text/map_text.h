// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/map_build_problem.h"
#include "core/map/map_problem.h"

#include <QString>

namespace ob::ui {

/// Why a file is not taken as a map, and what to do.
QString mapProblemText(core::MapProblem const& problem);
/// Why no map pack could be built, and what to do.
QString mapBuildProblemText(core::MapBuildProblem const& problem);

} // namespace ob::ui
