// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/tile_worker.h"

#include "core/ensure.h"

#include <QCoreApplication>
#include <QThread>

#include <stdexcept>
#include <utility>

namespace ob::ui {

std::optional<core::Bytes> TileWorker::read(core::TileId id) {
    if (!m_reader) m_reader = m_port->open();
    return m_reader->tile(id);
}

void TileWorker::paint(TileResult& result) {
    TileJob& job = result.job;
    bool const isRaster = m_port->source().format == core::TileFormat::Raster;
    if (!job.decoded) {
        auto const bytes = read(job.view.source);
        if (!bytes) return;
        result.outcome = TileOutcome::Broken;
        if (isRaster) {
            result.image = paintRasterTile(*bytes, job.view);
            if (!result.image.isNull()) result.outcome = TileOutcome::Painted;
            return;
        }
        auto tile = core::decodeVectorTile(*bytes);
        if (!tile) return;
        job.decoded = std::make_shared<core::VectorTile const>(std::move(*tile));
    }
    result.image = paintTile(*job.decoded, job.view, MapStyle(job.theme));
    result.outcome = TileOutcome::Painted;
}

void TileWorker::run(std::shared_ptr<core::TilePort> const& port, TileJob job) {
    OB_ENSURE(QThread::currentThread()
              != QCoreApplication::instance()->thread()); // the screen never waits for a tile
    if (port != m_port) {
        m_reader.reset();
        m_port = port;
    }
    TileResult result{.job = std::move(job), .outcome = TileOutcome::Missing, .image = {}};
    try {
        paint(result);
    } catch (
        std::runtime_error const&) { // the file is gone or damaged; the view says that there is no map here
        m_reader.reset();
        result.outcome = TileOutcome::Broken;
    }
    Q_EMIT finished(std::move(result));
}

} // namespace ob::ui
