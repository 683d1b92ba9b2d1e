// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/interop/premise_geojson.h"

#include "core/geo/china_datum.h"
#include "core/premise/premise_rows.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <optional>

namespace ob::core {
namespace {

using nlohmann::json;

constexpr int deepest = 12; ///< a MultiPolygon's numbers lie at 8
constexpr std::size_t maxIgnored = 64;

/// Goes over a text and counts its lines.
class LineCounting {
  public:
    using iterator_category = std::input_iterator_tag;
    using value_type = char;
    using difference_type = std::ptrdiff_t;
    using pointer = char const*;
    using reference = char const&;

    LineCounting(char const* at, std::uint64_t& line) : m_at(at), m_line(&line) {}
    reference operator*() const { return *m_at; }
    LineCounting& operator++() {
        if (*m_at == '\n') ++*m_line;
        ++m_at;
        return *this;
    }
    LineCounting operator++(int) {
        auto const before = *this;
        ++*this;
        return before;
    }
    friend bool operator==(LineCounting const& one, LineCounting const& other) {
        return one.m_at == other.m_at;
    }

  private:
    char const* m_at;
    std::uint64_t* m_line;
};

json const* memberOf(json const& object, char const* key) {
    if (!object.is_object()) return nullptr;
    auto const found = object.find(key);
    return found == object.end() ? nullptr : &*found;
}

std::string textMember(json const& object, char const* key) {
    auto const* const value = memberOf(object, key);
    return value != nullptr && value->is_string() ? value->get<std::string>() : std::string();
}

/// A text, a number or a truth value as a cell of a table; nothing for what has members.
std::optional<std::string> cellOf(json const& value) {
    if (value.is_null()) return std::string();
    if (value.is_string()) return value.get<std::string>();
    if (value.is_number() || value.is_boolean()) return value.dump();
    return std::nullopt;
}

/// What a geometry says, or why it says nothing.
struct Shape {
    std::optional<GeoPoint> point{};
    Area area{};
    std::optional<PremiseFault> fault{};
};

class ShapeReader {
  public:
    explicit ShapeReader(Datum datum) : m_datum(datum) {}

    Shape read(json const& geometry) {
        if (geometry.is_null()) return {};
        auto const* const coordinates = memberOf(geometry, "coordinates");
        std::string const type = textMember(geometry, "type");
        if (coordinates == nullptr || !coordinates->is_array()) return {.fault = PremiseFault::BadArea};
        if (type == "Point") {
            m_shape.point = point(*coordinates);
        } else if (type == "Polygon") {
            polygon(*coordinates);
        } else if (type == "MultiPolygon" && !coordinates->empty()) {
            for (json const& each : *coordinates)
                polygon(each);
        } else {
            fail(PremiseFault::BadArea);
        }
        return std::move(m_shape);
    }

  private:
    void fail(PremiseFault fault) {
        if (!m_shape.fault) m_shape.fault = fault;
    }

    std::optional<GeoPoint> point(json const& position) {
        bool const isPosition =
            position.is_array() && position.size() >= 2 && position[0].is_number() && position[1].is_number();
        if (!isPosition) {
            fail(PremiseFault::BadPlace);
            return std::nullopt;
        }
        Degrees const degrees{.latitude = position[1].get<double>(), .longitude = position[0].get<double>()};
        bool const isZero = degrees.latitude == 0 && degrees.longitude == 0;
        auto place = isZero ? std::nullopt : pointOf(m_datum, degrees);
        if (!place)
            fail(GeoPoint::ofDegrees(degrees.longitude, degrees.latitude) && !isZero
                     ? PremiseFault::SwappedPlace
                     : PremiseFault::BadPlace);
        return place;
    }

    void polygon(json const& rings) {
        if (!rings.is_array() || rings.empty()) return fail(PremiseFault::BadArea);
        for (json const& positions : rings) {
            if (!positions.is_array()) return fail(PremiseFault::BadArea);
            std::vector<GeoPoint> ring;
            for (json const& position : positions) {
                auto const corner = point(position);
                if (!corner) return;
                if (ring.empty() || ring.back() != *corner) ring.push_back(*corner);
                if (++m_corners > 2 * Premise::maxCorners) return fail(PremiseFault::TooManyCorners);
            }
            if (ring.size() > 1 && ring.front() == ring.back()) ring.pop_back();
            if (ring.size() < 3) return fail(PremiseFault::BadArea);
            m_shape.area.rings.push_back(std::move(ring));
        }
    }

    Datum m_datum;
    Shape m_shape;
    std::size_t m_corners = 0;
};

class FeatureReader {
  public:
    FeatureReader(HazardBook const& hazards, PremiseReadingOptions const& options)
        : m_options(options), m_rows(hazards, options, m_reading) {}

