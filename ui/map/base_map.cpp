// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/base_map.h"

#include "ui/map/label_worker.h"
#include "ui/map/occupancy.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace ob::ui {
namespace {

constexpr int deepestTile = 21;
/// A tile this many levels up is fetched first: it stands in for all of the view.
constexpr int backdropLevels = 3;
constexpr int longestStandIn = 8;

} // namespace

BaseMap::BaseMap(QObject* parent) : QObject(parent), m_labelWorker(std::make_unique<LabelWorker>()) {
    m_labelWorker->moveToThread(&m_labelThread);
    connect(
        m_labelWorker.get(), &LabelWorker::finished, this,
        [this](std::shared_ptr<LabelScene const> scene) {
            m_isLabelling = false;
            m_scene = std::move(scene);
            searchNames();
            Q_EMIT changed();
        },
        Qt::QueuedConnection);
    connect(&m_tiles, &TileStore::arrived, this, [this] {
        wish();
        Q_EMIT changed();
    });
    m_labelThread.setObjectName(QStringLiteral("names"));
    m_labelThread.start(QThread::LowPriority);
}

BaseMap::~BaseMap() {
    m_labelThread.quit();
    m_labelThread.wait();
}

void BaseMap::open(std::shared_ptr<core::TilePort> port) { m_tiles.open(std::move(port)); }

void BaseMap::use(Theme theme) {
    m_theme = theme;
    wish();
}

void BaseMap::use(Language language) {
    m_language = language;
    wish();
}

void BaseMap::expect(Camera const& rest) {
    if (rest == m_rest) return;
    m_rest = rest;
    wish();
}

BaseMap::Range BaseMap::rangeOf(Camera const& camera) {
    Range range;
    range.zoom = std::clamp(static_cast<int>(std::floor(camera.zoom() + 1e-9)), 0, deepestTile);
    double const tiles = std::exp2(range.zoom);
    WorldBox const box = camera.box();
    auto const cell = [tiles](double part, double inward) {
        return std::clamp(static_cast<int>(std::floor(part * tiles + inward)), 0,
                          static_cast<int>(tiles) - 1);
    };
    range.left = cell(box.topLeft.x, 1e-9);
    range.top = cell(box.topLeft.y, 1e-9);
    range.right = cell(box.bottomRight.x, -1e-9);
    range.bottom = cell(box.bottomRight.y, -1e-9);
    return range;
}

int BaseMap::pixelsOf(Camera const& camera, int zoom) {
    return static_cast<int>(std::lround(camera.scale() * camera.pixelRatio() / std::exp2(zoom)));
}

/// Both edges are rounded from one formula, so neighbours neither overlap nor gape.
QRect BaseMap::placeOf(Camera const& camera, core::TileId id) {
    double const size = std::exp2(-id.zoom);
    QPointF const from = camera.toScreen({id.column * size, id.row * size}) * camera.pixelRatio();
    QPointF const to = camera.toScreen({(id.column + 1) * size, (id.row + 1) * size}) * camera.pixelRatio();
    QPoint const a(static_cast<int>(std::lround(from.x())), static_cast<int>(std::lround(from.y())));
    QPoint const b(static_cast<int>(std::lround(to.x())), static_cast<int>(std::lround(to.y())));
    return {a, QSize(b.x() - a.x(), b.y() - a.y())};
}

TileJob BaseMap::jobFor(core::TileId id, Camera const& camera) const {
    TileJob job;
    job.theme = m_theme;
    job.view = {id, m_tiles.sourceOf(id).value_or(id), pixelsOf(camera, id.zoom), camera.zoom(),
                camera.pixelRatio()};
    return job;
}

void BaseMap::wish() {
    std::vector<TileJob> wishes;
    Range const range = rangeOf(m_rest);
    if (m_tiles.sourceOf({static_cast<std::uint8_t>(range.zoom), 0, 0})) {
        double const middleX = (range.left + range.right) / 2.0;
        double const middleY = (range.top + range.bottom) / 2.0;
        for (int row = range.top; row <= range.bottom; ++row)
            for (int column = range.left; column <= range.right; ++column)
                wishes.push_back(jobFor({static_cast<std::uint8_t>(range.zoom),
                                         static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row)},
                                        m_rest));
        auto const distance = [&](TileJob const& job) {
            return std::hypot(job.view.shown.column - middleX, job.view.shown.row - middleY);
        };
        std::stable_sort(wishes.begin(), wishes.end(),
                         [&](TileJob const& a, TileJob const& b) { return distance(a) < distance(b); });
        int const up = std::max<int>(range.zoom - backdropLevels, m_tiles.port()->source().minZoom);
        if (up < range.zoom) {
            core::TileId const backdrop = ancestorAt(wishes.front().view.shown, up);
            TileJob job = jobFor(backdrop, m_rest.at(m_rest.centre(), up));
            job.view.pixels = static_cast<int>(Camera::tileSize * m_rest.pixelRatio());
            wishes.insert(
                wishes.begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(1, wishes.size())), job);
        }
    }
    m_tiles.want(std::move(wishes));
    searchNames();
}

