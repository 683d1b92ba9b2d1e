// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_style.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

using enum core::MapClass;

/// A line one pixel wide on a dark ground is lost below this.
TEST(MapStyle, atNightGreatRoadsAreSeenFromAfar) {
    MapStyle const style(Theme::Night);
    for (double const zoom : {9.0, 10.0, 11.0})
        for (auto const road : {Motorway, Trunk, Primary, Secondary})
            EXPECT_GE(contrast(style.line(road, zoom)->fill, style.land()), 2.9)
                << static_cast<int>(road) << " at " << zoom;
}

/// Near by they are wide and lie back, so that marks stand out.
TEST(MapStyle, atNightNoRoadIsBrightFromNear) {
    MapStyle const style(Theme::Night);
    for (auto const road : {Motorway, Trunk, Primary, Secondary, MinorRoad})
        EXPECT_LE(contrast(style.line(road, 15)->fill, style.land()), 3.1) << static_cast<int>(road);
}

} // namespace
} // namespace ob::ui
