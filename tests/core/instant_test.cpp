// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/instant.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {

RC_GTEST_PROP(Instant, IsoTextRoundTrips, ()) {
    auto const at = *Instant::ofMilliseconds(*rc::gen::inRange<std::int64_t>(0, Instant::max + 1));
    RC_ASSERT(Instant::ofIso8601(at.iso8601()) == at);
}

TEST(Instant, KnownDates) {
    EXPECT_EQ(Instant().iso8601(), "1970-01-01T00:00:00.000Z");
    EXPECT_EQ(Instant::ofMilliseconds(1'483'228'748'000)->iso8601(), "2016-12-31T23:59:08.000Z");
    EXPECT_EQ(Instant::ofIso8601("2024-02-29T12:00:00Z")->iso8601(), "2024-02-29T12:00:00.000Z");
}

TEST(Instant, RubbishIsRefused) {
    for (char const* text : {"", "2023-02-29T12:00:00Z", "2024-13-01T00:00:00Z", "2024-01-01T24:00:00Z",
                             "2024-01-01 00:00:00Z", "2024-01-01T00:00:00+08:00", "2024-01-01T00:00:00.12Z"})
        EXPECT_FALSE(Instant::ofIso8601(text)) << text;
    EXPECT_FALSE(Instant::ofMilliseconds(-1));
    EXPECT_FALSE(Instant::ofMilliseconds(Instant::max + 1));
}

} // namespace ob::core
