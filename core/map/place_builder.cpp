// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/place_builder.h"

#include "core/map/osm_place.h"
#include "core/map/osm_road.h"
#include "core/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <set>

namespace ob::core {
namespace {

/// A long road is found at places so far apart.
constexpr double roadStretchMetres = 3'000;
/// Two carriageways cross two others at four nodes: one crossing.
constexpr double crossingMetres = 150;

/// How far the name of a settlement reaches.
double reachMetres(PlaceKind kind) {
    switch (kind) {
    case PlaceKind::City: return 25'000;
    case PlaceKind::Town: return 8'000;
    case PlaceKind::District: return 4'000;
    case PlaceKind::Village: return 3'000;
    case PlaceKind::Neighbourhood:
    case PlaceKind::Hospital:
    case PlaceKind::Police:
    case PlaceKind::FireStation:
    case PlaceKind::School:
    case PlaceKind::Station:
    case PlaceKind::Road:
    case PlaceKind::Crossing:
    case PlaceKind::Other:
    case PlaceKind::Address: return 0;
    }
    return 0;
}

std::string const& shownName(MapName const& name) {
    if (!name.local.empty()) return name.local;
    return name.chinese.empty() ? name.english : name.chinese;
}

std::uint32_t populationWeight(OsmObject const& object) {
    std::string_view const text = object.tag("population");
    std::uint32_t people = 0;
    std::from_chars(text.data(), text.data() + text.size(), people);
    return people >= 100'000'000 ? 0 : 100'000'000 - people;
}

/// Settlements by squares of a twentieth of a degree.
class Surroundings {
  public:
    void add(GazetteerPlace const& place) { m_cells[keyOf(place.point, 0, 0)].push_back(&place); }

    /// The settlement whose reach the place is deepest in, of a settlement a greater one; null outside of
    /// all.
    GazetteerPlace const* around(GazetteerPlace const& of) const {
        GeoPoint const point = of.point;
        bool const isSettlement = reachMetres(of.kind) > 0;
        GazetteerPlace const* best = nullptr;
        double bestShare = 1;
        for (int north = -cells; north <= cells; ++north)
            for (int east = -cells; east <= cells; ++east) {
                auto const cell = m_cells.find(keyOf(point, north, east));
                if (cell == m_cells.end()) continue;
                for (GazetteerPlace const* const place : cell->second) {
                    if (isSettlement && place->kind >= of.kind) continue;
                    double const share = distanceMetres(point, place->point) / reachMetres(place->kind);
                    if (share >= bestShare) continue;
                    bestShare = share;
                    best = place;
                }
            }
        return best;
    }

