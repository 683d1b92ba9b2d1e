// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"
#include "core/id.h"
#include "core/map/gazetteer.h"
#include "core/map/road.h"
#include "core/map/tile_id.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

namespace ob::store {

class Connection;

/// Fills a new map pack. What is not finished is no map; the file then belongs to whoever named it. Throws
/// core::StoreError when it cannot be written.
class MapPackWriter {
  public:
    /// The file must not exist.
    explicit MapPackWriter(std::filesystem::path const& file);
    ~MapPackWriter();
    MapPackWriter(MapPackWriter const&) = delete;
    MapPackWriter& operator=(MapPackWriter const&) = delete;

    /// As it is to be kept: vector tiles compressed with gzip. Each address once.
    void addTile(core::TileId id, core::ByteView bytes);
    /// Numbered from 0 in the order they come.
    void addRoadNode(core::GeoPoint point);
    /// Numbered from 1: 0 is no name.
    void addRoadName(core::MapName const& name);
    /// Numbered from 0.
    void addRoadSegment(core::RoadSegment const& segment);
    void addRoadBan(core::RoadBan const& ban);
    /// The most important first. tokens: further words by which it is found.
    void addPlace(core::GazetteerPlace const& place, std::string_view tokens);
    /// Each name once.
    void setMetadata(std::string_view name, std::string_view value);

    /// Writes the hash of all that and closes the file, which is on the disk when it returns.
    core::Hash finish();

  private:
    struct Statements;
    std::filesystem::path m_file;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Statements> m_statements;
    std::int64_t m_nodes = 0;
    std::int64_t m_names = 0;
    std::int64_t m_segments = 0;
    std::int64_t m_places = 0;
};

} // namespace ob::store
