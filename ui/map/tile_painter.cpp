// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/tile_painter.h"

#include "ui/map/coverage.h"
#include "ui/map/stroke_shape.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace ob::ui {
namespace {

using core::MapClass;
using core::TileFeature;

constexpr std::size_t classes = static_cast<std::size_t>(MapClass::WaterName) + 1;
constexpr double extent = 4096;
constexpr int lowestLayer = -5;
constexpr int highestLayer = 5;
/// Points nearer to the last one than this many device pixels change no pixel.
constexpr double leastStep = 0.3;
constexpr double widestLine = 60;

enum class Pass : std::uint8_t { Casing, Fill };

QColor mixed(QColor a, QColor b, double part) {
    auto const mix = [part](int x, int y) { return static_cast<int>(std::lround(x + (y - x) * part)); };
    return {mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue())};
}

/// How a line is laid on: its colour, and its shape in device pixels.
struct Brush {
    QColor colour;
    double width = 1;
    LineEnd end = LineEnd::Round;
    std::vector<double> dashes; ///< empty: solid
};

/// Paints one tile, class by class from the ground up.
class TileBrush {
  public:
    TileBrush(core::VectorTile const& tile, TileView const& view, MapStyle const& style, QImage& image)
        : m_tile(tile), m_view(view), m_style(style), m_image(image), m_coverage(view.pixels, view.pixels) {
        int const deeper = view.shown.zoom - view.source.zoom;
        m_scale = view.pixels * std::exp2(deeper) / extent;
        auto const corner = [&](std::uint32_t shown, std::uint32_t source) {
            return -static_cast<double>(shown - (source << deeper)) * view.pixels;
        };
        m_origin = {corner(view.shown.column, view.source.column), corner(view.shown.row, view.source.row)};
        for (std::uint32_t i = 0; i < tile.features.size(); ++i)
            if (!tile.features[i].isLabel && isInView(tile.features[i]))
                m_byClass[static_cast<std::size_t>(tile.features[i].mapClass)].push_back(i);
    }

    void paint() {
        for (MapClass const area : MapStyle::areaOrder()) {
            paintAreas(area);
            if (area == MapClass::Water) {
                for (MapClass const line : {MapClass::Stream, MapClass::River, MapClass::Ferry})
                    paintLines(line);
            }
            if (area == MapClass::Aeroway) paintLines(MapClass::Runway);
        }
        for (int layer = lowestLayer; layer <= highestLayer; ++layer)
            paintRoads(layer);
        for (MapClass const line :
             {MapClass::DistrictBorder, MapClass::ProvinceBorder, MapClass::CountryBorder})
            paintLines(line);
    }

  private:
    core::VectorTile const& m_tile;
    TileView const& m_view;
    MapStyle const& m_style;
    QImage& m_image;
    Coverage m_coverage;
    double m_scale = 1;
    QPointF m_origin;
    std::array<std::vector<std::uint32_t>, classes> m_byClass;
    std::vector<QPointF> m_points;

    std::vector<std::uint32_t> const& featuresOf(MapClass mapClass) const {
        return m_byClass[static_cast<std::size_t>(mapClass)];
    }
    std::uint32_t ringBegin(std::uint32_t ring) const { return ring == 0 ? 0 : m_tile.ringEnds[ring - 1]; }

    /// With room for the widest line around it.
    bool isInView(TileFeature const& feature) const {
        if (feature.ringCount == 0 || feature.kind == core::GeometryKind::Point) return false;
        std::uint32_t const last = m_tile.ringEnds[feature.firstRing + feature.ringCount - 1];
        int left = INT16_MAX, top = INT16_MAX, right = INT16_MIN, bottom = INT16_MIN;
        for (std::uint32_t i = ringBegin(feature.firstRing); i < last; ++i) {
            core::TilePoint const p = m_tile.points[i];
            left = std::min<int>(left, p.x);
            right = std::max<int>(right, p.x);
            top = std::min<int>(top, p.y);
            bottom = std::max<int>(bottom, p.y);
        }
        double const margin = widestLine * m_view.pixelRatio;
        double const size = m_view.pixels + margin;
        return right * m_scale + m_origin.x() >= -margin && left * m_scale + m_origin.x() <= size
               && bottom * m_scale + m_origin.y() >= -margin && top * m_scale + m_origin.y() <= size;
    }

