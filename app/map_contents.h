// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/outside_program.h"
#include "core/map/place_builder.h"
#include "core/map/road_builder.h"
#include "core/store/map_pack_writer.h"

#include <QString>

namespace ob::app {

/// Takes the roads and the names out of an OpenStreetMap file, whose ways have all their nodes, into a map
/// pack. Reads what osmium prints, line by line. Throws ProgramFailure, core::StoreError.
class MapContents {
  public:
    /// scratch: a folder for files on the way.
    MapContents(QString osm, QString scratch, OutsideProgram::IsStopped isStopped);

    void packRoads(store::MapPackWriter& writer);
    /// After the roads, whose names are places too.
    void packPlaces(store::MapPackWriter& writer);

    std::uint64_t segments() const { return m_segments; }
    std::uint64_t bans() const { return m_bans; }
    std::uint64_t lostRules() const { return m_roads.lostRules(); }
    std::uint64_t places() const { return m_placeCount; }
    /// False: the program that writes Chinese in Latin letters is not here.
    bool isRomanised() const { return m_isRomanised; }

  private:
    /// Objects of the file that these expressions of `osmium tags-filter` choose, and what those refer to.
    QString filtered(QString const& name, QStringList const& expressions);
    void each(QStringList const& arguments, std::function<void(core::OsmObject const&)> const& visit);
    core::PinyinTokens pinyin();

    QString m_osm;
    QString m_scratch;
    OutsideProgram::IsStopped m_isStopped;
    core::RoadBuilder m_roads;
    core::PlaceBuilder m_places;
    std::uint64_t m_segments = 0;
    std::uint64_t m_bans = 0;
    std::uint64_t m_placeCount = 0;
    bool m_isRomanised = false;
};

} // namespace ob::app
