// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/osm_place.h"

#include "core/geo/area.h"
#include "core/map/pinyin_tokens.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace ob::core {
namespace {

struct Settlement {
    std::string_view place;
    PlaceTraits traits;
};

constexpr auto settlements = std::to_array<Settlement>({
    {"city", {PlaceKind::City, 0}},
    {"town", {PlaceKind::Town, 0}},
    {"borough", {PlaceKind::District, 0}},
    {"suburb", {PlaceKind::District, 1}},
    {"quarter", {PlaceKind::District, 2}},
    {"village", {PlaceKind::Village, 0}},
    {"hamlet", {PlaceKind::Village, 1}},
    {"neighbourhood", {PlaceKind::Neighbourhood, 0}},
    {"locality", {PlaceKind::Neighbourhood, 1}},
    {"isolated_dwelling", {PlaceKind::Neighbourhood, 2}},
    {"island", {PlaceKind::Neighbourhood, 1}},
});

struct Service {
    std::string_view amenity;
    PlaceTraits traits;
};

constexpr auto services = std::to_array<Service>({
    {"hospital", {PlaceKind::Hospital, 0}},
    {"clinic", {PlaceKind::Hospital, 1}},
    {"police", {PlaceKind::Police, 0}},
    {"fire_station", {PlaceKind::FireStation, 0}},
    {"university", {PlaceKind::School, 0}},
    {"college", {PlaceKind::School, 1}},
    {"school", {PlaceKind::School, 2}},
    {"kindergarten", {PlaceKind::School, 3}},
    {"bus_station", {PlaceKind::Station, 2}},
    {"ferry_terminal", {PlaceKind::Station, 2}},
});

/// Keys that make something a place, whatever their value; those in front weigh more.
constexpr auto otherKeys = std::to_array<std::string_view>(
    {"amenity", "tourism", "leisure", "historic", "healthcare", "emergency", "public_transport", "office",
     "shop", "man_made", "landuse", "natural", "building", "craft", "aeroway", "bridge"});

bool isNamed(OsmObject const& object) {
    return !object.tag("name").empty() || !object.tag("name:zh").empty() || !object.tag("name:en").empty();
}

std::optional<PlaceTraits> otherTraits(OsmObject const& object) {
    for (std::uint32_t index = 0; index < otherKeys.size(); ++index)
        if (auto const value = object.tag(otherKeys[index]); !value.empty() && value != "no")
            return PlaceTraits{PlaceKind::Other, index};
    if (object.tag("highway") == "bus_stop") return PlaceTraits{PlaceKind::Other, 20};
    return std::nullopt;
}

bool isDigit(char character) { return character >= '0' && character <= '9'; }

} // namespace

std::optional<PlaceTraits> placeTraits(OsmObject const& object) {
    if (!isNamed(object)) return std::nullopt;
    auto const* const settlement = std::ranges::find(settlements, object.tag("place"), &Settlement::place);
    if (settlement != settlements.end()) return settlement->traits;
    auto const* const service = std::ranges::find(services, object.tag("amenity"), &Service::amenity);
    if (service != services.end()) return service->traits;
    std::string_view const railway = object.tag("railway");
    if (railway == "station") return PlaceTraits{PlaceKind::Station, 0};
    if (railway == "halt" || railway == "tram_stop" || railway == "subway_entrance")
        return PlaceTraits{PlaceKind::Station, 1};
    // Roads come from the road graph.
    if (object.kind == OsmObject::Kind::Way && !object.tag("highway").empty()) return std::nullopt;
    return otherTraits(object);
}

std::string addressText(OsmObject const& object) {
    std::string_view street = object.tag("addr:street");
    if (street.empty()) street = object.tag("addr:place");
    std::string_view const number = object.tag("addr:housenumber");
    if (street.empty() || number.empty() || street.size() + number.size() > TileLimits::nameBytes) return {};
    if (!hasHan(street)) return normalise(std::string(street) + " " + std::string(number));
    std::string const address = std::string(street) + std::string(number);
    return normalise(isDigit(number.back()) ? address + "号" : address);
}

std::optional<GeoPoint> middleOf(OsmObject const& way) {
    std::vector<GeoPoint> points;
    for (auto const& node : way.nodes)
        if (node.point) points.push_back(*node.point);
    if (points.empty()) return std::nullopt;
    if (!way.isClosed()) return points[points.size() / 2];
    Area const area{{points}};
    auto const extent = extentOf(area);
    auto const centre = GeoPoint::ofE7((std::int64_t{extent->south} + extent->north) / 2,
                                       (std::int64_t{extent->west} + extent->east) / 2);
    return centre && contains(area, *centre) ? centre : points.front();
}

} // namespace ob::core
