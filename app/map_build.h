// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"
#include "core/map/map_build_problem.h"

#include <QString>

#include <filesystem>
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>

namespace ob::store {
class MapFile;
class MapPackWriter;
} // namespace ob::store

namespace ob::app {

/// No map pack was built. Words: ui/text/map_text.h.
class MapBuildFailure : public std::runtime_error {
  public:
    explicit MapBuildFailure(core::MapBuildProblem problem)
        : std::runtime_error(problem.subject + ": " + problem.detail), m_problem(std::move(problem)) {}
    core::MapBuildProblem const& problem() const { return m_problem; }

  private:
    core::MapBuildProblem m_problem;
};

/// Steps in their order, for who waits.
enum class MapBuildStep { Reading, Sorting, Repairing, Tiles, Packing, Roads, Places };

struct MapBuildReport {
    std::uint64_t nodes = 0;
    std::uint64_t ways = 0;
    std::uint64_t relations = 0;
    std::uint64_t missingNodes = 0; ///< named by ways of the file and not in it: taken out of them
    std::uint64_t tiles = 0;
    std::uint64_t roadSegments = 0;
    std::uint64_t turnBans = 0;
    std::uint64_t lostTurnRules = 0; ///< at places that are not in the road graph
    std::uint64_t places = 0;
    bool isRomanised = false; ///< Chinese names are found by pinyin
    core::Hash hash{};
    std::uintmax_t bytes = 0;
};

/// Builds a map pack of an OpenStreetMap file with the programs osmium and tilemaker, in a folder of its own
/// beside the pack, which appears under its name when it is complete.
class MapBuild {
  public:
    struct Order {
        std::filesystem::path osm;
        std::filesystem::path out;
        std::filesystem::path sea; ///< shapefile of water polygons, WGS 84; empty: none
        std::string name;          ///< empty: the name of the file
        std::string date;          ///< of the map, yyyy-mm-dd; empty: newest object's, or the file's
        std::string attribution;   ///< to be shown with the map
        std::string licence;
    };
    struct Watcher {
        std::function<void(MapBuildStep)> began;
        std::function<bool()> isStopped;
    };
    MapBuild(Order order, Watcher watcher);

    /// Throws MapBuildFailure, FileError, core::StoreError.
    MapBuildReport run();

  private:
    struct Source;
    Source prepared(QString const& scratch);
    void sort(Source& source, QString const& scratch);
    void repair(Source& source, QString const& scratch);
    QString writeLayers(QString const& scratch) const;
    QString makeTiles(Source const& source, QString const& scratch);
    void pack(Source const& source, QString const& tiles, QString const& scratch, QString const& file);
    void copyTiles(store::MapFile const& tiles, store::MapPackWriter& writer);
    void describe(Source const& source, store::MapFile const& tiles, store::MapPackWriter& writer) const;

    Order m_order;
    Watcher m_watcher;
    MapBuildReport m_report;
};

} // namespace ob::app
