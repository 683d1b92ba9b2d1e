// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/osm_road.h"

#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace ob::core {
namespace {

struct HighwayClass {
    std::string_view highway;
    RoadClass roadClass;
};

constexpr auto highways = std::to_array<HighwayClass>({
    {"motorway", RoadClass::Motorway},
    {"trunk", RoadClass::Trunk},
    {"primary", RoadClass::Primary},
    {"secondary", RoadClass::Secondary},
    {"tertiary", RoadClass::Tertiary},
    {"unclassified", RoadClass::Minor},
    {"residential", RoadClass::Minor},
    {"road", RoadClass::Minor},
    {"living_street", RoadClass::Living},
    {"service", RoadClass::Service},
    {"busway", RoadClass::Service},
    {"bus_guideway", RoadClass::Service},
    {"track", RoadClass::Track},
    {"pedestrian", RoadClass::Pedestrian},
});

bool isYes(std::string_view value) {
    return value == "yes" || value == "true" || value == "1" || value == "designated"
           || value == "permissive";
}

bool isNo(std::string_view value) { return value == "no" || value == "private"; }

/// The most special key that is there counts.
std::string_view access(OsmObject const& way) {
    for (std::string_view const key : {"motorcar", "motor_vehicle", "vehicle", "access"})
        if (auto const value = way.tag(key); !value.empty()) return value;
    return {};
}

std::uint32_t directionFlags(OsmObject const& way, RoadClass roadClass, bool isRoundabout) {
    using enum RoadClass;
    std::string_view const oneway = way.tag("oneway");
    bool const isContraflow = way.tag("oneway:emergency") == "no";
    std::uint32_t const against = isContraflow ? RoadFlag::contraflow : 0;
    if (oneway == "-1" || oneway == "reverse") return RoadFlag::backward | against;
    bool const isOneway = isYes(oneway) || ((isRoundabout || roadClass == Motorway) && oneway != "no");
    return isOneway ? RoadFlag::forward | against : RoadFlag::forward | RoadFlag::backward;
}

std::optional<RoadClass> classOf(OsmObject const& way, std::string_view highway) {
    auto const* const found = std::ranges::find(highways, highway, &HighwayClass::highway);
    if (found != highways.end()) return found->roadClass;
    // Paths that were built so that a fire engine gets through.
    bool const isPath = highway == "footway" || highway == "path" || highway == "cycleway";
    if (isPath && isYes(way.tag("emergency"))) return RoadClass::Pedestrian;
    if (way.tag("route") == "ferry" && !isNo(access(way))) return RoadClass::Ferry;
    return std::nullopt;
}

std::string nameText(std::string_view text) {
    return text.size() <= TileLimits::nameBytes ? normalise(text) : std::string();
}

} // namespace

std::uint8_t speedLimit(std::string_view text) {
    if (text == "none") return 255;
    if (text == "walk") return 7;
    // "CN:urban" and the like say what the class says already.
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || !(number > 0)) return 0;
    std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
    while (unit.starts_with(' '))
        unit.remove_prefix(1);
    if (unit == "mph")
        number *= 1.609344;
    else if (!unit.empty() && unit != "km/h" && unit != "kmh")
        return 0;
    return number < 250 ? static_cast<std::uint8_t>(std::lround(number)) : 0;
}

std::optional<RoadTraits> roadTraits(OsmObject const& way) {
    if (way.nodes.size() < 2 || way.tag("area") == "yes" || way.tag("area:highway") == "yes")
        return std::nullopt;
    std::string_view highway = way.tag("highway");
    bool const isLink = highway.ends_with("_link");
    if (isLink) highway.remove_suffix(5);
    auto const roadClass = classOf(way, highway);
    if (!roadClass) return std::nullopt;
    std::string_view const junction = way.tag("junction");
    bool const isRoundabout = junction == "roundabout" || junction == "circular";
    RoadTraits traits{.roadClass = *roadClass, .flags = directionFlags(way, *roadClass, isRoundabout)};
    auto const set = [&traits](std::uint32_t flag, bool applies) { traits.flags |= applies ? flag : 0; };
    set(RoadFlag::link, isLink);
    set(RoadFlag::roundabout, isRoundabout);
    set(RoadFlag::bridge, !way.tag("bridge").empty() && way.tag("bridge") != "no");
    set(RoadFlag::tunnel, !way.tag("tunnel").empty() && way.tag("tunnel") != "no");
    set(RoadFlag::restricted, isNo(access(way)) || *roadClass == RoadClass::Pedestrian || highway == "busway"
                                  || highway == "bus_guideway");
    traits.limitKmh = speedLimit(way.tag("maxspeed"));
    return traits;
}

MapName nameOf(OsmObject const& object) {
    std::string_view const simplified = object.tag("name:zh-Hans");
    return {.local = nameText(object.tag("name")),
            .chinese = nameText(simplified.empty() ? object.tag("name:zh") : simplified),
            .english = nameText(object.tag("name:en")),
            .reference = nameText(object.tag("ref"))};
}

std::optional<TurnRule> turnRule(OsmObject const& relation) {
    if (relation.tag("type") != "restriction") return std::nullopt;
    std::string_view const kind = relation.tag("restriction");
    TurnRule rule{.isOnly = kind.starts_with("only_"),
                  .exceptEmergency = relation.tag("except").find("emergency") != std::string_view::npos};
    if (!rule.isOnly && !kind.starts_with("no_")) return std::nullopt;
    int found = 0;
    for (auto const& member : relation.members) {
        bool const isWay = member.kind == OsmObject::Kind::Way;
        if (isWay && member.role == "from")
            rule.fromWay = member.id;
        else if (isWay && member.role == "to")
            rule.toWay = member.id;
        else if (member.kind == OsmObject::Kind::Node && member.role == "via")
            rule.viaNode = member.id;
        else
            continue;
        ++found;
    }
    // no_entry and no_exit may name several ways: only the plain kind is taken.
    bool const isWhole = found == 3 && rule.fromWay != 0 && rule.toWay != 0 && rule.viaNode != 0;
    return isWhole ? std::optional(rule) : std::nullopt;
}

} // namespace ob::core
