// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/label_placer.h"

#include "ui/map/occupancy.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>
#include <utility>

namespace ob::ui {
namespace {

constexpr int cellPixels = 2;         ///< logical
constexpr double sameNameApart = 130; ///< logical pixels between two places of one name
constexpr double sameRoadApart = 260;
constexpr double alongRoad = 380; ///< from one name of a road to its next
constexpr double numberApart = 480;
/// Names of places people live in; marks may stand on them, and then they are written beside.
constexpr int lastSettlement = 6;
constexpr int besideAMark = 20; ///< logical pixels: so much farther, a mark is not met

struct Wish {
    LabelCandidate const* candidate;
    LabelStyle style;
};

TextStyle textStyleOf(LabelStyle const& style) {
    return {.pixels = style.pixels,
            .weight = style.weight,
            .colour = style.colour,
            .halo = style.halo,
            .haloWidth = 1.6,
            .spacing = style.spacing,
            .wrap = style.wrap};
}

QString keyOf(QString const& text, TextStyle const& style, double pixelRatio) {
    return QStringLiteral("%1 %2 %3 %4 %5 %6 ")
               .arg(style.pixels)
               .arg(style.weight)
               .arg(style.colour.rgb())
               .arg(style.spacing)
               .arg(style.wrap)
               .arg(pixelRatio)
           + text;
}

std::optional<SymbolName> symbolOf(core::MapClass mapClass) {
    using enum core::MapClass;
    if (mapClass == Hospital) return SymbolName::Hospital;
    if (mapClass == FireStation) return SymbolName::FireStation;
    if (mapClass == Police) return SymbolName::PoliceStation;
    if (mapClass == Station) return SymbolName::Station;
    if (mapClass == School) return SymbolName::School;
    if (mapClass == Fuel) return SymbolName::Fuel;
    if (mapClass == Airport) return SymbolName::Airport;
    if (mapClass == Peak) return SymbolName::Peak;
    return std::nullopt;
}

} // namespace

/// One scene in the making.
class LabelRound {
  public:
    LabelRound(LabelPlacer& placer, LabelJob const& job)
        : m_placer(placer), m_job(job), m_ratio(job.camera.pixelRatio()),
          m_taken(job.region.size(), std::max(1, static_cast<int>(cellPixels * m_ratio))) {}

    LabelScene run() {
        MapStyle const style(m_job.theme);
        double const zoom = m_job.camera.zoom();
        std::vector<Wish> wishes;
        for (auto const& [id, tile] : m_job.tiles)
            for (LabelCandidate const& candidate : m_placer.namesOf(id, tile, m_job.language)) {
                auto const labelStyle = candidate.isNumber
                                            ? style.roadNumber(candidate.mapClass, zoom)
                                            : style.label(candidate.mapClass, candidate.rank, zoom);
                if (labelStyle && isNear(candidate)) wishes.push_back({&candidate, *labelStyle});
            }
        auto const key = [](Wish const& wish) {
            LabelCandidate const& c = *wish.candidate;
            return std::tuple(wish.style.order, c.rank, c.isNumber ? c.mapClass : core::MapClass{},
                              std::cref(c.text), c.line.front().x, c.line.front().y);
        };
        std::sort(wishes.begin(), wishes.end(),
                  [&](Wish const& a, Wish const& b) { return key(a) < key(b); });
        m_scene.zoom = zoom;
        m_scene.candidates = wishes.size();
        for (Wish const& wish : wishes) {
            if (wish.candidate->isNumber)
                placeNumber(wish);
            else if (wish.candidate->isLine())
                placeAlong(wish);
            else
                placeAt(wish);
        }
        findOtherOffsets();
        return std::move(m_scene);
    }

  private:
    LabelPlacer& m_placer;
    LabelJob const& m_job;
    double m_ratio;
    Occupancy m_taken;
    LabelScene m_scene;
    std::map<QString, std::vector<QPointF>> m_written; ///< where each name stands already
    using Offsets = std::array<QPoint, 8>;
    std::vector<std::pair<std::size_t, Offsets>> m_settlements; ///< which label, and where it might stand

    /// Device pixels from the region's corner.
    QPointF deviceOf(WorldPoint point) const {
        return m_job.camera.toScreen(point) * m_ratio - QPointF(m_job.region.topLeft());
    }
    WorldPoint worldOf(QPointF device) const {
        return m_job.camera.toWorld((device + QPointF(m_job.region.topLeft())) / m_ratio);
    }

    bool isNear(LabelCandidate const& candidate) const {
        QRectF const region(QPointF(0, 0), QSizeF(m_job.region.size()));
        QPointF low(1e12, 1e12);
        QPointF high(-1e12, -1e12);
        for (WorldPoint const& world : candidate.line) {
            QPointF const p = deviceOf(world);
            low = {std::min(low.x(), p.x()), std::min(low.y(), p.y())};
            high = {std::max(high.x(), p.x()), std::max(high.y(), p.y())};
        }
        return high.x() >= 0 && high.y() >= 0 && low.x() <= region.right() && low.y() <= region.bottom();
    }

