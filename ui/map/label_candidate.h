// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/tile_id.h"
#include "core/map/vector_tile.h"
#include "ui/map/world.h"
#include "ui/text/language.h"

#include <QString>

#include <vector>

namespace ob::ui {

/// A name that could be written somewhere.
struct LabelCandidate {
    core::MapClass mapClass = core::MapClass::Place;
    int rank = 255;
    QString text;
    std::vector<WorldPoint> line; ///< one point: written there; several: along them
    bool isNumber = false;        ///< of a road; stands on a plate upon it

    bool isLine() const { return line.size() > 1; }
};

/// All names of a tile in one language. What lies in the margin belongs to the neighbour; pieces of one road
/// are joined. The order depends on the tile alone.
std::vector<LabelCandidate> labelCandidates(core::VectorTile const& tile, core::TileId id, Language language);

/// A road's number as short as it is spoken, the first of several; empty: none worth showing.
QString shortRoadNumber(std::string const& reference);

/// In the language when the map knows it, else as people there write it, else in whatever there is.
QString nameIn(Language language, core::MapName const& name);

} // namespace ob::ui
