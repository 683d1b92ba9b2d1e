// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/import/time_format.h"

#include "core/instant.h"

#include <ostream>

namespace ob::core {
namespace {

struct Reading {
    char const* text;
    char const* format;
    char const* local; ///< null: not read
    int offsetMinutes = -1;
};
std::ostream& operator<<(std::ostream& out, Reading const& reading) {
    return out << '"' << reading.text << "\" by \"" << reading.format << '"';
}

class TimeFormats : public testing::TestWithParam<Reading> {};

TEST_P(TimeFormats, AreRead) {
    auto const& reading = GetParam();
    ASSERT_TRUE(isTimeFormat(reading.format));
    auto const read = readTime(reading.text, reading.format);
    ASSERT_EQ(read.has_value(), reading.local != nullptr);
    if (!read) return;
    EXPECT_EQ(Instant::ofMilliseconds(read->localMilliseconds)->iso8601(), reading.local);
    EXPECT_EQ(read->offsetMilliseconds.has_value(), reading.offsetMinutes != -1);
    if (read->offsetMilliseconds) {
        EXPECT_EQ(*read->offsetMilliseconds, reading.offsetMinutes * 60'000LL);
    }
}

INSTANTIATE_TEST_SUITE_P(
    Known, TimeFormats,
    testing::Values(
        Reading{"2025-06-01 08:05:09", "yyyy-MM-dd HH:mm:ss", "2025-06-01T08:05:09.000Z"},
        Reading{"2025-06-01T08:05:09.250", "yyyy-MM-ddTHH:mm:ss.fff", "2025-06-01T08:05:09.250Z"},
        Reading{"2025-06-01T08:05:09.123456789", "yyyy-MM-ddTHH:mm:ss.fff", "2025-06-01T08:05:09.123Z"},
        Reading{"2025-06-01T08:05:09.5", "yyyy-MM-ddTHH:mm:ss.fff", "2025-06-01T08:05:09.500Z"},
        Reading{"06/01/2025 12:00:00 AM", "MM/dd/yyyy hh:mm:ss AP", "2025-06-01T00:00:00.000Z"},
        Reading{"06/01/2025 12:00:00 PM", "MM/dd/yyyy hh:mm:ss AP", "2025-06-01T12:00:00.000Z"},
        Reading{"06/01/2025 01:00:00pm", "MM/dd/yyyy hh:mm:ss AP", "2025-06-01T13:00:00.000Z"},
        Reading{"6/1/2025 1:00 p.m.", "M/d/yyyy h:mm AP", "2025-06-01T13:00:00.000Z"},
        Reading{"2025/6/1 下午1:05", "yyyy/M/d APh:mm", "2025-06-01T13:05:00.000Z"},
        Reading{"2025年6月1日 8时5分", "yyyy年M月d日 H时m分", "2025-06-01T08:05:00.000Z"},
        Reading{"01 Jun 2025 08:05:00", "dd MMM yyyy HH:mm:ss", "2025-06-01T08:05:00.000Z"},
        Reading{"1 september 2025", "d MMM yyyy", "2025-09-01T00:00:00.000Z"},
        Reading{"01-SEPT-25", "dd-MMM-yy", "2025-09-01T00:00:00.000Z"},
        Reading{"01/06/70", "dd/MM/yy", "1970-06-01T00:00:00.000Z"},
        Reading{"01/06/69", "dd/MM/yy", "2069-06-01T00:00:00.000Z"},
        Reading{"2025-06-01T08:05:00Z", "yyyy-MM-ddTHH:mm:ssZ", "2025-06-01T08:05:00.000Z", 0},
        Reading{"2025-06-01T08:05:00+08:00", "yyyy-MM-ddTHH:mm:ssZ", "2025-06-01T08:05:00.000Z", 480},
        Reading{"2025-06-01T08:05:00-0730", "yyyy-MM-ddTHH:mm:ssZ", "2025-06-01T08:05:00.000Z", -450},
        Reading{"2025-06-01T08:05:00-08", "yyyy-MM-ddTHH:mm:ssZ", "2025-06-01T08:05:00.000Z", -480},
        Reading{"2024-02-29 00:00", "yyyy-MM-dd HH:mm", "2024-02-29T00:00:00.000Z"},
        Reading{"2016-12-31 23:59:60", "yyyy-MM-dd HH:mm:ss", "2016-12-31T23:59:59.000Z"},
        Reading{"2025-06-01   08:05", "yyyy-MM-dd HH:mm", "2025-06-01T08:05:00.000Z"}));

INSTANTIATE_TEST_SUITE_P(
    Strange, TimeFormats,
    testing::Values(Reading{"2025-02-29 00:00", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"2025-13-01 00:00", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"2025-00-01 00:00", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"2025-06-01 24:00", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"2025-06-01 08:60", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"2025-06-01 08:05:61", "yyyy-MM-dd HH:mm:ss", nullptr},
                    Reading{"2025-06-01 08:05 ", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"2025-06-01 8:05", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"2025-06-0108:05", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"01/02/2017", "dd/MM/yy HH", nullptr}, // not the year 20 and 17 hours
                    Reading{"06/01/2025 13:00 PM", "MM/dd/yyyy hh:mm AP", nullptr},
                    Reading{"06/01/2025 00:00 AM", "MM/dd/yyyy hh:mm AP", nullptr},
                    Reading{"06/01/2025 08:00", "MM/dd/yyyy hh:mm AP", nullptr},
                    Reading{"01 Ju 2025", "dd MMM yyyy", nullptr},
                    Reading{"01 Junes 2025", "dd MMM yyyy", nullptr},
                    Reading{"1969-12-31 00:00", "yyyy-MM-dd HH:mm", nullptr},
                    Reading{"2025-06-01T08:05:00+19:00", "yyyy-MM-ddTHH:mm:ssZ", nullptr},
                    Reading{"2025-06-01T08:05:00.", "yyyy-MM-ddTHH:mm:ss.fff", nullptr},
                    Reading{"-2025-06-01", "yyyy-MM-dd", nullptr}, Reading{"", "yyyy-MM-dd", nullptr}));

TEST(TimeFormat, NeedsADayAndNothingTwice) {
    for (char const* const format : {"yyyy-MM-dd", "d MMM yy", "M/d/yyyy h:mm AP", "yyyyMMdd HHmmss"})
        EXPECT_TRUE(isTimeFormat(format)) << format;
    for (char const* const format :
         {"", "HH:mm", "yyyy-MM", "yyyy-dd", "yyyy-MM-dd MM", "yyyy-MM-dd hh:mm", "yyyy-MM-dd HH:mm AP",
          "yyyy-MM-dd HH hh AP", "yyyy yy MM dd", "yyyy-MM-dd HH:mm mm", "yyyy-MM-dd ss:ss", "yyyy-MM-dd ZZ",
          "yyyy-MM-dd fff fff"})
        EXPECT_FALSE(isTimeFormat(format)) << format;
}

RC_GTEST_PROP(TimeFormat, RubbishIsNoTimeAndNeverFails,
              (std::string const& text, std::string const& format)) {
    (void)isTimeFormat(format);
    if (auto const read = readTime(text, format)) RC_ASSERT(read->localMilliseconds >= 0);
}

} // namespace
} // namespace ob::core
