// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/city/arrangement.h"

#include <map>

namespace ob::core {

/// What stands, or grows, on a piece of ground.
enum class Zone : std::uint8_t {
    Water,
    Green, ///< a strip along water, or the ground between ramps
    LakePark,
    Centre,
    OldTown,
    Inner,
    Outer,
    Works, ///< chemical
    Industry,
    Port,
    Town,
    Country,
};

/// Ground with streets all around it.
struct Block {
    Ring ring;
    Zone zone = Zone::Outer;
    std::uint32_t face = 0; ///< of the arrangement
};

/// A street that was laid to part a piece of ground.
struct Cut {
    Spot a;
    Spot b;
    Border border = Border::Minor;
};

/// Places on the great lines at which small streets end.
class Junctions {
  public:
    void add(Spot spot);
    /// Those on the segment, in no order, ends left out.
    std::vector<Spot> on(Spot a, Spot b) const;
    bool isNear(Spot spot, double metres) const;

  private:
    template<class Visit>
    void eachIn(SpotBox const& box, Visit visit) const;
    std::map<std::pair<std::int32_t, std::int32_t>, std::vector<Spot>> m_cells;
};

struct Subdivision {
    std::vector<Zone> zones; ///< of the faces
    std::vector<Block> blocks;
    std::vector<Cut> cuts;
};

/// Parts the ground into blocks of the size that its zone has. `interchanges`: kept free.
Subdivision subdivide(CityPlan const& plan, CityShape const& shape, Arrangement const& ground,
                      std::span<Spot const> interchanges, Junctions& junctions, std::uint64_t seed);

} // namespace ob::core
