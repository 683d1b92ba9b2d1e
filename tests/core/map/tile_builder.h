// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/map/vector_tile.h"

#include <protozero/pbf_writer.hpp>

#include <algorithm>
#include <initializer_list>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace ob::tests {

using TagValue = std::variant<std::string, int, double, bool>;
using Tags = std::vector<std::pair<std::string, TagValue>>;
using Path = std::vector<std::pair<int, int>>;

inline std::uint32_t command(std::uint32_t id, std::size_t count) {
    return id | static_cast<std::uint32_t>(count) << 3U;
}

/// Commands of the specification for paths in the tile's own units.
inline std::vector<std::uint32_t> commandsOf(core::GeometryKind kind, std::vector<Path> const& paths) {
    std::vector<std::uint32_t> commands;
    int x = 0;
    int y = 0;
    auto const add = [&](std::pair<int, int> point) {
        commands.push_back(protozero::encode_zigzag32(point.first - x));
        commands.push_back(protozero::encode_zigzag32(point.second - y));
        std::tie(x, y) = point;
    };
    for (Path const& path : paths) {
        if (kind == core::GeometryKind::Point) {
            commands.push_back(command(1, path.size()));
            std::ranges::for_each(path, add);
            continue;
        }
        commands.push_back(command(1, 1));
        add(path.front());
        commands.push_back(command(2, path.size() - 1));
        std::for_each(path.begin() + 1, path.end(), add);
        if (kind == core::GeometryKind::Polygon) commands.push_back(command(7, 1));
    }
    return commands;
}

/// Writes a layer as other programs do.
class LayerBuilder {
  public:
    explicit LayerBuilder(std::string name, std::uint32_t extent = 4096) : m_extent(extent) {
        protozero::pbf_writer(m_bytes).add_uint32(15, 2);
        protozero::pbf_writer(m_bytes).add_string(1, name);
    }

    LayerBuilder& raw(int type, std::vector<std::uint32_t> const& commands, Tags const& tags = {}) {
        std::string bytes;
        {
            protozero::pbf_writer feature(bytes);
            std::vector<std::uint32_t> indexes;
            for (auto const& [key, value] : tags) {
                indexes.push_back(indexOf(m_keys, key));
                indexes.push_back(indexOf(m_values, value));
            }
            feature.add_packed_uint32(2, indexes.begin(), indexes.end());
            feature.add_enum(3, type);
            feature.add_packed_uint32(4, commands.begin(), commands.end());
        }
        protozero::pbf_writer(m_bytes).add_message(2, bytes);
        return *this;
    }
    LayerBuilder& points(Path const& path, Tags const& tags = {}) {
        return raw(1, commandsOf(core::GeometryKind::Point, {path}), tags);
    }
    LayerBuilder& lines(std::vector<Path> const& paths, Tags const& tags = {}) {
        return raw(2, commandsOf(core::GeometryKind::Line, paths), tags);
    }
    LayerBuilder& polygon(std::vector<Path> const& rings, Tags const& tags = {}) {
        return raw(3, commandsOf(core::GeometryKind::Polygon, rings), tags);
    }

    std::string bytes() const {
        std::string whole = m_bytes;
        protozero::pbf_writer writer(whole);
        for (auto const& key : m_keys)
            writer.add_string(3, key);
        for (auto const& value : m_values)
            writer.add_message(4, bytesOf(value));
        writer.add_uint32(5, m_extent);
        return whole;
    }

  private:
    template<class Item>
    static std::uint32_t indexOf(std::vector<Item>& items, Item const& item) {
        auto const at = std::ranges::find(items, item);
        auto const index = static_cast<std::uint32_t>(at - items.begin());
        if (at == items.end()) items.push_back(item);
        return index;
    }
    static std::string bytesOf(TagValue const& value) {
        std::string bytes;
        protozero::pbf_writer writer(bytes);
        if (auto const* const text = std::get_if<std::string>(&value)) writer.add_string(1, *text);
        if (auto const* const number = std::get_if<int>(&value)) writer.add_sint64(6, *number);
        if (auto const* const number = std::get_if<double>(&value)) writer.add_double(3, *number);
        if (auto const* const flag = std::get_if<bool>(&value)) writer.add_bool(7, *flag);
        return bytes;
    }

    std::uint32_t m_extent;
    std::string m_bytes;
    std::vector<std::string> m_keys;
    std::vector<TagValue> m_values;
};

inline core::Bytes tileOf(std::vector<LayerBuilder> const& layers) {
    std::string bytes;
    protozero::pbf_writer writer(bytes);
    for (auto const& layer : layers)
        writer.add_message(3, layer.bytes());
    return {bytes.begin(), bytes.end()};
}

} // namespace ob::tests
