// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/premise_json.h"

#include <nlohmann/json.hpp>

namespace ob::core {
namespace {

using nlohmann::json;

json pairOf(GeoPoint point) { return json::array({point.latitudeE7(), point.longitudeE7()}); }

std::optional<GeoPoint> pointOf(json const& pair) {
    if (!pair.is_array() || pair.size() != 2 || !pair[0].is_number_integer() || !pair[1].is_number_integer())
        return std::nullopt;
    return GeoPoint::ofE7(pair[0].get<std::int64_t>(), pair[1].get<std::int64_t>());
}

/// Reads the members of one object; after a fault nothing that was read counts.
class MemberReader {
  public:
    explicit MemberReader(json const& object) : m_object(object), m_isGood(object.is_object()) {}
    bool isGood() const { return m_isGood; }

    std::string text(char const* key) {
        auto const* const value = member(key);
        if (value == nullptr) return {};
        m_isGood = m_isGood && value->is_string();
        return value->is_string() ? value->get<std::string>() : std::string();
    }
    std::optional<CalendarDay> day(char const* key) {
        auto const* const value = member(key);
        if (value == nullptr) return std::nullopt;
        auto const day =
            value->is_number_integer() ? CalendarDay::ofNumber(value->get<std::int32_t>()) : std::nullopt;
        m_isGood = m_isGood && day;
        return day;
    }
    std::uint32_t reach() {
        auto const* const value = member("reach");
        bool const isNumber = value != nullptr && value->is_number_unsigned();
        m_isGood = m_isGood && isNumber && *value <= Premise::maxReach;
        return m_isGood ? value->get<std::uint32_t>() : 0;
    }
    std::optional<GeoPoint> point() {
        auto const* const value = member("at");
        if (value == nullptr) return std::nullopt;
        auto const point = pointOf(*value);
        m_isGood = m_isGood && point;
        return point;
    }
    Area area() {
        Area area;
        auto const* const value = member("area");
        if (value == nullptr) return area;
        m_isGood = m_isGood && value->is_array();
        if (!m_isGood) return area;
        for (json const& positions : *value) {
            auto& ring = area.rings.emplace_back();
            m_isGood = m_isGood && positions.is_array();
            if (!m_isGood) return area;
            for (json const& position : positions) {
                auto const point = pointOf(position);
                m_isGood = m_isGood && point;
                if (!m_isGood) return area;
                ring.push_back(*point);
            }
        }
        return area;
    }
    std::vector<PremiseHazard> hazards() {
        std::vector<PremiseHazard> hazards;
        auto const* const value = member("hazards");
        if (value == nullptr) return hazards;
        m_isGood = m_isGood && value->is_array();
        for (json const& each : *value) {
            bool const isPair =
                each.is_array() && each.size() == 2 && each[0].is_string() && each[1].is_string();
            auto const code = isPair ? Code::of(each[0].get<std::string>()) : std::nullopt;
            m_isGood = m_isGood && code;
            if (!m_isGood) return hazards;
            hazards.push_back({.code = *code, .detail = each[1].get<std::string>()});
        }
        return hazards;
    }
    bool flag(char const* key) {
        auto const* const value = member(key);
        return value != nullptr && value->is_boolean() && value->get<bool>();
    }

  private:
    json const* member(char const* key) const {
        if (!m_isGood) return nullptr;
        auto const found = m_object.find(key);
        return found == m_object.end() ? nullptr : &*found;
    }
    json const& m_object;
    bool m_isGood;
};

} // namespace

std::string premiseJson(Premise const& premise) {
    json record{{"key", premise.key}, {"name", premise.name}, {"reach", premise.reachMetres}};
    auto const add = [&record](char const* key, std::string const& text) {
        if (!text.empty()) record[key] = text;
    };
    add("address", premise.address);
    add("text", premise.text);
    add("source", premise.source);
    if (premise.point) record["at"] = pairOf(*premise.point);
    for (auto const& ring : premise.area.rings) {
        json positions = json::array();
        for (GeoPoint const corner : ring)
            positions.push_back(pairOf(corner));
        record["area"].push_back(std::move(positions));
    }
    for (auto const& [code, detail] : premise.hazards)
        record["hazards"].push_back(json::array({code.text(), detail}));
    if (premise.validUntil) record["until"] = premise.validUntil->number();
    if (premise.checkedOn) record["checked"] = premise.checkedOn->number();
    if (premise.hasContact) record["contact"] = true;
    return record.dump();
}

std::optional<Premise> premiseOfJson(std::string_view text) {
    json const record = json::parse(text, nullptr, false);
    MemberReader reader(record);
    Premise premise;
    premise.key = reader.text("key");
    premise.name = reader.text("name");
    premise.address = reader.text("address");
    premise.point = reader.point();
    premise.area = reader.area();
    premise.reachMetres = reader.reach();
    premise.hazards = reader.hazards();
    premise.text = reader.text("text");
    premise.validUntil = reader.day("until");
    premise.source = reader.text("source");
    premise.checkedOn = reader.day("checked");
    premise.hasContact = reader.flag("contact");
    if (!reader.isGood() || !isSound(premise)) return std::nullopt;
    return premise;
}

} // namespace ob::core
