// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/camera.h"
#include "ui/map/display_list.h"
#include "ui/map/marks.h"
#include "ui/theme.h"

namespace ob::ui {

/// Districts, geofences, cordons and reaches, below all marks: muted lines and hatching, no colour.
void appendAreas(DisplayList& list, std::vector<AreaMark> const& areas, Camera const& camera, Theme theme);

/// Latitude and longitude in steps that suit the zoom, with their degrees at the edges of the view.
void appendGraticule(DisplayList& list, Camera const& camera, Theme theme);

} // namespace ob::ui
