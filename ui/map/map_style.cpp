// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_style.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ob::ui {
namespace {

using enum core::MapClass;
using core::MapClass;

struct Hue {
    MapClass mapClass;
    QRgb night;
    QRgb day;
    double minZoom;
};

constexpr Hue areas[] = {
    {Farmland, 0x1F2728, 0xF1EDDF, 9},    {Residential, 0x1F2630, 0xEDEAE3, 9},
    {Commercial, 0x1F262F, 0xF1E9E1, 11}, {Industrial, 0x21262E, 0xE9E5E6, 10},
    {Education, 0x24292F, 0xF2EBD9, 12},  {Medical, 0x2C272D, 0xF7E2DE, 12},
    {Military, 0x282427, 0xEBDFD9, 11},   {Grass, 0x1C2A28, 0xDFEACF, 10},
    {Wood, 0x182B25, 0xC9DDB9, 4},        {Rock, 0x232930, 0xE6E3DD, 9},
    {Sand, 0x2A2A28, 0xF2E8CB, 9},        {Glacier, 0x24323F, 0xEAF3F7, 4},
    {Wetland, 0x192C2F, 0xD3E4DB, 9},     {Park, 0x1B3129, 0xD7E8CC, 8},
    {Cemetery, 0x1F2D29, 0xD5DFCB, 12},   {Stadium, 0x1E362D, 0xCBE1BC, 13},
    {Aeroway, 0x232C37, 0xE3E4EA, 10},    {Water, 0x14304A, 0xBCD9EE, 0},
    {Pedestrian, 0x29323D, 0xF8F5EF, 13}, {Building, 0x252E39, 0xE1DDD4, 13},
};

constexpr std::array order{Farmland, Residential, Commercial, Industrial, Education,  Medical, Military,
                           Rock,     Sand,        Glacier,    Grass,      Wood,       Wetland, Park,
                           Cemetery, Stadium,     Aeroway,    Water,      Pedestrian, Building};

constexpr std::array roads{Path,     ServiceRoad, MinorRail, Rail,  MinorRoad,
                           Tertiary, Secondary,   Primary,   Trunk, Motorway};

struct Stop {
    double zoom;
    double width;
};

struct LineRow {
    MapClass mapClass;
    double minZoom;
    QRgb night;
    QRgb nightCasing; ///< 0: none
    QRgb day;
    QRgb dayCasing;
    double casingFrom; ///< zoom
    std::array<Stop, 5> widths;
    Stroke stroke = Stroke::Solid;
};

constexpr LineRow lines[] = {
    {River, 7, 0x14304A, 0, 0xBCD9EE, 0, 99, {{{7, 0.6}, {10, 1.2}, {13, 2.4}, {16, 7}, {19, 30}}}},
    {Stream, 12, 0x14304A, 0, 0xBCD9EE, 0, 99, {{{12, 0.7}, {14, 1.1}, {16, 2.6}, {18, 6}, {20, 12}}}},
    {Motorway,
     4,
     0x5C6B7D,
     0x151B22,
     0xF6C680,
     0xDDA450,
     8.5,
     {{{4, 0.5}, {8, 1.6}, {11, 3.0}, {14, 7.5}, {18, 42}}}},
    {Trunk,
     5,
     0x556475,
     0x151B22,
     0xF8CF90,
     0xDFAE62,
     9.5,
     {{{5, 0.5}, {8, 1.4}, {11, 2.6}, {14, 6.8}, {18, 38}}}},
    {Primary,
     7,
     0x4B5968,
     0x151B22,
     0xFAD9A1,
     0xE2B971,
     10.5,
     {{{7, 0.6}, {10, 1.7}, {12, 2.7}, {14, 6.2}, {18, 36}}}},
    {Secondary,
     9,
     0x455261,
     0x161C23,
     0xFCE8C4,
     0xDFC79A,
     11.5,
     {{{9, 0.7}, {11, 1.6}, {13, 3.2}, {14, 5.2}, {18, 32}}}},
    {Tertiary,
     10,
     0x3F4B59,
     0x161C23,
     0xFFFFFF,
     0xD6D0C4,
     12.2,
     {{{10, 0.5}, {12, 1.3}, {13, 2.4}, {14, 4.4}, {18, 28}}}},
    {MinorRoad,
     11.6,
     0x3A4653,
     0x171D25,
     0xFFFFFF,
     0xDAD5CA,
     12.8,
     {{{11.6, 0.4}, {13, 1.4}, {14, 3.0}, {16, 8.5}, {18, 24}}}},
    {ServiceRoad,
     13.2,
     0x323C48,
     0x181E26,
     0xFFFFFF,
     0xDEDAD0,
     14.2,
     {{{13.2, 0.5}, {14, 1.1}, {15, 2.4}, {16, 4.2}, {18, 12}}}},
    {Path,
     14,
     0x3B4650,
     0,
     0xC9C0AE,
     0,
     99,
     {{{14, 0.7}, {15, 0.9}, {16, 1.3}, {17, 1.7}, {18, 2.4}}},
     Stroke::Dashed},
    {Rail,
     9.5,
     0x465361,
     0,
     0xB4B2AE,
     0,
     99,
     {{{9.5, 0.6}, {12, 1.0}, {14, 1.5}, {16, 2.4}, {18, 4}}},
     Stroke::Ties},
    {MinorRail,
     13,
     0x3C4754,
     0,
     0xC4C1BC,
     0,
     99,
     {{{13, 0.6}, {14, 0.9}, {15, 1.2}, {16, 1.7}, {18, 3}}},
     Stroke::Ties},
    {Ferry,
     10,
     0x2B5377,
     0,
     0x86B1D3,
     0,
     99,
     {{{10, 0.8}, {12, 1}, {14, 1.2}, {16, 1.5}, {18, 2}}},
     Stroke::Dashed},
    {Runway, 10, 0x2F3A47, 0, 0xD3D5DE, 0, 99, {{{10, 1}, {12, 4}, {14, 16}, {16, 60}, {18, 240}}}},
    {CountryBorder,
     1,
     0x77849A,
     0,
     0x8F86A3,
     0,
     99,
     {{{1, 0.8}, {6, 1.2}, {10, 1.8}, {14, 2.4}, {18, 3}}},
     Stroke::Dotted},
    {ProvinceBorder,
     3,
     0x556275,
     0,
     0xB0A9BE,
     0,
     99,
     {{{3, 0.6}, {8, 0.9}, {11, 1.3}, {14, 1.7}, {18, 2.4}}},
     Stroke::Dotted},
    {DistrictBorder,
     9.5,
     0x414D5D,
     0,
     0xC3BDCD,
     0,
     99,
     {{{9.5, 0.6}, {11, 0.9}, {13, 1.2}, {15, 1.4}, {18, 2}}},
     Stroke::Dotted},
};

/// Widths grow geometrically between the stops, as the ground does.
double widthAt(std::array<Stop, 5> const& stops, double zoom) {
    if (zoom <= stops.front().zoom) return stops.front().width;
    for (std::size_t i = 1; i < stops.size(); ++i) {
        if (zoom > stops[i].zoom) continue;
        double const part = (zoom - stops[i - 1].zoom) / (stops[i].zoom - stops[i - 1].zoom);
        return stops[i - 1].width * std::pow(stops[i].width / stops[i - 1].width, part);
    }
    return stops.back().width * std::exp2((zoom - stops.back().zoom) * 0.8);
}

/// A hair of a line on a dark ground is hardly seen: the farther away, the brighter.
QColor farSeen(QColor colour, double zoom) {
    double const part = std::clamp((13.5 - zoom) / 3.5, 0.0, 1.0) * 0.4;
    auto const mixed = [part](int channel, int bright) {
        return static_cast<int>(std::lround(channel + part * (bright - channel)));
    };
    return {mixed(colour.red(), 0xA9), mixed(colour.green(), 0xBC), mixed(colour.blue(), 0xD2)};
}

} // namespace

