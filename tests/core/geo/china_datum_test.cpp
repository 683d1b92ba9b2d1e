// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/china_datum.h"

#include "tests/support/source_dir.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <charconv>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

namespace ob::core {
namespace {

/// About; for distances of metres.
double metresBetween(Degrees a, Degrees b) {
    double const north = (a.latitude - b.latitude) * 111'320.0;
    double const east = (a.longitude - b.longitude) * 111'320.0 * std::cos(a.latitude * 0.0174533);
    return std::hypot(north, east);
}

Degrees anywhereIn(double south, double west, double north, double east) {
    auto const part = [] { return *rc::gen::inRange(0, 1'000'000'001) / 1e9; };
    return {south + (north - south) * part(), west + (east - west) * part()};
}

RC_GTEST_PROP(ChinaDatumProperty, Gcj02ComesBackToAMillimetre, ()) {
    // A hand's breadth from the edges, where the plane is torn.
    Degrees const place = anywhereIn(0.86, 72.04, 55.79, 137.80);
    Degrees const shifted = gcj02OfWgs84(place);
    RC_ASSERT(!(shifted == place));
    RC_ASSERT(metresBetween(place, shifted) < 2000.0);
    RC_ASSERT(metresBetween(wgs84OfGcj02(shifted), place) < 0.001);
}

RC_GTEST_PROP(ChinaDatumProperty, Bd09ComesBackToAMillimetre, ()) {
    Degrees const place = anywhereIn(3, 73, 54, 136);
    RC_ASSERT(metresBetween(gcj02OfBd09(bd09OfGcj02(place)), place) < 0.001);
}

RC_GTEST_PROP(ChinaDatumProperty, NothingChangesElsewhere, ()) {
    Degrees const place = anywhereIn(-90, -180, 0.79, 71.9);
    RC_ASSERT(gcj02OfWgs84(place) == place);
    RC_ASSERT(wgs84OfGcj02(place) == place);
}

RC_GTEST_PROP(ChinaDatumProperty, AtTheEdgeWhatIsInsideComesBack, ()) {
    // On and beside each edge of the rectangle, to both sides.
    bool const isAcross = *rc::gen::arbitrary<bool>();
    bool const isFirst = *rc::gen::arbitrary<bool>();
    double const beside = *rc::gen::inRange(-2'000'000, 2'000'001) / 1e9;
    Degrees place = anywhereIn(1, 73, 55, 137);
    if (isAcross)
        place.latitude = (isFirst ? 0.8293 : 55.8271) + beside;
    else
        place.longitude = (isFirst ? 72.004 : 137.8347) + beside;
    Degrees const shifted = gcj02OfWgs84(place);
    Degrees const back = wgs84OfGcj02(shifted);
    RC_ASSERT(std::isfinite(back.latitude) && std::isfinite(back.longitude));
    // Whatever was shifted comes back; what was not may be taken for something that was.
    if (!(shifted == place)) RC_ASSERT(metresBetween(back, place) < 0.001);
    RC_ASSERT(metresBetween(back, shifted) < 2000.0);
}

RC_GTEST_PROP(ChinaDatumProperty, EndsForAnyNumbers, ()) {
    auto const number = rc::gen::oneOf(
        rc::gen::arbitrary<double>(),
        rc::gen::element(std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity(),
                         -std::numeric_limits<double>::infinity(), 0.0, 90.0, -90.0, 180.0, -180.0,
                         std::numeric_limits<double>::max(), std::numeric_limits<double>::denorm_min()));
    Degrees const any{*number, *number};
    for (auto const convert : {gcj02OfWgs84, wgs84OfGcj02, bd09OfGcj02, gcj02OfBd09})
        (void)convert(any);
    for (Datum const datum : {Datum::Wgs84, Datum::Gcj02, Datum::Bd09, Datum::Cgcs2000})
        (void)pointOf(datum, any);
}

TEST(ChinaDatumTest, WhatIsNoNumberIsNoPlace) {
    double const none = std::numeric_limits<double>::quiet_NaN();
    EXPECT_FALSE(pointOf(Datum::Gcj02, {none, 116}));
    EXPECT_FALSE(pointOf(Datum::Bd09, {39, none}));
    EXPECT_FALSE(pointOf(Datum::Bd09, {95, 116}));
}

std::vector<double> numbersOf(std::string const& line, std::size_t from, std::size_t count) {
    std::vector<double> numbers;
    std::size_t at = 0;
    for (std::size_t column = 0; column < from + count; ++column) {
        std::size_t const end = std::min(line.find(',', at), line.size());
        double number = 0;
        auto const [stop, error] = std::from_chars(line.data() + at, line.data() + end, number);
        if (column >= from && error == std::errc() && stop == line.data() + end) numbers.push_back(number);
        at = end + 1;
    }
    return numbers;
}

// Columns of the table: 3 WGS 84, 5 GCJ-02, 11 BD-09, each latitude and longitude, by an independent program.
TEST(ChinaDatumTest, AgreesWithReferencePoints) {
    std::filesystem::path const file = sourceDir() + "/../shared/data/china/gcj02_reference_points.csv";
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "shared reference points are not here: " << file;
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    std::size_t points = 0;
    while (std::getline(stream, line)) {
        auto const wgs = numbersOf(line, 3, 2);
        auto const gcj = numbersOf(line, 5, 2);
        auto const bd = numbersOf(line, 11, 2);
        ASSERT_TRUE(wgs.size() == 2 && gcj.size() == 2 && bd.size() == 2) << line;
        Degrees const shifted = gcj02OfWgs84({wgs[0], wgs[1]});
        EXPECT_LT(metresBetween(shifted, {gcj[0], gcj[1]}), 0.001) << line;
        EXPECT_LT(metresBetween(bd09OfGcj02({gcj[0], gcj[1]}), {bd[0], bd[1]}), 0.001) << line;
        bool const isMoved = metresBetween(shifted, {wgs[0], wgs[1]}) > 1;
        if (isMoved) {
            EXPECT_LT(metresBetween(wgs84OfGcj02(shifted), {wgs[0], wgs[1]}), 0.001) << line;
        }
        ++points;
    }
    EXPECT_EQ(points, 100U);
}

} // namespace
} // namespace ob::core
