// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/tile_port.h"

#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace ob::tests {

/// A map made up on the fly.
class FakeTiles : public core::TilePort {
  public:
    using Make = std::function<std::optional<core::Bytes>(core::TileId)>;

    explicit FakeTiles(Make make, core::TileSource source = {})
        : m_make(std::move(make)), m_source(std::move(source)) {}

    core::TileSource const& source() const override { return m_source; }
    std::unique_ptr<core::TileReader> open() override { return std::make_unique<Reader>(m_make); }

  private:
    struct Reader : core::TileReader {
        explicit Reader(Make given) : make(std::move(given)) {}
        std::optional<core::Bytes> tile(core::TileId id) override { return make(id); }
        Make make;
    };
    Make m_make;
    core::TileSource m_source;
};

} // namespace ob::tests
