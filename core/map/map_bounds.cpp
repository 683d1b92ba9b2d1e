// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/map_bounds.h"

#include "core/geo/china_datum.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ob::core {
namespace {

constexpr double mercatorEnd = 85.05112878;

/// Nothing unless the text is four finite numbers.
std::optional<std::array<double, 4>> fourNumbers(std::string_view text) {
    std::array<double, 4> numbers{};
    for (std::size_t index = 0; index < numbers.size(); ++index) {
        while (text.starts_with(' '))
            text.remove_prefix(1);
        auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), numbers[index]);
        if (error != std::errc() || !std::isfinite(numbers[index])) return std::nullopt;
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        bool const isLast = index + 1 == numbers.size();
        if (isLast ? !text.empty() : !text.starts_with(',')) return std::nullopt;
        if (!isLast) text.remove_prefix(1);
    }
    return numbers;
}

struct Entity {
    std::string_view written;
    std::string_view meant;
};

constexpr auto entities = std::to_array<Entity>(
    {{"&copy;", "©"}, {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&nbsp;", " "}});

} // namespace

bool readBounds(std::string_view text, TileSource& source) {
    auto const numbers = fourNumbers(text);
    if (!numbers) return false;
    auto [west, south, east, north] = *numbers;
    // tilemaker's way of not knowing.
    if (west == 0 && south == 0 && east == 0 && north == 0) return true;
    if (west < -180 || east > 180 || west >= east || south < -90 || north > 90 || south >= north)
        return false;
    south = std::max(south, -mercatorEnd);
    north = std::min(north, mercatorEnd);
    if (south >= north) return false;
    auto const southWest = pointOf(source.datum, {south, west});
    auto const northEast = pointOf(source.datum, {north, east});
    if (!southWest || !northEast) return false;
    source.west = southWest->longitude();
    source.south = std::max(southWest->latitude(), -mercatorEnd);
    source.east = northEast->longitude();
    source.north = std::min(northEast->latitude(), mercatorEnd);
    return true;
}

std::optional<Datum> datumOf(std::string_view name) {
    if (name.empty()) return Datum::Wgs84;
    for (Datum const datum : {Datum::Wgs84, Datum::Gcj02, Datum::Bd09, Datum::Cgcs2000})
        if (nameOf(datum) == name) return datum;
    return std::nullopt;
}

std::string_view nameOf(Datum datum) {
    switch (datum) {
    case Datum::Wgs84: return "wgs84";
    case Datum::Gcj02: return "gcj02";
    case Datum::Bd09: return "bd09";
    case Datum::Cgcs2000: return "cgcs2000";
    }
    return {};
}

std::string plainAttribution(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        if (text.front() == '<') {
            std::size_t const end = text.find('>');
            text.remove_prefix(end == text.npos ? text.size() : end + 1);
            continue;
        }
        auto const* const entity = std::ranges::find_if(
            entities, [&](Entity const& candidate) { return text.starts_with(candidate.written); });
        if (entity != entities.end()) {
            plain += entity->meant;
            text.remove_prefix(entity->written.size());
            continue;
        }
        plain += text.front();
        text.remove_prefix(1);
    }
    return normalise(plain);
}

} // namespace ob::core