    bool isRepeated(QString const& text, QPointF at, double apart) const {
        auto const found = m_written.find(text);
        if (found == m_written.end()) return false;
        return std::any_of(found->second.begin(), found->second.end(), [&](QPointF other) {
            return std::hypot(other.x() - at.x(), other.y() - at.y()) < apart * m_ratio;
        });
    }

    /// Surely less than the text covers at the same middle: painting it costs a hundred times as much as
    /// asking.
    QSize leastSize(QString const& text, TextStyle const& style) {
        double const width = m_placer.widthOf(text, style);
        double const lines = style.wrap > 0 ? std::max(1.0, std::ceil(width / style.wrap)) : 1;
        return (QSizeF(width / lines - 6, style.pixels * 0.7) * m_ratio).toSize();
    }

    bool isClear(QRect const& box, double clear) const {
        int const around = static_cast<int>(clear * m_ratio);
        return m_taken.isFree(box.adjusted(-around, -around, around, around));
    }

    bool tryAt(QPoint at, std::shared_ptr<Sprite const> const& sprite, QPoint offset, Wish const& wish) {
        // The halo may touch its neighbours, the letters may not.
        int const inset = static_cast<int>(1.5 * m_ratio);
        QRect const box = sprite->rectAt(offset).adjusted(inset, inset, -inset, -inset);
        if (!isClear(box.translated(at), wish.style.clear)) return false;
        QString const& text = wish.candidate->text;
        m_taken.take(box.translated(at));
        m_scene.labels.push_back({worldOf(at), sprite, offset, {box}, text, nullptr, false});
        return true;
    }

    void placeAt(Wish const& wish) {
        QString const& text = wish.candidate->text;
        QPoint const at = deviceOf(wish.candidate->line.front()).toPoint();
        if (isRepeated(text, at, sameNameApart)) return;
        bool const hasMark = symbolOf(wish.candidate->mapClass) || wish.style.hasDot;
        QSize const least = leastSize(text, textStyleOf(wish.style));
        if (!hasMark && !m_taken.isFree(QRect(at - QPoint(least.width(), least.height()) / 2, least))) return;
        auto const sprite = m_placer.spriteOf(text, textStyleOf(wish.style), m_ratio);
        std::shared_ptr<Sprite const> mark;
        if (auto const symbol = symbolOf(wish.candidate->mapClass))
            mark = m_placer.m_symbols.plain(*symbol, wish.style.colour, wish.style.halo, 16 * m_ratio);
        else if (wish.style.hasDot)
            mark = m_placer.m_symbols.dot(wish.style.colour, wish.style.halo,
                                          m_ratio * (wish.style.order < 6 ? 5 : 4));
        if (!mark) {
            if (tryAt(at, sprite, {0, 0}, wish)) m_written[text].push_back(at);
            return;
        }
        bool const hasSymbol = symbolOf(wish.candidate->mapClass).has_value();
        QRect const markBox = mark->rectAt({0, 0});
        if (!m_taken.isFree(markBox.translated(at))) return;
        int const across = (markBox.width() + sprite->image.width()) / 2 - static_cast<int>(2 * m_ratio);
        int const down = (markBox.height() + sprite->image.height()) / 2 - static_cast<int>(4 * m_ratio);
        Offsets const places{QPoint(across, 0),     QPoint(-across, 0),    QPoint(0, down),
                             QPoint(0, -down),      QPoint(across, down),  QPoint(across, -down),
                             QPoint(-across, down), QPoint(-across, -down)};
        bool isWritten = false;
        for (QPoint const place : places)
            if (tryAt(at, sprite, place, wish)) {
                isWritten = true;
                break;
            }
        if (!isWritten && !hasSymbol) return;
        if (!isWritten) m_scene.labels.push_back({worldOf(at), nullptr, {}, {}, text, nullptr, false});
        m_taken.take(markBox.translated(at));
        m_scene.labels.back().mark = mark;
        m_scene.labels.back().isMarkAlone = hasSymbol;
        m_written[text].push_back(at);
        if (isWritten && wish.style.order <= lastSettlement)
            m_settlements.emplace_back(m_scene.labels.size() - 1, places);
    }

    /// From the region's corner, what a label covers.
    std::vector<QRect> coveredBy(PlacedLabel const& label) const {
        QPoint const at = deviceOf(label.place).toPoint();
        std::vector<QRect> rects;
        for (QRect const& box : label.boxes)
            rects.push_back(box.translated(at));
        if (label.mark) rects.push_back(label.mark->rectAt(at));
        return rects;
    }

    /// When all names have their places: which others a settlement's could take.
    void findOtherOffsets() {
        for (auto const& [index, offsets] : m_settlements) {
            PlacedLabel& label = m_scene.labels[index];
            QRect const box = label.boxes.front().translated(deviceOf(label.place).toPoint());
            Occupancy others(m_taken.size(), m_taken.cell());
            for (std::size_t i = 0; i < m_scene.labels.size(); ++i)
                if (i != index)
                    for (QRect const& rect : coveredBy(m_scene.labels[i]))
                        others.take(rect);
            auto const sign = [](int at) { return at > 0 ? 1 : at < 0 ? -1 : 0; };
            int const farther = static_cast<int>(besideAMark * m_ratio);
            for (int const step : {0, farther})
                for (QPoint const offset : offsets) {
                    QPoint const other = offset + QPoint(sign(offset.x()), sign(offset.y())) * step;
                    if (other != label.offset && others.isFree(box.translated(other - label.offset)))
                        label.otherOffsets.push_back(other);
                }
        }
    }

