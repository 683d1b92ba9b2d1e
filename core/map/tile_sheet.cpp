// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/tile_sheet.h"

#include "core/map/sheet_clip.h"

#include <protozero/pbf_writer.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace ob::core {
namespace {

constexpr std::int64_t extent = 4096;
/// Wide enough for the widest stroke of the style at four zooms beyond.
constexpr std::int64_t margin = 96;
/// In 1/4096 of a tile: about a third of a pixel.
constexpr double tolerance = 2.4;
/// An area smaller than this (in the square of that unit) is no longer seen.
constexpr std::int64_t leastTwiceArea = 2 * 60;

using Value = std::variant<std::string, std::int64_t>;

/// A feature at some zoom.
struct Drawn {
    SheetFeature const* feature = nullptr;
    std::vector<SheetLine> parts;
    SheetSpot low{INT64_MAX, INT64_MAX};
    SheetSpot high{INT64_MIN, INT64_MIN};
};

std::int64_t tileOf(std::int64_t at) { return at >= 0 ? at / extent : -((extent - 1 - at) / extent); }

class LayerWriter {
  public:
    void add(Drawn const& drawn, TileId tile) {
        SheetSpot const corner{std::int64_t{tile.column} * extent, std::int64_t{tile.row} * extent};
        SheetBox const box{{-margin, -margin}, {extent + margin, extent + margin}};
        std::vector<std::uint32_t> commands;
        m_cursor = {};
        for (SheetLine part : drawn.parts) {
            for (SheetSpot& spot : part)
                spot = {spot.x - corner.x, spot.y - corner.y};
            switch (drawn.feature->kind) {
            case GeometryKind::Polygon:
                part = clippedRing(std::move(part), box);
                if (part.size() >= 3 && twiceArea(part) != 0) m_rings.push_back(std::move(part));
                break;
            case GeometryKind::Line:
                for (SheetLine& piece : clippedLine(part, box))
                    write(piece, commands);
                break;
            case GeometryKind::Point:
                // A point belongs to one tile.
                if (part[0].x >= 0 && part[0].y >= 0 && part[0].x < extent && part[0].y < extent)
                    write(part, commands);
                break;
            }
        }
        writeRings(commands);
        if (!commands.empty()) write(*drawn.feature, commands);
    }

    bool isEmpty() const { return m_features.empty(); }

    void finish(std::string_view name, protozero::pbf_writer& tile) {
        protozero::pbf_writer layer(tile, 3);
        layer.add_uint32(15, 2);
        layer.add_string(1, name.data(), name.size());
        for (std::string const& feature : m_features)
            layer.add_message(2, feature);
        for (std::string_view const key : m_keys)
            layer.add_string(3, key.data(), key.size());
        for (Value const& value : m_values) {
            protozero::pbf_writer message(layer, 4);
            if (auto const* const text = std::get_if<std::string>(&value))
                message.add_string(1, *text);
            else
                message.add_sint64(6, std::get<std::int64_t>(value));
        }
        layer.add_uint32(5, extent);
    }

  private:
    std::vector<std::string> m_features;
    std::vector<std::string_view> m_keys;
    std::map<std::string_view, std::uint32_t> m_keyNumbers;
    std::vector<Value> m_values;
    std::map<Value, std::uint32_t> m_valueNumbers;
    std::vector<SheetLine> m_rings;
    SheetSpot m_cursor;

    void write(SheetLine const& line, std::vector<std::uint32_t>& commands, bool isRing = false) {
        auto const go = [&](SheetSpot to) {
            commands.push_back(protozero::encode_zigzag32(static_cast<std::int32_t>(to.x - m_cursor.x)));
            commands.push_back(protozero::encode_zigzag32(static_cast<std::int32_t>(to.y - m_cursor.y)));
            m_cursor = to;
        };
        commands.push_back(1 | (1U << 3));
        go(line[0]);
        if (line.size() > 1) {
            commands.push_back(2 | (static_cast<std::uint32_t>(line.size() - 1) << 3));
            for (std::size_t i = 1; i < line.size(); ++i)
                go(line[i]);
        }
        if (isRing) commands.push_back(7 | (1U << 3));
    }

    /// The outer ring clockwise, holes against it.
    void writeRings(std::vector<std::uint32_t>& commands) {
        std::int64_t sum = 0;
        for (SheetLine const& ring : m_rings)
            sum += twiceArea(ring);
        // Nothing is left where a hole covers all of the tile.
        if (sum != 0) {
            bool const isReversed = twiceArea(m_rings.front()) < 0;
            for (SheetLine& ring : m_rings) {
                if (isReversed) std::ranges::reverse(ring);
                write(ring, commands, true);
            }
        }
        m_rings.clear();
    }