    PremiseReading read(std::string_view text) {
        std::uint64_t line = 1;
        json document;
        bool isFeatures = false;
        bool isTooDeep = false;
        auto const watch = [&](int depth, json::parse_event_t event, json& parsed) {
            if (event == json::parse_event_t::key && depth == 1) isFeatures = parsed == "features";
            if (event == json::parse_event_t::object_start && depth == 2 && isFeatures)
                m_lines.push_back(line);
            isTooDeep = isTooDeep || depth > deepest;
            return depth <= deepest;
        };
        try {
            document = json::parse(LineCounting(text.data(), line),
                                   LineCounting(text.data() + text.size(), line), watch);
        } catch (json::exception const&) {
            return refused(line, "no JSON");
        }
        if (isTooDeep) return refused(1, "nested too deeply");
        std::string const type = textMember(document, "type");
        if (type == "Feature") {
            take(document, 1);
        } else if (auto const* const features = memberOf(document, "features");
                   type == "FeatureCollection" && features != nullptr && features->is_array()) {
            takeAll(*features);
        } else {
            return refused(1, "no FeatureCollection");
        }
        if (m_reading.rows == 0) m_rows.fail({.line = 1, .fault = PremiseFault::NoRows});
        return std::move(m_reading);
    }

  private:
    PremiseReading refused(std::uint64_t line, std::string why) {
        m_rows.fail({.line = line, .fault = PremiseFault::NotReadable, .value = std::move(why)});
        return std::move(m_reading);
    }

    void takeAll(json const& features) {
        std::size_t objects = 0;
        std::uint64_t line = 1;
        for (json const& feature : features) {
            if (feature.is_object() && objects < m_lines.size()) line = m_lines[objects++];
            take(feature, line);
            if (m_reading.rows > maxPremises) break;
        }
    }

    void take(json const& feature, std::uint64_t line) {
        PremiseRows::Row row{.line = line, .cells = {}};
        auto const fail = [&](PremiseFault fault, std::string column = {}, std::string value = {}) {
            ++m_reading.rows;
            m_rows.fail(
                {.line = line, .fault = fault, .column = std::move(column), .value = std::move(value)});
        };
        if (textMember(feature, "type") != "Feature")
            return fail(PremiseFault::NotReadable, {}, "no Feature");
        auto const* const geometry = memberOf(feature, "geometry");
        auto shape = geometry == nullptr ? Shape{} : ShapeReader(m_options.datum).read(*geometry);
        if (shape.fault)
            return fail(*shape.fault, "geometry",
                        *shape.fault == PremiseFault::TooManyCorners ? std::to_string(Premise::maxCorners)
                                                                     : textMember(*geometry, "type"));
        row.point = shape.point;
        row.area = std::move(shape.area);
        if (auto const* const properties = memberOf(feature, "properties"))
            if (properties->is_object())
                for (auto const& [name, value] : properties->items())
                    if (auto const wrong = readProperty(name, value, row)) return fail(*wrong, name);
        auto& key = row.cells[static_cast<std::size_t>(PremiseColumn::Key)];
        if (auto const* const id = memberOf(feature, "id"); id != nullptr && key.empty())
            key = cellOf(*id).value_or("");
        m_rows.take(std::move(row));
    }

    std::optional<PremiseFault> readProperty(std::string const& name, json const& value,
                                             PremiseRows::Row& row) {
        auto const column = premiseColumnNamed(name);
        if (!column) {
            auto& ignored = m_reading.ignoredColumns;
            if (ignored.size() < maxIgnored && std::ranges::find(ignored, name) == ignored.end())
                ignored.push_back(name);
            return std::nullopt;
        }
        std::string text;
        if (value.is_array()) {
            for (json const& each : value) {
                auto const cell = cellOf(each);
                if (!cell) return PremiseFault::NotReadable;
                text += (text.empty() ? "" : ";") + *cell;
            }
        } else {
            auto const cell = cellOf(value);
            if (!cell) return PremiseFault::NotReadable;
            text = *cell;
        }
        auto& place = row.cells[static_cast<std::size_t>(*column)];
        if (!place.empty() && !text.empty() && place != text) return PremiseFault::ColumnTwice;
        if (place.empty()) place = std::move(text);
        return std::nullopt;
    }

    PremiseReadingOptions const& m_options;
    PremiseReading m_reading;
    PremiseRows m_rows;
    std::vector<std::uint64_t> m_lines; ///< of features that are objects
};

} // namespace

PremiseReading readPremiseGeoJson(std::string_view text, HazardBook const& hazards,
                                  PremiseReadingOptions const& options) {
    FeatureReader reader(hazards, options);
    if (text.size() <= maxPremiseGeoJsonBytes) return reader.read(text);
    PremiseReading reading;
    reading.faults.push_back({.line = 1,
                              .fault = PremiseFault::NotReadable,
                              .value = "longer than " + std::to_string(maxPremiseGeoJsonBytes) + " bytes"});
    return reading;
}

} // namespace ob::core