    /// The ring on the image, without what cannot be seen.
    void place(std::uint32_t ring) {
        m_points.clear();
        std::uint32_t const end = m_tile.ringEnds[ring];
        for (std::uint32_t i = ringBegin(ring); i < end; ++i) {
            core::TilePoint const p = m_tile.points[i];
            QPointF const at{p.x * m_scale + m_origin.x(), p.y * m_scale + m_origin.y()};
            if (!m_points.empty() && i + 1 < end && std::abs(at.x() - m_points.back().x()) < leastStep
                && std::abs(at.y() - m_points.back().y()) < leastStep)
                continue;
            m_points.push_back(at);
        }
    }

    void paintAreas(MapClass mapClass) {
        auto const style = m_style.area(mapClass, m_view.zoom);
        if (!style || featuresOf(mapClass).empty()) return;
        for (std::uint32_t const index : featuresOf(mapClass))
            if (m_tile.features[index].kind == core::GeometryKind::Polygon) addArea(m_tile.features[index]);
        m_coverage.layOn(m_image, style->fill);
        if (!style->outline.isValid()) return;
        Brush const edge{style->outline, 0.8 * m_view.pixelRatio, LineEnd::Flat, {}};
        for (std::uint32_t const index : featuresOf(mapClass))
            addLine(m_tile.features[index], edge);
        m_coverage.layOn(m_image, edge.colour);
    }

    /// The first ring is an outer one, whichever way it runs; rings against it are holes.
    void addArea(TileFeature const& feature) {
        bool isReversed = false;
        for (std::uint32_t i = 0; i < feature.ringCount; ++i) {
            place(feature.firstRing + i);
            if (m_points.size() < 3) continue;
            if (i == 0) isReversed = signedArea(m_points) < 0;
            m_coverage.add(m_points, isReversed);
        }
    }

    void addLine(TileFeature const& feature, Brush const& brush) {
        for (std::uint32_t ring = feature.firstRing; ring < feature.firstRing + feature.ringCount; ++ring) {
            place(ring);
            if (feature.kind == core::GeometryKind::Polygon && !m_points.empty())
                m_points.push_back(m_points.front());
            if (m_points.size() < 2) continue;
            if (brush.dashes.empty())
                addStroke(m_coverage, m_points, brush.width, brush.end);
            else
                addDashes(m_coverage, m_points, brush.width, brush.dashes, m_view.pixels);
        }
    }

    std::vector<double> dashesOf(std::initializer_list<double> logical) const {
        std::vector<double> dashes;
        for (double const length : logical)
            dashes.push_back(length * m_view.pixelRatio);
        return dashes;
    }

    Brush brushOf(LineStyle const& style, QColor colour, double width) const {
        Brush brush{colour, width * m_view.pixelRatio, LineEnd::Round, {}};
        switch (style.stroke) {
        case Stroke::Solid: break;
        case Stroke::Ties: brush.end = LineEnd::Flat; break;
        case Stroke::Dashed: brush.dashes = dashesOf({4, 2.5}); break;
        case Stroke::Dotted: brush.dashes = dashesOf({6, 3, 1.5, 3}); break;
        }
        return brush;
    }

    void paintLines(MapClass mapClass) {
        auto const style = m_style.line(mapClass, m_view.zoom);
        if (!style || featuresOf(mapClass).empty()) return;
        Brush const brush = brushOf(*style, style->fill, style->width);
        for (std::uint32_t const index : featuresOf(mapClass))
            addLine(m_tile.features[index], brush);
        m_coverage.layOn(m_image, brush.colour);
    }

    static int layerOf(TileFeature const& feature) {
        if (feature.isTunnel) return std::clamp<int>(feature.layer, lowestLayer, -1);
        if (feature.isBridge) return std::clamp<int>(feature.layer, 1, highestLayer);
        return 0;
    }