  private:
    static constexpr int cells = 4; ///< 22 km
    static std::int64_t keyOf(GeoPoint point, int north, int east) {
        constexpr std::int64_t side = 500'000;
        std::int64_t const row = (point.latitudeE7() + 900'000'000LL) / side + north;
        std::int64_t const column = (point.longitudeE7() + 1'800'000'000LL) / side + east;
        return row * 100'000 + column;
    }
    std::unordered_map<std::int64_t, std::vector<GazetteerPlace const*>> m_cells;
};

} // namespace

void PlaceBuilder::note(OsmObject const& relation) {
    if (relation.kind != OsmObject::Kind::Relation || relation.tag("type") != "multipolygon") return;
    if (!placeTraits(relation)) return;
    for (auto const& member : relation.members)
        if (member.kind == OsmObject::Kind::Way && member.role != "inner")
            m_outlines.emplace(member.id, std::nullopt);
}

void PlaceBuilder::add(OsmObject const& object) {
    switch (object.kind) {
    case OsmObject::Kind::Node:
        if (object.point) addPlace(object, *object.point);
        return;
    case OsmObject::Kind::Way:
        if (auto const middle = middleOf(object)) {
            if (auto const outline = m_outlines.find(object.id); outline != m_outlines.end())
                outline->second = middle;
            addPlace(object, *middle);
        }
        return;
    case OsmObject::Kind::Relation:
        for (auto const& member : object.members) {
            auto const outline = m_outlines.find(member.id);
            if (member.kind != OsmObject::Kind::Way || outline == m_outlines.end() || !outline->second)
                continue;
            if (object.tag("type") == "multipolygon") addPlace(object, *outline->second);
            return;
        }
        return;
    }
}

void PlaceBuilder::add(GazetteerPlace place, std::uint32_t weight) {
    m_places.push_back({.place = std::move(place), .weight = weight});
}

void PlaceBuilder::addPlace(OsmObject const& object, GeoPoint point) {
    addAddress(object, point);
    auto const traits = placeTraits(object);
    if (!traits) return;
    Draft draft{.place = {.kind = traits->kind, .point = point, .name = nameOf(object), .context = {}},
                .weight = traits->weight};
    draft.place.name.reference.clear();
    if (shownName(draft.place.name).empty()) return;
    if (draft.place.kind == PlaceKind::City || draft.place.kind == PlaceKind::Town)
        draft.weight = populationWeight(object);
    m_places.push_back(std::move(draft));
}

void PlaceBuilder::addAddress(OsmObject const& object, GeoPoint point) {
    std::string address = addressText(object);
    if (address.empty()) return;
    std::string_view context = object.tag("addr:district");
    if (context.empty()) context = object.tag("addr:city");
    m_places.push_back(
        {.place = {.kind = PlaceKind::Address,
                   .point = point,
                   .name = {.local = std::move(address)},
                   .context = context.size() > TileLimits::nameBytes ? std::string() : normalise(context)},
         .weight = 0});
}

void PlaceBuilder::addRoad(std::vector<MapName> const& names, RoadSegment const& segment, GeoPoint a) {
    if (segment.name == 0) return;
    MapName const& name = names[segment.name - 1];
    std::string const& shown = shownName(name).empty() ? name.reference : shownName(name);
    GeoPoint const middle = segment.shape.empty() ? a : segment.shape[segment.shape.size() / 2];
    auto& stretches = m_roads[shown];
    for (std::uint32_t const index : stretches) {
        Draft& draft = m_places[index];
        if (distanceMetres(draft.place.point, middle) > roadStretchMetres) continue;
        // Shown at its longest piece.
        if (segment.centimetres / 100 > draft.metres) {
            draft.metres = segment.centimetres / 100;
            draft.place.point = middle;
        }
        draft.weight = std::min(draft.weight, std::uint32_t{static_cast<std::uint8_t>(segment.roadClass)});
        return;
    }
    stretches.push_back(static_cast<std::uint32_t>(m_places.size()));
    m_places.push_back({.place = {.kind = PlaceKind::Road, .point = middle, .name = name, .context = {}},
                        .weight = static_cast<std::uint8_t>(segment.roadClass),
                        .metres = segment.centimetres / 100});
}

void PlaceBuilder::addCrossing(std::vector<MapName> const& names, GeoPoint point,
                               std::vector<std::uint32_t> const& meeting) {
    for (std::size_t first = 0; first < meeting.size(); ++first)
        for (std::size_t second = first + 1; second < meeting.size(); ++second) {
            MapName const* one = &names[meeting[first] - 1];
            MapName const* other = &names[meeting[second] - 1];
            if (shownName(*one).empty() || shownName(*other).empty() || shownName(*one) == shownName(*other))
                continue;
            if (shownName(*other) < shownName(*one)) std::swap(one, other);
            auto const both = [&](std::string MapName::* part) {
                std::string const& left = one->*part;
                std::string const& right = other->*part;
                return left.empty() || right.empty() ? std::string() : left + " / " + right;
            };
            MapName const name{.local = shownName(*one) + " / " + shownName(*other),
                               .chinese = both(&MapName::chinese),
                               .english = both(&MapName::english)};
            auto& known = m_crossings[name.local];
            bool const isKnown = std::ranges::any_of(known, [&](std::uint32_t index) {
                return distanceMetres(m_places[index].place.point, point) < crossingMetres;
            });
            if (isKnown) continue;
            known.push_back(static_cast<std::uint32_t>(m_places.size()));
            m_places.push_back(
                {.place = {.kind = PlaceKind::Crossing, .point = point, .name = name, .context = {}}});
        }
}

std::set<std::string> PlaceBuilder::hanCharacters() const {
    std::set<std::string> characters;
    for (Draft const& draft : m_places) {
        collectHan(draft.place.name.local, characters);
        collectHan(draft.place.name.chinese, characters);
    }
    return characters;
}

void PlaceBuilder::findContexts() {
    Surroundings surroundings;
    for (Draft const& draft : m_places)
        if (reachMetres(draft.place.kind) > 0) surroundings.add(draft.place);
    for (Draft& draft : m_places) {
        if (!draft.place.context.empty()) continue;
        GazetteerPlace const* const around = surroundings.around(draft.place);
        if (around != nullptr) draft.place.context = shownName(around->name);
    }
}

void PlaceBuilder::finish(PinyinTokens const& pinyin,
                          std::function<void(GazetteerPlace const&, std::string_view)> const& sink) {
    findContexts();
    std::ranges::stable_sort(m_places, [](Draft const& a, Draft const& b) {
        return std::tuple(a.place.kind, a.weight, std::string_view(a.place.name.local))
               < std::tuple(b.place.kind, b.weight, std::string_view(b.place.name.local));
    });
    for (Draft const& draft : m_places) {
        std::string tokens = draft.place.context;
        // An address is found by its road and number; its own pinyin nobody types.
        if (draft.place.kind != PlaceKind::Address) {
            (tokens += ' ') += pinyin.of(draft.place.name.local);
            if (draft.place.name.chinese != draft.place.name.local)
                (tokens += ' ') += pinyin.of(draft.place.name.chinese);
        }
        sink(draft.place, tokens);
    }
    m_places.clear();
}

} // namespace ob::core
