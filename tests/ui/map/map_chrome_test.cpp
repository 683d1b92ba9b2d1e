// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_chrome.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

TEST(MapChrome, StaysOnAMapOfAnyWidth) {
    MapChrome chrome;
    chrome.counts = {.unitsInView = 4997, .units = 5000, .incidentsInView = 19916, .incidents = 19925};
    std::size_t lines = 0;
    for (double const width : {900.0, 240.0}) {
        Camera const camera({0.5, 0.5}, 12, {width, 400});
        auto const plates = chrome.plates(camera);
        for (QRectF const& plate : plates)
            EXPECT_TRUE(QRectF(0, 0, width, 400).contains(plate)) << width;
        EXPECT_GE(plates.size(), lines + 1) << "in two lines where one has no room";
        lines = plates.size();
    }
}

} // namespace
} // namespace ob::ui