    void write(SheetFeature const& feature, std::vector<std::uint32_t> const& commands) {
        std::vector<std::uint32_t> tags;
        for (auto const& [key, value] : feature.attributes) {
            auto const [keyAt, isNewKey] =
                m_keyNumbers.try_emplace(key, static_cast<std::uint32_t>(m_keys.size()));
            if (isNewKey) m_keys.push_back(key);
            auto const [valueAt, isNewValue] =
                m_valueNumbers.try_emplace(value, static_cast<std::uint32_t>(m_values.size()));
            if (isNewValue) m_values.push_back(value);
            tags.push_back(keyAt->second);
            tags.push_back(valueAt->second);
        }
        std::string bytes;
        protozero::pbf_writer message(bytes);
        message.add_packed_uint32(2, tags.begin(), tags.end());
        message.add_enum(3, static_cast<std::int32_t>(feature.kind) + 1);
        message.add_packed_uint32(4, commands.begin(), commands.end());
        m_features.push_back(std::move(bytes));
    }
};

std::vector<Drawn> drawnAt(std::vector<SheetFeature> const& features, std::uint8_t zoom, bool isLast) {
    double const scale = static_cast<double>(extent) * static_cast<double>(std::int64_t{1} << zoom);
    std::vector<Drawn> all;
    for (SheetFeature const& feature : features) {
        if (zoom < feature.minZoom || zoom > feature.maxZoom) continue;
        Drawn drawn{.feature = &feature};
        for (auto const& part : feature.parts) {
            SheetLine line;
            for (WorldSpot const spot : part) {
                SheetSpot const at{static_cast<std::int64_t>(std::floor(spot.x * scale + 0.5)),
                                   static_cast<std::int64_t>(std::floor(spot.y * scale + 0.5))};
                if (line.empty() || line.back() != at || feature.kind == GeometryKind::Point)
                    line.push_back(at);
            }
            bool const isRing = feature.kind == GeometryKind::Polygon;
            if (isRing && line.size() > 1 && line.front() == line.back()) line.pop_back();
            if (feature.kind != GeometryKind::Point && !(isLast && line.size() < 16)) {
                if (isRing) line.push_back(line.front());
                line = simplified(line, isLast ? 1 : tolerance);
                if (isRing) line.pop_back();
            }
            if (isRing && (line.size() < 3 || std::abs(twiceArea(line)) < (isLast ? 2 : leastTwiceArea)))
                continue;
            if (feature.kind == GeometryKind::Line && line.size() < 2) continue;
            for (SheetSpot const spot : line) {
                drawn.low = {std::min(drawn.low.x, spot.x), std::min(drawn.low.y, spot.y)};
                drawn.high = {std::max(drawn.high.x, spot.x), std::max(drawn.high.y, spot.y)};
            }
            drawn.parts.push_back(std::move(line));
        }
        if (!drawn.parts.empty()) all.push_back(std::move(drawn));
    }
    return all;
}

} // namespace

void TileSheet::cut(std::uint8_t minZoom, std::uint8_t maxZoom,
                    std::function<void(TileId, Bytes const&)> const& sink) const {
    for (std::uint8_t zoom = minZoom; zoom <= maxZoom; ++zoom) {
        auto const drawn = drawnAt(m_features, zoom, zoom == maxZoom);
        std::map<TileId, std::vector<std::uint32_t>> tiles;
        std::int64_t const last = (std::int64_t{1} << zoom) - 1;
        for (std::uint32_t i = 0; i < drawn.size(); ++i)
            for (std::int64_t column = std::max<std::int64_t>(0, tileOf(drawn[i].low.x - margin));
                 column <= std::min(last, tileOf(drawn[i].high.x + margin)); ++column)
                for (std::int64_t row = std::max<std::int64_t>(0, tileOf(drawn[i].low.y - margin));
                     row <= std::min(last, tileOf(drawn[i].high.y + margin)); ++row)
                    tiles[{zoom, static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(row)}]
                        .push_back(i);
        for (auto const& [id, members] : tiles) {
            std::map<std::string_view, LayerWriter> layers;
            for (std::uint32_t const member : members)
                layers[drawn[member].feature->layer].add(drawn[member], id);
            std::string bytes;
            protozero::pbf_writer tile(bytes);
            for (auto& [name, layer] : layers)
                if (!layer.isEmpty()) layer.finish(name, tile);
            if (!bytes.empty()) sink(id, Bytes(bytes.begin(), bytes.end()));
        }
    }
}

} // namespace ob::core
