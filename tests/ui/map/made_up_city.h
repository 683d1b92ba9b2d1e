// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/tile_id.h"
#include "tests/core/map/tile_builder.h"

#include <optional>
#include <random>

namespace ob::tests {

/// A block grid with a river, named streets, houses and shops: about `names` names a tile, the same for the
/// same tile; the lower the rank, the farther seen. Nothing of it is anybody's map.
inline core::Bytes cityTile(core::TileId id, int streets, int names, int ranks = 20) {
    std::mt19937 chance(id.column * 7919U + id.row * 104729U + id.zoom);
    auto const roll = [&chance](int sides) {
        return static_cast<int>(chance() % static_cast<unsigned>(sides));
    };
    int const step = 4096 / streets;
    LayerBuilder water("water");
    water.polygon({{{-64, 1200}, {4160, 1500}, {4160, 1900}, {-64, 1600}}},
                  {{"class", std::string("river")}});
    LayerBuilder landuse("landuse");
    landuse.polygon({{{2048, 2048}, {4160, 2048}, {4160, 4160}, {2048, 4160}}},
                    {{"class", std::string("residential")}});
    LayerBuilder cover("landcover");
    cover.polygon({{{300, 2300}, {1500, 2200}, {1600, 3400}, {500, 3600}}},
                  {{"class", std::string("grass")}, {"subclass", std::string("park")}});
    LayerBuilder roads("transportation");
    LayerBuilder roadNames("transportation_name");
    LayerBuilder buildings("building");
    for (int i = 0; i < streets; ++i) {
        int const at = i * step + step / 2;
        std::string const kind = i % 8 == 0 ? "primary" : i % 4 == 0 ? "secondary" : "minor";
        Path const across{{-64, at}, {1400, at + roll(40)}, {2800, at - roll(40)}, {4160, at}};
        Path const down{{at, -64}, {at + roll(40), 1400}, {at - roll(40), 2800}, {at, 4160}};
        roads.lines({across}, {{"class", kind}}).lines({down}, {{"class", kind}});
        roadNames.lines(
            {across},
            {{"class", kind}, {"name", "Row " + std::to_string(id.row % 100) + "-" + std::to_string(i)}});
        roadNames.lines({down},
                        {{"class", kind},
                         {"name", "Column " + std::to_string(id.column % 100) + "-" + std::to_string(i)}});
        for (int k = 0; k < streets; ++k) {
            int const x = k * step + step * 5 / 8;
            int const y = at + step / 8;
            int const size = step / 4 + roll(step / 4);
            buildings.polygon({{{x, y}, {x + size, y}, {x + size, y + size}, {x, y + size}}});
        }
    }
    LayerBuilder shops("poi");
    for (int i = 0; i < names; ++i)
        shops.points({{roll(4096), roll(4096)}}, {{"class", std::string("shop")},
                                                  {"rank", i % ranks + 1},
                                                  {"name", "Shop " + std::to_string(roll(100'000))}});
    return tileOf({water, landuse, cover, buildings, roads, roadNames, shops});
}

} // namespace ob::tests
