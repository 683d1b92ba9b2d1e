// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/city_dice.h"
#include "core/city/subdivision.h"

namespace ob::core {

/// What is built on a block.
enum class BlockUse : std::uint8_t {
    Slabs,  ///< older housing: rows to the south
    Towers, ///< newer housing
    Commerce,
    Courtyards, ///< old town
    Houses,     ///< small town
    Halls,
    Tanks,
    Yard, ///< of the port
    School,
    University,
    Hospital,
    Stadium,
    Park,
    Square,
    Civic,
    Empty,
};

struct Building {
    SpotLine outline; ///< counter-clockwise
    int metres = 0;   ///< high
    std::uint32_t block = 0;
    bool facesStreet = false;
    bool isTank = false;
};

/// A way inside a block, from the gate.
struct GateWay {
    Spot gate; ///< on the street
    Spot end;
};

/// A piece of ground with a look of its own inside a block: a pitch, a pond, a path.
struct Patch {
    enum class Kind : std::uint8_t { Pitch, Track, Pond, Path, Square } kind;
    SpotLine line; ///< outline, or the path
};

struct BlockWorks {
    std::vector<Building> buildings;
    std::vector<GateWay> ways;
    std::vector<Patch> patches;
};

/// Builds on one block. Gates are added to the junctions.
BlockWorks buildBlock(Block const& block, std::uint32_t number, BlockUse use, Junctions& junctions,
                      CityDice& dice);

} // namespace ob::core