    void paintRoads(int layer) {
        for (Pass const pass : {Pass::Casing, Pass::Fill})
            for (MapClass const road : MapStyle::roadOrder()) {
                auto const style = m_style.line(road, m_view.zoom);
                if (!style || (pass == Pass::Casing && !style->casing.isValid() && layer <= 0)) continue;
                paintRoadClass(road, layer, pass, *style);
            }
    }

    void paintRoadClass(MapClass road, int layer, Pass pass, LineStyle const& style) {
        bool hasAny = false;
        Brush const wide =
            pass == Pass::Casing ? casing(style, style.width, layer) : fill(style, style.width, layer);
        double const narrow = style.width * 0.65; // ramps
        Brush const link = pass == Pass::Casing ? casing(style, narrow, layer) : fill(style, narrow, layer);
        for (std::uint32_t const index : featuresOf(road)) {
            TileFeature const& feature = m_tile.features[index];
            if (layerOf(feature) != layer) continue;
            addLine(feature, feature.isLink ? link : wide);
            hasAny = true;
        }
        if (!hasAny) return;
        m_coverage.layOn(m_image, wide.colour);
        if (pass == Pass::Fill && style.stroke == Stroke::Ties && m_view.zoom >= 14.7)
            paintTies(road, layer, style);
    }

    Brush casing(LineStyle const& style, double width, int layer) const {
        QColor const land = m_style.land();
        bool const isBridge = layer > 0;
        // Whatever a bridge carries needs an edge against what it passes.
        QColor const colour = style.casing.isValid() ? style.casing : mixed(land, style.fill, 0.25);
        double const edge = style.casing.isValid() ? style.casingWidth : m_view.zoom >= 13 ? 1.2 : 0.4;
        Brush brush{layer < 0 ? mixed(colour, land, 0.4) : colour,
                    (width + 2 * edge) * m_view.pixelRatio,
                    isBridge || layer < 0 ? LineEnd::Flat : LineEnd::Round,
                    {}};
        if (layer < 0) brush.dashes = dashesOf({3, 2});
        return brush;
    }

    Brush fill(LineStyle const& style, double width, int layer) const {
        Brush brush = brushOf(style, layer < 0 ? mixed(style.fill, m_style.land(), 0.55) : style.fill,
                              style.stroke == Stroke::Ties ? width * 0.7 : width);
        if (layer < 0) brush.end = LineEnd::Flat;
        return brush;
    }

    void paintTies(MapClass road, int layer, LineStyle const& style) {
        Brush const ties{layer < 0 ? mixed(style.fill, m_style.land(), 0.55) : style.fill,
                         style.width * 2.6 * m_view.pixelRatio, LineEnd::Flat, dashesOf({1.2, 7})};
        for (std::uint32_t const index : featuresOf(road))
            if (layerOf(m_tile.features[index]) == layer) addLine(m_tile.features[index], ties);
        m_coverage.layOn(m_image, ties.colour);
    }
};

} // namespace

core::TileId ancestorAt(core::TileId tile, int zoom) {
    if (zoom >= tile.zoom) return tile;
    int const up = tile.zoom - zoom;
    return {static_cast<std::uint8_t>(zoom), tile.column >> up, tile.row >> up};
}

QImage paintTile(core::VectorTile const& tile, TileView const& view, MapStyle const& style) {
    QImage image(view.pixels, view.pixels, QImage::Format_RGB32);
    image.fill(style.land());
    TileBrush(tile, view, style, image).paint();
    return image;
}

QImage paintRasterTile(core::Bytes const& bytes, TileView const& view) {
    QImage const picture =
        QImage::fromData(reinterpret_cast<uchar const*>(bytes.data()), static_cast<int>(bytes.size()));
    if (picture.isNull()) return {};
    int const deeper = view.shown.zoom - view.source.zoom;
    double const part = std::exp2(-deeper);
    QRectF const cut{(view.shown.column - (view.source.column << deeper)) * part * picture.width(),
                     (view.shown.row - (view.source.row << deeper)) * part * picture.height(),
                     part * picture.width(), part * picture.height()};
    QImage image(view.pixels, view.pixels, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(0, 0, view.pixels, view.pixels), picture, cut);
    return image;
}

} // namespace ob::ui