BaseMap::NamesKey BaseMap::namesKey() {
    NamesKey key{rangeOf(m_rest), m_rest.zoom(), m_rest.pixelRatio(), m_theme, m_language, {}};
    for (int row = key.range.top; row <= key.range.bottom; ++row)
        for (int column = key.range.left; column <= key.range.right; ++column) {
            auto const source =
                m_tiles.sourceOf({static_cast<std::uint8_t>(key.range.zoom),
                                  static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row)});
            if (!source) continue;
            auto const isOf = [&](auto const& known) { return known.first == *source; };
            if (std::any_of(key.tiles.begin(), key.tiles.end(), isOf)) continue;
            if (DecodedTile tile = m_tiles.decoded(*source)) key.tiles.emplace_back(*source, std::move(tile));
        }
    return key;
}

void BaseMap::searchNames() {
    if (m_isLabelling) return;
    NamesKey key = namesKey();
    if (key == m_labelled) return;
    LabelJob job{
        .camera = m_rest, .region = {}, .theme = m_theme, .language = m_language, .tiles = key.tiles};
    auto const id = [&](int column, int row) {
        return core::TileId{static_cast<std::uint8_t>(key.range.zoom), static_cast<std::uint32_t>(column),
                            static_cast<std::uint32_t>(row)};
    };
    job.region = placeOf(m_rest, id(key.range.left, key.range.top))
                     .united(placeOf(m_rest, id(key.range.right, key.range.bottom)));
    m_labelled = std::move(key);
    m_isLabelling = true;
    QMetaObject::invokeMethod(
        m_labelWorker.get(), [worker = m_labelWorker.get(), job = std::move(job)] { worker->run(job); },
        Qt::QueuedConnection);
}

bool BaseMap::isSettled() const { return !m_isLabelling && !m_tiles.isBusy(); }

void BaseMap::appendGround(DisplayList& list, Camera const& camera) {
    QRegion unknown;
    Range const range = rangeOf(camera);
    if (!m_tiles.sourceOf({static_cast<std::uint8_t>(range.zoom), 0, 0}))
        unknown = QRect(QPoint(0, 0), (camera.size() * camera.pixelRatio()).toSize());
    else
        for (int row = range.top; row <= range.bottom; ++row)
            for (int column = range.left; column <= range.right; ++column)
                appendTile(list, camera,
                           {static_cast<std::uint8_t>(range.zoom), static_cast<std::uint32_t>(column),
                            static_cast<std::uint32_t>(row)},
                           unknown);
    appendHatching(list, camera, std::move(unknown));
}

void BaseMap::appendTile(DisplayList& list, Camera const& camera, core::TileId id, QRegion& unknown) {
    QRect const place = placeOf(camera, id);
    TileKey const key{id, pixelsOf(camera, id.zoom), m_theme};
    TileStore::Painted const* painted = m_tiles.find(key);
    if (!painted) painted = m_tiles.findOther(key);
    if (painted && painted->outcome != TileOutcome::Painted) {
        unknown += place;
        return;
    }
    if (painted) {
        list.tiles.push_back({painted->image, place, QRectF(painted->image.rect())});
        return;
    }
    appendAncestor(list, id, place);
    appendChildren(list, camera, id);
}

bool BaseMap::appendAncestor(DisplayList& list, core::TileId id, QRect const& place) {
    for (int up = 1; up <= longestStandIn && up <= id.zoom; ++up) {
        core::TileId const ancestor = ancestorAt(id, id.zoom - up);
        auto const* const painted = m_tiles.findOther({ancestor, 0, m_theme});
        if (!painted) continue;
        double const part = std::exp2(-up);
        double const size = painted->image.width() * part;
        QRectF const source((id.column - (ancestor.column << up)) * size,
                            (id.row - (ancestor.row << up)) * size, size, size);
        list.tiles.push_back({painted->image, place, source});
        return true;
    }
    return false;
}

