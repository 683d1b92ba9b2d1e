// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/tile_store.h"

#include "ui/map/tile_worker.h"

#include <algorithm>
#include <utility>

namespace ob::ui {
namespace {

/// One in work and one waiting: a worker never stands idle while its result travels.
constexpr std::size_t depth = 2;

} // namespace

TileStore::TileStore(QObject* parent) : QObject(parent) {
    for (std::size_t i = 0; i < m_seats.size(); ++i) {
        Seat& seat = m_seats[i];
        seat.worker = std::make_unique<TileWorker>();
        seat.worker->moveToThread(&seat.thread);
        connect(
            seat.worker.get(), &TileWorker::finished, this,
            [this, i](TileResult result) { take(i, std::move(result)); }, Qt::QueuedConnection);
        seat.thread.setObjectName(QStringLiteral("tiles"));
        seat.thread.start(QThread::LowPriority);
    }
}

TileStore::~TileStore() {
    for (Seat& seat : m_seats)
        seat.thread.quit();
    for (Seat& seat : m_seats)
        seat.thread.wait();
}

void TileStore::open(std::shared_ptr<core::TilePort> port) {
    m_port = std::move(port);
    ++m_map;
    m_wishes.clear();
    m_painted.clear();
    m_decoded.clear();
    m_bytes = 0;
    Q_EMIT arrived();
}

std::optional<core::TileId> TileStore::sourceOf(core::TileId shown) const {
    if (!m_port || shown.zoom < m_port->source().minZoom) return std::nullopt;
    return ancestorAt(shown, m_port->source().maxZoom);
}

void TileStore::want(std::vector<TileJob> wishes) {
    m_wishes = std::move(wishes);
    give();
}

bool TileStore::isBusy() const {
    return !m_wishes.empty() || std::any_of(m_seats.begin(), m_seats.end(), [](Seat const& seat) {
        return !seat.given.empty();
    });
}

bool TileStore::isGiven(TileKey const& key) const {
    return std::any_of(m_seats.begin(), m_seats.end(), [&](Seat const& seat) {
        return std::find(seat.given.begin(), seat.given.end(), key) != seat.given.end();
    });
}

void TileStore::give() {
    if (!m_port) return;
    std::size_t next = 0;
    for (std::size_t load = 0; load < depth; ++load)
        for (Seat& seat : m_seats) {
            if (seat.given.size() > load) continue;
            while (next < m_wishes.size()
                   && (m_painted.contains(m_wishes[next].key()) || isGiven(m_wishes[next].key())))
                ++next;
            if (next == m_wishes.size()) break;
            TileJob job = m_wishes[next++];
            job.map = m_map;
            job.decoded = decoded(job.view.source);
            seat.given.push_back(job.key());
            QMetaObject::invokeMethod(
                seat.worker.get(),
                [worker = seat.worker.get(), port = m_port, job] { worker->run(port, job); },
                Qt::QueuedConnection);
        }
    m_wishes.erase(m_wishes.begin(), m_wishes.begin() + static_cast<std::ptrdiff_t>(next));
}

void TileStore::take(std::size_t seat, TileResult result) {
    TileKey const key = result.job.key();
    std::erase(m_seats[seat].given, key);
    if (result.job.map == m_map) {
        if (result.job.decoded) m_decoded[result.job.view.source] = {result.job.decoded, ++m_use};
        auto const [place, isNew] = m_painted.try_emplace(key);
        if (!isNew) m_bytes -= place->second.image.sizeInBytes();
        place->second = {std::move(result.image), result.outcome, ++m_use};
        m_bytes += place->second.image.sizeInBytes();
        forget();
        Q_EMIT arrived();
    }
    give();
}

void TileStore::forget() {
    auto const older = [](auto const& a, auto const& b) { return a.second.lastUse < b.second.lastUse; };
    while (m_bytes > imageLimit && m_painted.size() > 1) {
        auto const oldest = std::min_element(m_painted.begin(), m_painted.end(), older);
        m_bytes -= oldest->second.image.sizeInBytes();
        m_painted.erase(oldest);
    }
    while (m_decoded.size() > decodedLimit) {
        // What was painted from it goes too: names come from the decoded tile, and a picture without is half.
        auto const oldest = std::min_element(m_decoded.begin(), m_decoded.end(), older);
        for (auto painted = m_painted.begin(); painted != m_painted.end();) {
            bool const isOf = sourceOf(painted->first.id) == oldest->first;
            if (isOf) m_bytes -= painted->second.image.sizeInBytes();
            painted = isOf ? m_painted.erase(painted) : std::next(painted);
        }
        m_decoded.erase(oldest);
    }
}

TileStore::Painted const* TileStore::find(TileKey const& key) {
    auto const found = m_painted.find(key);
    if (found == m_painted.end()) return nullptr;
    found->second.lastUse = ++m_use;
    return &found->second;
}

TileStore::Painted const* TileStore::findOther(TileKey const& key) {
    Painted* best = nullptr;
    auto found = m_painted.lower_bound({key.id, 0, Theme::Night});
    for (; found != m_painted.end() && found->first.id == key.id; ++found)
        if (found->first.theme == key.theme && !found->second.image.isNull()) best = &found->second;
    if (best) best->lastUse = ++m_use;
    return best;
}

DecodedTile TileStore::decoded(core::TileId source) {
    auto const found = m_decoded.find(source);
    if (found == m_decoded.end()) return nullptr;
    found->second.lastUse = ++m_use;
    return found->second.tile;
}

} // namespace ob::ui
