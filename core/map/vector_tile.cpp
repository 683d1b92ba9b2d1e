// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/vector_tile.h"

#include "core/map/map_schema.h"
#include "core/map/tile_geometry.h"
#include "core/map/tile_layer.h"
#include "core/text.h"

#include <protozero/pbf_message.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>

namespace ob::core {
namespace {

enum class TileField : protozero::pbf_tag_type { Layer = 3 };
enum class FeatureField : protozero::pbf_tag_type { Tags = 2, Type = 3, Geometry = 4 };

using Varints = protozero::iterator_range<protozero::const_varint_iterator<std::uint32_t>>;

/// The value of each key that means something, one feature at a time.
class FeatureTags {
  public:
    static constexpr std::uint32_t none = UINT32_MAX;

    explicit FeatureTags(TileLayer const& layer) : m_layer(layer) {}

    /// False when a tag has no value, or names a key or value that is not there.
    bool read(Varints tags) {
        m_values.fill(none);
        for (auto at = tags.begin(); at != tags.end();) {
            std::uint32_t const key = *at++;
            if (at == tags.end()) return false;
            std::uint32_t const value = *at++;
            if (key >= m_layer.keys.size() || value >= m_layer.values.size()) return false;
            m_values[static_cast<std::size_t>(m_layer.keys[key])] = value;
        }
        return true;
    }

    std::uint32_t index(TileKey key) const { return m_values[static_cast<std::size_t>(key)]; }
    bool has(TileKey key) const { return index(key) != none; }
    std::string_view text(TileKey key) const {
        return has(key) ? m_layer.values[index(key)].text : std::string_view();
    }
    /// The last argument when there is none, or not in [low, high].
    int number(TileKey key, int low, int high, int otherwise) const {
        if (!has(key) || !m_layer.values[index(key)].isNumber) return otherwise;
        double const value = m_layer.values[index(key)].number;
        return value >= low && value <= high ? static_cast<int>(value) : otherwise;
    }
    float height() const {
        if (!has(TileKey::Height)) return 0;
        double const value = m_layer.values[index(TileKey::Height)].number;
        return value > 0 && value < 2000 ? static_cast<float>(value) : 0;
    }

  private:
    TileLayer const& m_layer;
    std::array<std::uint32_t, static_cast<std::size_t>(TileKey::Count)> m_values{};
};

class LayerReader {
  public:
    /// nameBytes: of the whole tile so far; counts on.
    LayerReader(TileLayer const& layer, MapLayer kind, VectorTile& tile, std::size_t& nameBytes)
        : m_layer(layer), m_kind(kind), m_tags(layer), m_tile(tile), m_nameBytes(nameBytes) {}

    /// Nothing when all went well.
    std::optional<TileFault> read() {
        m_tile.features.reserve(m_tile.features.size() + m_layer.features.size());
        for (auto const& bytes : m_layer.features) {
            try {
                readFeature(bytes);
            } catch (protozero::exception const&) {
                // Left out alone.
            }
            if (m_tile.points.size() > TileLimits::points) return TileFault::TooManyPoints;
            // The same few words put together in ever new ways.
            if (m_nameBytes > TileLimits::bytes) return TileFault::TooLarge;
        }
        return std::nullopt;
    }

  private:
    void readFeature(protozero::data_view bytes) {
        Varints tags;
        TileGeometry geometry{.extent = m_layer.extent};
        int type = 0;
        protozero::pbf_message<FeatureField> message(bytes);
        while (message.next()) {
            switch (message.tag_and_type()) {
            case tag_and_type(FeatureField::Tags, protozero::pbf_wire_type::length_delimited):
                tags = message.get_packed_uint32();
                break;
            case tag_and_type(FeatureField::Type, protozero::pbf_wire_type::varint):
                type = message.get_enum();
                break;
            case tag_and_type(FeatureField::Geometry, protozero::pbf_wire_type::length_delimited):
                geometry.commands = message.get_packed_uint32();
                break;
            default: message.skip();
            }
        }
        if (type < 1 || type > 3 || !m_tags.read(tags)) return;
        geometry.kind = static_cast<GeometryKind>(type - 1);
        auto const mapClass = classOf(geometry.kind);
        if (!mapClass) return;
        TileFeature feature = described(*mapClass, geometry.kind);
        if (isUseless(feature)) return;
        feature.firstRing = static_cast<std::uint32_t>(m_tile.ringEnds.size());
        if (!appendGeometry(geometry, m_tile)) return;
        feature.ringCount = static_cast<std::uint32_t>(m_tile.ringEnds.size()) - feature.firstRing;
        m_tile.features.push_back(feature);
    }

