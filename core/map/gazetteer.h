// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"
#include "core/map/vector_tile.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

/// What a name on the map names. The numbers are kept in map packs.
enum class PlaceKind : std::uint8_t {
    City = 0,
    Town = 1,
    District = 2,
    Village = 3,
    Neighbourhood = 4,
    Hospital = 5,
    Police = 6,
    FireStation = 7,
    School = 8,
    Station = 9,
    Road = 10,
    Crossing = 11, ///< where two named roads meet
    Other = 12,    ///< shop, office, building, sight …
    Address = 13,
};
inline constexpr int placeKinds = 14;
/// As programs read it; stable.
std::string_view nameOf(PlaceKind kind);

struct GazetteerPlace {
    PlaceKind kind = PlaceKind::Other;
    GeoPoint point;
    MapName name;
    std::string context; ///< where that is: the district or town around it; may be empty
};

/// Finds places by name. One thread owns one; each worker opens its own.
class GazetteerReader {
  public:
    virtual ~GazetteerReader() = default;
    /// `text` as typed: words in any order, parts of Chinese names, beginnings of words, pinyin or its
    /// initials (cjl, changjiang). First what is called just so, then what begins so, then the
    /// others; each in the order of importance. Throws std::runtime_error when the file cannot be read.
    virtual std::vector<GazetteerPlace> find(std::string_view text, std::size_t limit) = 0;
};

} // namespace ob::core