void BaseMap::appendChildren(DisplayList& list, Camera const& camera, core::TileId id) {
    for (std::uint32_t child = 0; child < 4; ++child) {
        core::TileId const below{static_cast<std::uint8_t>(id.zoom + 1), id.column * 2 + (child & 1),
                                 id.row * 2 + (child >> 1)};
        if (auto const* const painted = m_tiles.findOther({below, 0, m_theme}))
            list.tiles.push_back({painted->image, placeOf(camera, below), QRectF(painted->image.rect())});
    }
}

void BaseMap::appendHatching(DisplayList& list, Camera const& camera, QRegion unknown) const {
    double const ratio = camera.pixelRatio();
    QRect const view(QPoint(0, 0), (camera.size() * ratio).toSize());
    QRect known = view;
    if (auto const* const map = m_tiles.port()) {
        core::TileSource const& source = map->source();
        QPointF const a = camera.toScreen(worldOfDegrees(source.north, source.west)) * ratio;
        QPointF const b = camera.toScreen(worldOfDegrees(source.south, source.east)) * ratio;
        known = QRectF(a, b).toAlignedRect();
        unknown += QRegion(view) - known;
    }
    unknown &= view;
    if (unknown.isEmpty()) return;
    int const period = static_cast<int>(10 * ratio);
    QImage hatch(period, period, QImage::Format_ARGB32_Premultiplied);
    QColor veil = list.land;
    veil.setAlpha(190);
    hatch.fill(veil);
    {
        QPainter painter(&hatch);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(MapStyle(m_theme).hatch(), ratio));
        for (int shift : {-period, 0, period})
            painter.drawLine(QPointF(shift - 1, period + 1), QPointF(shift + period + 1, -1));
    }
    // The pattern lies on the ground, not on the glass.
    QPointF const corner = camera.toScreen({0, 0}) * ratio;
    QPointF const origin(std::fmod(std::round(corner.x()), period),
                         std::fmod(std::round(corner.y()), period));
    QColor const edge = MapStyle(m_theme).grid();
    list.shapes.push_back([unknown, hatch, origin, known, edge, ratio](QPainter& painter) {
        painter.setBrushOrigin(origin);
        for (QRect const& rect : unknown)
            painter.fillRect(rect, QBrush(hatch));
        painter.setPen(QPen(edge, ratio));
        painter.drawRect(known);
    });
}

void BaseMap::appendNames(DisplayList& list, Camera const& camera, Occupancy const& taken,
                          std::vector<QRectF> const& glass) const {
    double const ratio = camera.pixelRatio();
    QRect const view(QPoint(0, 0), (camera.size() * ratio).toSize());
    std::vector<QRect> plates;
    for (QRectF const& plate : glass)
        plates.push_back(QRectF(plate.topLeft() * ratio, plate.size() * ratio).toAlignedRect());
    auto const stamp = [&](Sprite const& sprite, QPoint at) {
        if (sprite.rectAt(at).intersects(view)) list.stamps.push_back({&sprite, sprite.rectAt(at).topLeft()});
    };
    std::vector<QRect> moved; // what stands elsewhere than the scene has it
    for (PlacedLabel const& label : m_scene->labels) {
        QPointF const at = camera.toScreen(label.place) * ratio;
        QPoint const place(static_cast<int>(std::lround(at.x())), static_cast<int>(std::lround(at.y())));
        auto const isFree = [&](QRect const& here) {
            auto const meets = [&](QRect const& rect) { return rect.intersects(here); };
            return taken.isFree(here) && std::none_of(plates.begin(), plates.end(), meets)
                   && std::none_of(moved.begin(), moved.end(), meets);
        };
        auto const fits = [&](QPoint shift) {
            return std::all_of(label.boxes.begin(), label.boxes.end(), [&](QRect const& box) {
                QRect const here = box.translated(place + shift);
                return view.contains(here) && isFree(here);
            });
        };
        std::optional<QPoint> offset;
        if (label.sprite && fits({0, 0})) offset = label.offset;
        for (QPoint const other : label.otherOffsets) {
            if (offset || !fits(other - label.offset)) continue;
            offset = other;
            moved.push_back(label.boxes.front().translated(place + other - label.offset));
        }
        if (offset) stamp(*label.sprite, place + *offset);
        if (label.mark && (offset || label.isMarkAlone) && isFree(label.mark->rectAt(place)))
            stamp(*label.mark, place);
    }
}

} // namespace ob::ui
