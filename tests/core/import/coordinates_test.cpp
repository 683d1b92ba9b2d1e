// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/coordinates.h"

#include <ostream>

namespace ob::core {
namespace {

MappedBounds const bay{.south = 37, .west = -123.6, .north = 38.3, .east = -121.8};

struct Written {
    char const* text;
    PlaceFault fault;
    double latitude = 0;
    double longitude = 0;
};
std::ostream& operator<<(std::ostream& out, Written const& written) { return out << written.text; }

class Points : public testing::TestWithParam<Written> {};

TEST_P(Points, AreReadOrNamed) {
    auto const& written = GetParam();
    auto const read = readPoint(written.text, bay);
    EXPECT_EQ(nameOf(read.fault), nameOf(written.fault));
    bool const kept = written.fault == PlaceFault::None || written.fault == PlaceFault::Outside;
    EXPECT_EQ(read.place, kept ? GeoPoint::ofDegrees(written.latitude, written.longitude) : std::nullopt);
}

using enum PlaceFault;
INSTANTIATE_TEST_SUITE_P(
    Coordinates, Points,
    testing::Values(
        Written{"(37.77, -122.41)", None, 37.77, -122.41}, Written{"37.77,-122.41", None, 37.77, -122.41},
        Written{"37.77 , +-122.41", NotNumber}, Written{"( 37.77 , -122.41 )", None, 37.77, -122.41},
        Written{"POINT (-122.41 37.77)", None, 37.77, -122.41},
        Written{"POINT(-122.41 37.77)", None, 37.77, -122.41},
        Written{"point (-122.41   37.77)", None, 37.77, -122.41},
        Written{"Point ( -122.41 37.77 )", None, 37.77, -122.41},
        Written{"1 Main St (37.77, -122.41)", None, 37.77, -122.41}, Written{"POINT EMPTY", NotNumber},
        Written{"POINT ()", NotNumber}, Written{"POINT Z (-122.41 37.77 0)", NotNumber}, Written{"", Missing},
        Written{"()", NotNumber}, Written{"(37.77)", NotNumber}, Written{"(37.77; -122.41)", NotNumber},
        Written{"37.77, ", NotNumber}, Written{"nan, nan", NotNumber}, Written{"inf, -122.41", NotNumber},
        Written{"37.77x, -122.41", NotNumber}, Written{"(0, 0)", Zero}, Written{"(0.0, -0.0)", Zero},
        Written{"(-122.41, 37.77)", Swapped}, Written{"POINT (37.77 -122.41)", Swapped},
        Written{"(40.7, -74.0)", Outside, 40.7, -74.0}, Written{"(91, -200)", Range},
        Written{"(1e300, 1e300)", Range}));

TEST(Coordinates, ApartAreReadAlike) {
    EXPECT_EQ(readPlace("37.77", "-122.41", bay).place, GeoPoint::ofDegrees(37.77, -122.41));
    EXPECT_EQ(readPlace(" +37.77 ", "-122.41", bay).fault, PlaceFault::None);
    EXPECT_EQ(readPlace("", "", bay).fault, PlaceFault::Missing);
    EXPECT_EQ(readPlace("37.77", "", bay).fault, PlaceFault::NotNumber);
    EXPECT_EQ(readPlace("37,77", "-122,41", bay).fault, PlaceFault::NotNumber);
    EXPECT_EQ(readPlace("-122.41", "37.77", bay).fault, PlaceFault::Swapped);
    EXPECT_FALSE(readPlace("-122.41", "37.77", bay).place);
}

TEST(Coordinates, WithoutBoundsOnlyTheEarthDecides) {
    EXPECT_EQ(readPlace("-33.9", "151.2", {}).fault, PlaceFault::None);
    EXPECT_EQ(readPlace("151.2", "-33.9", {}).fault, PlaceFault::Swapped);
    EXPECT_EQ(readPlace("200", "200", {}).fault, PlaceFault::Range);
    EXPECT_EQ(readPlace("-90", "-180", {}).fault, PlaceFault::None);
}

RC_GTEST_PROP(Coordinates, RubbishIsNamedAndNeverFails, (std::string const& text)) {
    auto const read = readPoint(text, bay);
    RC_ASSERT(read.place.has_value()
              == (read.fault == PlaceFault::None || read.fault == PlaceFault::Outside));
}

} // namespace
} // namespace ob::core
