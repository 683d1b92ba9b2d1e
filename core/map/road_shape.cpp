// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/road_shape.h"

#include <protozero/varint.hpp>

#include <iterator>

namespace ob::core {
namespace {

std::optional<std::int64_t> readDifference(char const*& at, char const* end) {
    if (at == end) return std::nullopt;
    try {
        return protozero::decode_zigzag64(protozero::decode_varint(&at, end));
    } catch (protozero::exception const&) {
        return std::nullopt;
    }
}

/// No sum of sound differences is farther away, and no sum of these overflows.
constexpr std::int64_t farthest = 4'000'000'000;

} // namespace

Bytes packedShape(std::span<GeoPoint const> points) {
    Bytes bytes;
    std::int64_t latitude = 0;
    std::int64_t longitude = 0;
    auto const write = [&bytes](std::int64_t difference) {
        protozero::write_varint(std::back_inserter(bytes), protozero::encode_zigzag64(difference));
    };
    for (GeoPoint const point : points) {
        write(point.latitudeE7() - latitude);
        write(point.longitudeE7() - longitude);
        latitude = point.latitudeE7();
        longitude = point.longitudeE7();
    }
    return bytes;
}

std::optional<std::vector<GeoPoint>> unpackedShape(ByteView bytes, std::size_t limit) {
    std::vector<GeoPoint> points;
    char const* at = reinterpret_cast<char const*>(bytes.data());
    char const* const end = at + bytes.size();
    std::int64_t latitude = 0;
    std::int64_t longitude = 0;
    while (at != end) {
        auto const north = readDifference(at, end);
        auto const east = readDifference(at, end);
        if (!north || !east || *north > farthest || *north < -farthest || *east > farthest
            || *east < -farthest)
            return std::nullopt;
        auto const point = GeoPoint::ofE7(latitude += *north, longitude += *east);
        if (!point || points.size() == limit) return std::nullopt;
        points.push_back(*point);
    }
    return points;
}

} // namespace ob::core
