// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/vector_tile.h"

#include <protozero/data_view.hpp>

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ob::core {

/// What a key of a feature means to us.
enum class TileKey : std::uint8_t {
    Other,
    Class,
    Subclass,
    Brunnel,
    Ramp,
    Oneway,
    Layer,
    Rank,
    AdminLevel,
    Maritime,
    Height,
    HouseNumber,
    Reference,
    Name,
    NameLatin,
    NameSimplified,
    NameChinese,
    NameEnglish,
    Count,
};

/// A value of a layer: text, or a number.
struct TileValue {
    std::string_view text;
    double number = 0; ///< 1 for true
    bool isNumber = false;
};

/// A layer of a tile, cut into its parts; views into the tile's bytes.
struct TileLayer {
    std::string_view name;
    std::uint32_t extent = 4096;
    std::vector<TileKey> keys;
    std::vector<TileValue> values;
    std::vector<protozero::data_view> features;
};

/// Nothing when it has more keys or values than it may. Throws protozero::exception.
std::optional<TileLayer> readTileLayer(protozero::data_view bytes);

} // namespace ob::core
