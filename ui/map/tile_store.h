// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/tile_job.h"

#include <QObject>
#include <QThread>

#include <array>
#include <map>
#include <memory>
#include <vector>

namespace ob::ui {

class TileWorker;

/// Painted tiles of one map, the least recently used forgotten first; and the workers that make them.
/// GUI thread. Which tile is made next is decided when a worker is free, so a wish that is not wished any
/// more costs nothing.
class TileStore : public QObject {
    Q_OBJECT
  public:
    static constexpr std::size_t workers = 2;
    static constexpr qint64 imageLimit = 160 << 20;
    static constexpr std::size_t decodedLimit = 96;

    struct Painted {
        QImage image; ///< null: there is none
        TileOutcome outcome = TileOutcome::Missing;
        std::uint64_t lastUse = 0;
    };

    explicit TileStore(QObject* parent = nullptr);
    ~TileStore() override;

    /// Another map, at once; null: none.
    void open(std::shared_ptr<core::TilePort> port);
    core::TilePort const* port() const { return m_port.get(); }
    /// The deepest tile of the map that holds what is shown there; nothing above the map's first zoom.
    std::optional<core::TileId> sourceOf(core::TileId shown) const;

    /// The most wanted first; replaces the wishes before.
    void want(std::vector<TileJob> wishes);
    bool isBusy() const;

    Painted const* find(TileKey const& key);
    /// The same square in another size.
    Painted const* findOther(TileKey const& key);
    DecodedTile decoded(core::TileId source);

  Q_SIGNALS:
    void arrived();

  private:
    struct Seat { ///< a worker, its thread and what it has been given
        QThread thread;
        std::unique_ptr<TileWorker> worker;
        std::vector<TileKey> given;
    };
    struct Decoded {
        DecodedTile tile;
        std::uint64_t lastUse = 0;
    };

    std::shared_ptr<core::TilePort> m_port;
    std::uint64_t m_map = 0;
    std::array<Seat, workers> m_seats;
    std::vector<TileJob> m_wishes;
    std::map<TileKey, Painted> m_painted;
    std::map<core::TileId, Decoded> m_decoded;
    qint64 m_bytes = 0;
    std::uint64_t m_use = 0;

    void give();
    bool isGiven(TileKey const& key) const;
    void take(std::size_t seat, TileResult result);
    void forget();
};

} // namespace ob::ui
