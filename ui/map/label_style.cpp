// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_style.h"

#include <algorithm>

namespace ob::ui {
namespace {

using enum core::MapClass;
using core::MapClass;

enum class Ink : std::uint8_t { Plain, Soft, Faint, Water, Green };

struct LabelRow {
    MapClass mapClass;
    double minZoom;  ///< of rank 1
    double rankStep; ///< each rank further appears so much later
    double maxZoom;
    int pixels;
    int morePixels; ///< at the far end of its zooms
    QFont::Weight weight;
    Ink ink;
    int order;
    double spacing = 0;
    int wrap = 0;
    bool hasDot = false;
    double clear = 0; ///< of LabelStyle, where the class has just appeared
};

constexpr auto normal = QFont::Normal;
constexpr auto medium = QFont::Medium;
constexpr auto bold = QFont::DemiBold;

constexpr LabelRow rows[] = {
    {Country, 1, 0.5, 8, 14, 18, bold, Ink::Plain, 0, 1.5, 120},
    {Province, 4, 0.5, 9, 13, 15, medium, Ink::Soft, 2, 1, 120},
    {City, 4, 0.35, 14.5, 15, 20, bold, Ink::Plain, 1, 0, 140, true},
    {Town, 7.5, 0.12, 15.5, 13, 17, bold, Ink::Plain, 3, 0, 140, true},
    {Village, 9.2, 0.07, 16.5, 12, 15, medium, Ink::Plain, 5, 0, 130, true},
    {Suburb, 10.8, 0.08, 16.5, 13, 14, medium, Ink::Plain, 6, 1, 110},
    {Neighbourhood, 12.8, 0.05, 17.5, 12, 13, medium, Ink::Soft, 12, 0.6, 110, false, 12},
    {Airport, 10, 0.2, 20, 12, 13, medium, Ink::Soft, 8, 0, 110, true},
    {Hospital, 12.5, 0.11, 20, 12, 12, normal, Ink::Soft, 10, 0, 110, true},
    {FireStation, 13, 0.05, 20, 12, 12, normal, Ink::Soft, 10, 0, 110, true},
    {Police, 13, 0.05, 20, 12, 12, normal, Ink::Soft, 10, 0, 110, true},
    {Station, 12.6, 0.08, 20, 12, 12, normal, Ink::Soft, 11, 0, 110, true},
    {School, 14.6, 0.06, 20, 12, 12, normal, Ink::Soft, 16, 0, 110, true},
    {Fuel, 15.2, 0.06, 20, 12, 12, normal, Ink::Soft, 20, 0, 110, true},
    {Place, 14.6, 0.09, 20, 12, 12, normal, Ink::Faint, 22, 0, 110, true},
    {Peak, 11.5, 0.3, 20, 12, 12, normal, Ink::Soft, 14, 0, 110, true},
    {WaterName, 8, 0.3, 20, 12, 13, normal, Ink::Water, 9, 1, 110},
    {Park, 12.4, 0.15, 20, 12, 12, normal, Ink::Green, 15, 0, 100},
    {Wood, 12, 0.2, 20, 12, 12, normal, Ink::Green, 18, 0, 100},
    {HouseNumber, 16.4, 0, 20, 12, 12, normal, Ink::Soft, 30},
    {River, 10, 0, 20, 12, 13, normal, Ink::Water, 9, 1.2},
    {Stream, 13.5, 0, 20, 12, 12, normal, Ink::Water, 17, 0.6},
    {Motorway, 10.5, 0, 20, 12, 13, medium, Ink::Plain, 7},
    {Trunk, 11, 0, 20, 12, 13, medium, Ink::Plain, 7},
    {Primary, 11.8, 0, 20, 12, 13, medium, Ink::Plain, 8},
    {Secondary, 12.6, 0, 20, 12, 13, normal, Ink::Plain, 9},
    {Tertiary, 13.2, 0, 20, 12, 13, normal, Ink::Plain, 13, 0, 0, false, 12},
    {MinorRoad, 14, 0, 20, 12, 12, normal, Ink::Plain, 19, 0, 0, false, 28},
    {ServiceRoad, 15.6, 0, 20, 12, 12, normal, Ink::Soft, 24},
    {Path, 16, 0, 20, 12, 12, normal, Ink::Soft, 25},
};

/// Small streets are as close as their names are long: at first only some are named, at this zoom all that
/// fit.
constexpr double allNamedFrom = 15.5;

QColor inkOf(Ink ink, Theme theme) {
    bool const isNight = theme == Theme::Night;
    switch (ink) {
    case Ink::Plain: return tokens(theme).label;
    case Ink::Soft: return QColor(isNight ? 0xBAC5D1 : 0x57626D);
    case Ink::Faint: return tokens(theme).muted;
    case Ink::Water: return QColor(isNight ? 0x8FBDE3 : 0x2F6690);
    case Ink::Green: return QColor(isNight ? 0x93BFA6 : 0x3D6B3D);
    }
    return {};
}

} // namespace

std::optional<LabelStyle> MapStyle::label(MapClass mapClass, int rank, double zoom) const {
    for (LabelRow const& row : rows) {
        if (row.mapClass != mapClass) continue;
        double const first = row.minZoom + row.rankStep * std::clamp(rank - 1, 0, 24);
        if (zoom < first || zoom > row.maxZoom) return std::nullopt;
        double const part = std::clamp((zoom - row.minZoom) / 6, 0.0, 1.0);
        return LabelStyle{.pixels = row.pixels + static_cast<int>(part * (row.morePixels - row.pixels)),
                          .weight = row.weight,
                          .colour = inkOf(row.ink, m_theme),
                          .halo = tokens(m_theme).halo,
                          .order = row.order,
                          .spacing = row.spacing,
                          .hasDot = row.hasDot,
                          .wrap = row.wrap,
                          .clear = row.clear * std::clamp((allNamedFrom - zoom) / 1.5, 0.0, 1.0)};
    }
    return std::nullopt;
}

std::optional<LabelStyle> MapStyle::roadNumber(MapClass mapClass, double zoom) const {
    struct From {
        MapClass mapClass;
        double zoom;
        int order;
    };
    constexpr From numbered[] = {{Motorway, 8.5, 9}, {Trunk, 9.5, 9}, {Primary, 11, 12}, {Secondary, 13, 12}};
    for (From const& from : numbered)
        if (from.mapClass == mapClass && zoom >= from.zoom)
            return LabelStyle{.pixels = 12,
                              .weight = medium,
                              .colour = inkOf(Ink::Soft, m_theme),
                              .halo = tokens(m_theme).raised,
                              .order = from.order};
    return std::nullopt;
}

} // namespace ob::ui
