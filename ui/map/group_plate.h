// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/mark_atlas.h"
#include "ui/map/unit_cells.h"

#include <vector>

namespace ob::ui {

/// A group as it is painted: its sprites, each with its upper left corner from the plate's middle. Device
/// pixels.
struct GroupPlate {
    std::vector<Stamp> parts; ///< bottom to top
    QSize size;
};

/// 警12 消3 •: the two agencies with most units by letter; a dot when there are others.
GroupPlate plateOf(UnitGroup const& group, MarkAtlas const& atlas);
/// The number alone.
GroupPlate plateOf(int count, MarkAtlas const& atlas);

} // namespace ob::ui
