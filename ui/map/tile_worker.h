// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/tile_job.h"

#include <QObject>

namespace ob::ui {

/// Reads, decodes and paints one tile after the other. Lives in a thread of its own.
class TileWorker : public QObject {
    Q_OBJECT
  public:
    void run(std::shared_ptr<core::TilePort> const& port, TileJob job);

  Q_SIGNALS:
    void finished(ob::ui::TileResult result);

  private:
    std::shared_ptr<core::TilePort> m_port;
    std::unique_ptr<core::TileReader> m_reader;

    std::optional<core::Bytes> read(core::TileId id);
    void paint(TileResult& result);
};

} // namespace ob::ui