    std::optional<MapClass> classOf(GeometryKind kind) {
        int const adminLevel = m_tags.number(TileKey::AdminLevel, 1, 15, 0);
        if (m_tags.number(TileKey::Maritime, 0, 1, 0) == 1) return std::nullopt;
        // Few pairs of values recur for thousands of features.
        Traits const key{m_tags.index(TileKey::Class), m_tags.index(TileKey::Subclass),
                         static_cast<std::uint32_t>(adminLevel) * 4 + static_cast<std::uint32_t>(kind)};
        if (key == m_lastTraits) return m_lastClass;
        m_lastTraits = key;
        m_lastClass = mapClassOf(m_kind,
                                 {.mapClass = m_tags.text(TileKey::Class),
                                  .subclass = m_tags.text(TileKey::Subclass),
                                  .adminLevel = adminLevel},
                                 kind);
        return m_lastClass;
    }

    TileFeature described(MapClass mapClass, GeometryKind kind) {
        TileFeature feature{.mapClass = mapClass, .kind = kind};
        if (m_tags.has(TileKey::Brunnel)) {
            feature.isBridge = m_tags.text(TileKey::Brunnel) == "bridge";
            feature.isTunnel = m_tags.text(TileKey::Brunnel) == "tunnel";
        }
        feature.isLink = m_tags.number(TileKey::Ramp, 0, 1, 0) == 1
                         || (mapClass == MapClass::Runway && m_tags.text(TileKey::Class) == "taxiway");
        // -1 is one way too, against the line.
        feature.isOneway = m_tags.number(TileKey::Oneway, -1, 1, 0) != 0;
        feature.isLabel = m_kind == MapLayer::TransportationName;
        feature.layer = static_cast<std::int8_t>(m_tags.number(TileKey::Layer, -5, 5, 0));
        feature.rank = static_cast<std::uint8_t>(m_tags.number(TileKey::Rank, 1, 254, 255));
        feature.name = nameIndex();
        feature.height = m_tags.height();
        return feature;
    }

    /// Labels without a word.
    bool isUseless(TileFeature const& feature) const {
        if (feature.name != 0) return false;
        switch (m_kind) {
        case MapLayer::WaterName:
        case MapLayer::TransportationName:
        case MapLayer::Place:
        case MapLayer::HouseNumber:
        case MapLayer::AerodromeLabel:
        case MapLayer::MountainPeak: return true;
        case MapLayer::Park:
        case MapLayer::Poi: return feature.mapClass == MapClass::Place;
        case MapLayer::Water:
        case MapLayer::Waterway:
        case MapLayer::Landcover:
        case MapLayer::Landuse:
        case MapLayer::Boundary:
        case MapLayer::Aeroway:
        case MapLayer::Transportation:
        case MapLayer::Building: return false;
        }
        return false;
    }