QColor MapStyle::land() const { return QColor(m_theme == Theme::Night ? 0x1B222B : 0xF3F1EB); }
QColor MapStyle::hatch() const { return QColor(m_theme == Theme::Night ? 0x252E39 : 0xDFDBD1); }
QColor MapStyle::grid() const {
    QColor colour(m_theme == Theme::Night ? 0x93A1B2 : 0x5B6875);
    colour.setAlpha(m_theme == Theme::Night ? 70 : 90);
    return colour;
}

std::optional<AreaStyle> MapStyle::area(MapClass mapClass, double zoom) const {
    for (Hue const& hue : areas) {
        if (hue.mapClass != mapClass || zoom < hue.minZoom) continue;
        AreaStyle style{.fill = QColor(m_theme == Theme::Night ? hue.night : hue.day), .outline = {}};
        if (mapClass == Building && zoom >= 14.5)
            style.outline = QColor(m_theme == Theme::Night ? 0x2E3844 : 0xCFC9BD);
        return style;
    }
    return std::nullopt;
}

std::optional<LineStyle> MapStyle::line(MapClass mapClass, double zoom) const {
    bool const isNight = m_theme == Theme::Night;
    for (LineRow const& row : lines) {
        if (row.mapClass != mapClass || zoom < row.minZoom) continue;
        LineStyle style{.fill = isNight ? farSeen(QColor(row.night), zoom) : QColor(row.day),
                        .casing = {},
                        .width = widthAt(row.widths, zoom),
                        .stroke = row.stroke};
        QRgb const casing = isNight ? row.nightCasing : row.dayCasing;
        if (casing != 0 && zoom >= row.casingFrom) {
            style.casing = QColor(casing);
            style.casingWidth = zoom < 13 ? 0.7 : zoom < 15 ? 0.9 : 1.2;
        }
        return style;
    }
    return std::nullopt;
}

std::span<MapClass const> MapStyle::areaOrder() { return order; }
std::span<MapClass const> MapStyle::roadOrder() { return roads; }

bool MapStyle::isRoad(MapClass mapClass) { return mapClass >= Motorway && mapClass <= MinorRail; }

} // namespace ob::ui
