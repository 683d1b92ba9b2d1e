// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/camera.h"
#include "ui/map/label_candidate.h"
#include "ui/map/sprite.h"
#include "ui/map/tile_job.h"

#include <memory>
#include <utility>
#include <vector>

namespace ob::ui {

/// A name at its place. Rectangles in device pixels, from the place.
struct PlacedLabel {
    WorldPoint place;
    std::shared_ptr<Sprite const> sprite; ///< the text; null where only the mark found room
    QPoint offset;                        ///< of the sprite's anchor
    std::vector<QRect> boxes;             ///< what the text covers
    QString text;
    std::shared_ptr<Sprite const> mark; ///< upon the place itself; null: none
    bool isMarkAlone = false;           ///< the mark says something without its name
    std::vector<QPoint> otherOffsets;   ///< where the text covers no other name either, best first
};

/// Names of one view, found once and then moved with the ground.
struct LabelScene {
    double zoom = 0;
    std::vector<PlacedLabel> labels;
    std::size_t candidates = 0;
};

/// What the names depend on: equal jobs give equal scenes.
struct LabelJob {
    Camera camera; ///< at rest
    QRect region;  ///< device pixels from the view's upper left corner: all tiles in view
    Theme theme = Theme::Night;
    Language language = Language::English;
    std::vector<std::pair<core::TileId, DecodedTile>> tiles;
};

} // namespace ob::ui
