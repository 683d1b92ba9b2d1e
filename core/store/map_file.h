// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/map_problem.h"
#include "core/map/tile_port.h"

#include <tl/expected.hpp>

#include <filesystem>
#include <map>
#include <memory>
#include <string>

namespace ob::store {

class Connection;

/// How the tiles lie in the file. MBTiles allows a view named `tiles`; we never ask a view of a strange file,
/// we ask the tables below it.
enum class TileLayout : std::uint8_t {
    Plain,          ///< a table `tiles`
    MapImages,      ///< `map` and `images`: the same picture once
    ShallowAndData, ///< `tiles_shallow` and `tiles_data`
};

/// What a map says of itself, read from an open connection.
struct MapHead {
    bool isPack = false;
    TileLayout layout = TileLayout::Plain;
    core::TileSource source;
    std::map<std::string, std::string> metadata; ///< as it stands there; texts cut at 4,000 bytes
};

/// A map on disk: a map pack of ours (core/store/map_pack.h) or MBTiles 1.3, told apart by what they hold.
/// The file is opened without locks and never written; nobody may write it while it is open: a new map is a
/// new file. Thread-safe; each reader belongs to the thread that opened it.
class MapFile final : public core::TilePort {
  public:
    /// Refuses what is not a map, with the reason. Reads no tile: `checkMap` does.
    static tl::expected<std::shared_ptr<MapFile>, core::MapProblem> load(std::filesystem::path const& file);

    core::TileSource const& source() const override { return m_head.source; }
    /// Throws core::StoreError when the file is gone. So does its reader for a tile that is damaged.
    std::unique_ptr<core::TileReader> open() override;

    std::filesystem::path const& file() const { return m_file; }
    MapHead const& head() const { return m_head; }
    bool isPack() const { return m_head.isPack; }

    /// For whoever reads other parts of the file. Throws core::StoreError.
    std::unique_ptr<Connection> connect() const;

  private:
    MapFile(std::filesystem::path file, MapHead head);
    std::filesystem::path m_file;
    MapHead m_head;
};

} // namespace ob::store