    std::uint32_t nameIndex() {
        auto const one = [this](std::initializer_list<TileKey> keys) {
            for (TileKey const key : keys)
                if (m_tags.has(key)) return m_tags.index(key);
            return FeatureTags::none;
        };
        Name const name{m_kind == MapLayer::HouseNumber ? one({TileKey::HouseNumber})
                                                        : one({TileKey::Name, TileKey::NameLatin}),
                        one({TileKey::NameSimplified, TileKey::NameChinese}), one({TileKey::NameEnglish}),
                        one({TileKey::Reference})};
        if (std::ranges::all_of(name, [](std::uint32_t index) { return index == FeatureTags::none; }))
            return 0;
        // Most names have one form only.
        bool const isPlain = name[0] != FeatureTags::none && name[1] == FeatureTags::none
                             && name[2] == FeatureTags::none && name[3] == FeatureTags::none;
        if (isPlain && m_plainNames.empty()) m_plainNames.resize(m_layer.values.size(), FeatureTags::none);
        std::uint32_t& known =
            isPlain ? m_plainNames[name[0]] : m_names.try_emplace(name, FeatureTags::none).first->second;
        if (known == FeatureTags::none) known = addName(name);
        return known;
    }

    std::uint32_t addName(std::array<std::uint32_t, 4> const& name) {
        MapName texts{.local = nameText(name[0]),
                      .chinese = nameText(name[1]),
                      .english = nameText(name[2]),
                      .reference = nameText(name[3])};
        if (texts == MapName{}) return 0;
        m_nameBytes +=
            texts.local.size() + texts.chinese.size() + texts.english.size() + texts.reference.size();
        m_tile.names.push_back(std::move(texts));
        return static_cast<std::uint32_t>(m_tile.names.size() - 1);
    }

    std::string nameText(std::uint32_t index) const {
        if (index == FeatureTags::none) return {};
        std::string_view const text = m_layer.values[index].text;
        bool const isGood = text.size() <= TileLimits::nameBytes && isValidUtf8(text);
        return isGood ? std::string(text) : std::string();
    }

    using Traits = std::array<std::uint32_t, 3>;
    using Name = std::array<std::uint32_t, 4>; ///< local, Chinese, English, reference
    struct NameHash {
        std::size_t operator()(Name const& name) const {
            std::size_t hash = 0;
            for (std::uint32_t const index : name)
                hash = (hash ^ index) * 0x9E3779B97F4A7C15U;
            return hash ^ (hash >> 32U);
        }
    };

    TileLayer const& m_layer;
    MapLayer m_kind;
    FeatureTags m_tags;
    VectorTile& m_tile;
    std::size_t& m_nameBytes;
    Traits m_lastTraits{0, 0, UINT32_MAX};
    std::optional<MapClass> m_lastClass;
    std::unordered_map<Name, std::uint32_t, NameHash> m_names;
    std::vector<std::uint32_t> m_plainNames; ///< by the value of the local name
};

/// Nothing when all went well.
std::optional<TileFault> readTile(protozero::data_view bytes, VectorTile& tile) {
    // A point has two bytes at least, and about three in tiles that are.
    tile.points.reserve(std::min(bytes.size() / 4, TileLimits::points));
    bool hasLayer = false;
    std::size_t nameBytes = 0;
    protozero::pbf_message<TileField> message(bytes);
    while (message.next()) {
        if (message.tag_and_type()
            != tag_and_type(TileField::Layer, protozero::pbf_wire_type::length_delimited)) {
            message.skip();
            continue;
        }
        hasLayer = true;
        auto const layer = readTileLayer(message.get_view());
        if (!layer) return TileFault::TooLarge;
        auto const kind = mapLayer(layer->name);
        if (!kind || layer->extent == 0) continue;
        if (auto const fault = LayerReader(*layer, *kind, tile, nameBytes).read()) return fault;
    }
    if (!hasLayer && bytes.size() > 0) return TileFault::NotATile;
    return std::nullopt;
}

} // namespace

std::optional<VectorTile> decodeVectorTile(ByteView bytes, TileFault* fault) {
    std::optional<TileFault> found;
    VectorTile tile;
    if (bytes.size() > TileLimits::bytes) {
        found = TileFault::TooLarge;
    } else {
        try {
            found = readTile({reinterpret_cast<char const*>(bytes.data()), bytes.size()}, tile);
        } catch (protozero::exception const&) {
            found = TileFault::NotATile;
        }
    }
    if (!found) return tile;
    if (fault != nullptr) *fault = *found;
    return std::nullopt;
}

} // namespace ob::core
