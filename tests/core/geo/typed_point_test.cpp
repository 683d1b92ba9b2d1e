// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/geo/typed_point.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

TEST(TypedPoint, IsReadLatitudeFirst) {
    for (char const* const text : {"30.123, 160.456", "30.123,160.456", " 30.123 160.456 ",
                                   "+30.123, 160.456", "３０．１２３，１６０．４５６", "30.123 , 160.456"})
        EXPECT_EQ(typedPoint(text), GeoPoint::ofDegrees(30.123, 160.456)) << text;
    EXPECT_EQ(typedPoint("-30.5, -160.25"), GeoPoint::ofDegrees(-30.5, -160.25));
}

TEST(TypedPoint, IsNoAddress) {
    for (char const* const text :
         {"", "30.123", "30, 160", "滨江路 22.1", "12.5, 3号", "30.1, 160.2, 5.0", "95.0, 160.0",
          "30.0, 181.0", "1e5.0, 2.0", "nan.0, 1.0", "3.0.1, 4.0", ", "})
        EXPECT_FALSE(typedPoint(text)) << text;
}

RC_GTEST_PROP(TypedPoint, takes_any_bytes, (std::string const& bytes)) { typedPoint(bytes).has_value(); }

} // namespace
} // namespace ob::core