    struct Way {
        std::vector<QPointF> path;
        double length = 0;
    };
    Way wayOf(LabelCandidate const& candidate) const {
        Way way;
        for (WorldPoint const& point : candidate.line) {
            way.path.push_back(deviceOf(point));
            if (way.path.size() == 1) continue;
            QPointF const step = way.path.back() - way.path[way.path.size() - 2];
            way.length += std::hypot(step.x(), step.y());
        }
        return way;
    }

    void placeNumber(Wish const& wish) {
        auto const& [path, length] = wayOf(*wish.candidate);
        auto const sprite = m_placer.plateOf(wish.candidate->text, textStyleOf(wish.style), m_ratio);
        if (length < 2 * sprite->image.width()) return;
        QString const name = u'#' + wish.candidate->text; // no road is called so
        int const count = std::max(1, static_cast<int>(length / (numberApart * m_ratio)));
        for (int i = 0; i < count; ++i)
            for (double const part : {0.0, 0.3, -0.3, 0.6, -0.6}) {
                QPoint const at = pointAlong(path, length * (2 * i + 1 + part) / (2 * count)).toPoint();
                if (isRepeated(name, at, numberApart / 2) || !tryAt(at, sprite, {0, 0}, wish)) continue;
                m_written[name].push_back(at);
                break;
            }
    }

    void placeAlong(Wish const& wish) {
        QString const& text = wish.candidate->text;
        TextStyle const style = textStyleOf(wish.style);
        auto const& [path, length] = wayOf(*wish.candidate);
        double const width = m_placer.widthOf(text, style) * m_ratio;
        double const room = length - width;
        if (room < 0) return;
        int const count = std::max(1, static_cast<int>(length / (width + alongRoad * m_ratio)));
        for (int i = 0; i < count; ++i) {
            double const middle = length * (2 * i + 1) / (2 * count);
            double const reach = std::min(room / 2, 120 * m_ratio);
            for (double const part : {0.0, 0.35, -0.35, 0.7, -0.7, 1.0, -1.0}) {
                double const at = std::clamp(middle + part * reach, width / 2, length - width / 2);
                if (tryAlong(wish, path, at)) break;
                if (reach < 4) break;
            }
        }
    }

    bool tryAlong(Wish const& wish, std::vector<QPointF> const& path, double middle) {
        QString const& text = wish.candidate->text;
        QPoint const at = pointAlong(path, middle).toPoint(); // where the sprite has its anchor
        if (isRepeated(text, at, sameRoadApart)) return false;
        auto line = textAlong(text, textStyleOf(wish.style), m_ratio, path, middle);
        if (!line) return false;
        for (QRect const& box : line->boxes)
            if (!isClear(box.translated(at), wish.style.clear)) return false;
        for (QRect const& box : line->boxes)
            m_taken.take(box.translated(at));
        m_written[text].push_back(at);
        m_scene.labels.push_back({worldOf(at),
                                  std::make_shared<Sprite const>(std::move(line->sprite)),
                                  {0, 0},
                                  std::move(line->boxes),
                                  text});
        return true;
    }
};

std::vector<LabelCandidate> const& LabelPlacer::namesOf(core::TileId id, DecodedTile const& tile,
                                                        Language language) {
    Names& names = m_names[id];
    if (names.tile != tile || names.language != language)
        names = {tile, language, labelCandidates(*tile, id, language)};
    return names.candidates;
}

std::shared_ptr<Sprite const> LabelPlacer::spriteOf(QString const& text, TextStyle const& style,
                                                    double pixelRatio) {
    std::shared_ptr<Sprite const>& sprite = m_sprites[keyOf(text, style, pixelRatio)];
    if (!sprite) sprite = std::make_shared<Sprite const>(textSprite(text, style, pixelRatio));
    return sprite;
}

std::shared_ptr<Sprite const> LabelPlacer::plateOf(QString const& text, TextStyle const& style,
                                                   double pixelRatio) {
    std::shared_ptr<Sprite const>& sprite = m_sprites[u'#' + keyOf(text, style, pixelRatio)];
    if (!sprite) sprite = std::make_shared<Sprite const>(plateSprite(text, style, pixelRatio));
    return sprite;
}

double LabelPlacer::widthOf(QString const& text, TextStyle const& style) {
    auto const [place, isNew] = m_widths.try_emplace(keyOf(text, style, 1));
    if (isNew) place->second = textWidth(text, style);
    return place->second;
}

LabelScene LabelPlacer::place(LabelJob const& job) {
    if (m_sprites.size() > spriteLimit) m_sprites.clear();
    if (m_widths.size() > 4 * spriteLimit) m_widths.clear();
    if (m_names.size() > nameLimit) m_names.clear();
    return LabelRound(*this, job).run();
}

} // namespace ob::ui
