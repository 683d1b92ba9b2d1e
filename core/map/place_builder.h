// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/gazetteer.h"
#include "core/map/opl.h"
#include "core/map/pinyin_tokens.h"
#include "core/map/road.h"

#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace ob::core {

/// Makes a gazetteer of OpenStreetMap objects and of a road graph's names.
class PlaceBuilder {
  public:
    /// First reading: relations, whose outlines are to be known.
    void note(OsmObject const& relation);
    /// Second reading: nodes and ways with places, then relations.
    void add(OsmObject const& object);
    /// A place that is known already; a smaller weight is more important, within its kind.
    void add(GazetteerPlace place, std::uint32_t weight);
    /// One place for each stretch of city that the road goes through.
    void addRoad(std::vector<MapName> const& names, RoadSegment const& segment, GeoPoint a);
    void addCrossing(std::vector<MapName> const& names, GeoPoint point,
                     std::vector<std::uint32_t> const& meeting);

    /// Han characters of all names, each once.
    std::set<std::string> hanCharacters() const;
    /// All places, the most important first, with the words by which they are found besides their names.
    /// Gives them away.
    void finish(PinyinTokens const& pinyin,
                std::function<void(GazetteerPlace const&, std::string_view tokens)> const& sink);
    std::size_t size() const { return m_places.size(); }

  private:
    struct Draft {
        GazetteerPlace place;
        std::uint32_t weight = 0; ///< smaller is more important
        std::uint32_t metres = 0; ///< of a road
    };
    void addPlace(OsmObject const& object, GeoPoint point);
    void addAddress(OsmObject const& object, GeoPoint point);
    void findContexts();

    std::vector<Draft> m_places;
    std::unordered_map<std::int64_t, std::optional<GeoPoint>> m_outlines; ///< middle of a way, by its id
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_roads;  ///< places by name
    std::unordered_map<std::string, std::vector<std::uint32_t>> m_crossings;
};

} // namespace ob::core
