// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/ensure.h"
#include "core/map/gunzip.h"
#include "core/map/vector_tile.h"
#include "core/text.h"

#include <cstddef>
#include <cstdint>

namespace {

using namespace ob::core;

void checkTile(ByteView bytes) {
    auto const tile = decodeVectorTile(bytes);
    if (!tile) return;
    std::uint32_t last = 0;
    for (std::uint32_t const end : tile->ringEnds) {
        OB_ENSURE(end > last);
        last = end;
    }
    OB_ENSURE(last == tile->points.size());
    std::size_t ring = 0;
    for (TileFeature const& feature : tile->features) {
        OB_ENSURE(feature.firstRing == ring && feature.ringCount > 0);
        OB_ENSURE(feature.name < tile->names.size());
        OB_ENSURE(feature.layer >= -5 && feature.layer <= 5 && feature.rank >= 1 && feature.height >= 0);
        ring += feature.ringCount;
    }
    OB_ENSURE(ring == tile->ringEnds.size());
    for (MapName const& name : tile->names)
        for (auto const& text : {name.local, name.chinese, name.english, name.reference})
            OB_ENSURE(text.size() <= TileLimits::nameBytes && isValidUtf8(text));
}

} // namespace

/// A tile as it is, or compressed: no crash, what is decoded is sound, and nothing grows beyond its limit.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* bytes, std::size_t size) {
    constexpr std::size_t limit = 1'000'000;
    ByteView const input(bytes, size);
    checkTile(input);
    auto const plain = gunzip(input, limit);
    if (!plain) return 0;
    OB_ENSURE(plain->size() <= limit);
    OB_ENSURE(gunzip(gzip(*plain), limit) == plain);
    checkTile(*plain);
    return 0;
}
