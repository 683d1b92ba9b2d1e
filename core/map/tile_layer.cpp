// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/map/tile_layer.h"

#include <protozero/pbf_message.hpp>

#include <algorithm>
#include <array>

namespace ob::core {
namespace {

enum class LayerField : protozero::pbf_tag_type { Name = 1, Feature = 2, Key = 3, Value = 4, Extent = 5 };

enum class ValueField : protozero::pbf_tag_type {
    Text = 1,
    Float = 2,
    Double = 3,
    Integer = 4,
    Unsigned = 5,
    Signed = 6,
    Bool = 7,
};

struct KeyName {
    std::string_view text;
    TileKey key;
};

constexpr auto keyNames = std::to_array<KeyName>({
    {"class", TileKey::Class},
    {"subclass", TileKey::Subclass},
    {"brunnel", TileKey::Brunnel},
    {"ramp", TileKey::Ramp},
    {"oneway", TileKey::Oneway},
    {"layer", TileKey::Layer},
    {"rank", TileKey::Rank},
    {"admin_level", TileKey::AdminLevel},
    {"maritime", TileKey::Maritime},
    {"render_height", TileKey::Height},
    {"housenumber", TileKey::HouseNumber},
    {"ref", TileKey::Reference},
    {"name", TileKey::Name},
    {"name:latin", TileKey::NameLatin},
    {"name:zh-Hans", TileKey::NameSimplified},
    {"name_zh-Hans", TileKey::NameSimplified},
    {"name:zh_Hans", TileKey::NameSimplified},
    {"name_zh_Hans", TileKey::NameSimplified},
    {"name:zh", TileKey::NameChinese},
    {"name_zh", TileKey::NameChinese},
    {"name:en", TileKey::NameEnglish},
    {"name_en", TileKey::NameEnglish},
});

std::string_view textOf(protozero::data_view view) { return {view.data(), view.size()}; }

TileKey keyOf(std::string_view text) {
    auto const* const name = std::ranges::find(keyNames, text, &KeyName::text);
    return name == keyNames.end() ? TileKey::Other : name->key;
}

TileValue valueOf(protozero::data_view bytes) {
    TileValue value;
    auto const number = [&value](auto given) {
        value.number = static_cast<double>(given);
        value.isNumber = true;
    };
    protozero::pbf_message<ValueField> message(bytes);
    while (message.next()) {
        switch (message.tag_and_type()) {
        case tag_and_type(ValueField::Text, protozero::pbf_wire_type::length_delimited):
            value.text = textOf(message.get_view());
            break;
        case tag_and_type(ValueField::Float, protozero::pbf_wire_type::fixed32):
            number(message.get_float());
            break;
        case tag_and_type(ValueField::Double, protozero::pbf_wire_type::fixed64):
            number(message.get_double());
            break;
        case tag_and_type(ValueField::Integer, protozero::pbf_wire_type::varint):
            number(message.get_int64());
            break;
        case tag_and_type(ValueField::Unsigned, protozero::pbf_wire_type::varint):
            number(message.get_uint64());
            break;
        case tag_and_type(ValueField::Signed, protozero::pbf_wire_type::varint):
            number(message.get_sint64());
            break;
        case tag_and_type(ValueField::Bool, protozero::pbf_wire_type::varint):
            number(message.get_bool() ? 1 : 0);
            break;
        default: message.skip();
        }
    }
    return value;
}

} // namespace

std::optional<TileLayer> readTileLayer(protozero::data_view bytes) {
    TileLayer layer;
    protozero::pbf_message<LayerField> message(bytes);
    while (message.next()) {
        switch (message.tag_and_type()) {
        case tag_and_type(LayerField::Name, protozero::pbf_wire_type::length_delimited):
            layer.name = textOf(message.get_view());
            break;
        case tag_and_type(LayerField::Feature, protozero::pbf_wire_type::length_delimited):
            layer.features.push_back(message.get_view());
            break;
        case tag_and_type(LayerField::Key, protozero::pbf_wire_type::length_delimited):
            layer.keys.push_back(keyOf(textOf(message.get_view())));
            break;
        case tag_and_type(LayerField::Value, protozero::pbf_wire_type::length_delimited):
            layer.values.push_back(valueOf(message.get_view()));
            break;
        case tag_and_type(LayerField::Extent, protozero::pbf_wire_type::varint):
            layer.extent = message.get_uint32();
            break;
        default: message.skip();
        }
        if (layer.keys.size() > TileLimits::values || layer.values.size() > TileLimits::values)
            return std::nullopt;
    }
    return layer;
}

} // namespace ob::core
