// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/store/sqlite_tracks.h"

#include "core/store/database.h"
#include "tests/support/log_bytes.h"
#include "tests/support/temporary_directory.h"

#include <gtest/gtest.h>

namespace ob::store {
namespace {

using namespace core;
using tests::at;

class SqliteTracksTest : public testing::Test {
  protected:
    static Fix fix(std::int64_t second, double northMetres = 0) {
        return {.place = *GeoPoint::ofDegrees(30 + northMetres / 111'195, 120),
                .fixedAt = at(second * 1000),
                .speedCentimetresPerSecond = {},
                .headingCentidegrees = {}};
    }
    std::vector<std::int64_t> seconds(UnitId of, std::int64_t from = 0, std::int64_t to = 1'000'000,
                                      std::size_t limit = 1000) {
        std::vector<std::int64_t> found;
        for (Fix const& one : tracks.track(of, at(from * 1000), at(to * 1000), limit))
            found.push_back(one.fixedAt.milliseconds() / 1000);
        return found;
    }
    using Seconds = std::vector<std::int64_t>;

    tests::TemporaryDirectory directory;
    Database database{{.file = directory / "desk.db"}};
    SqliteTracks tracks{database};
    tests::LogBytes random;
    UnitId unit{random.hash()};
};

TEST_F(SqliteTracksTest, KeepsAFixAfterThirtySecondsOrFiftyMetres) {
    for (int second = 0; second <= 65; second += 5)
        tracks.append(unit, fix(second));
    EXPECT_EQ(seconds(unit), (Seconds{0, 30, 60}));
    tracks.append(unit, fix(66, 49));
    tracks.append(unit, fix(67, 51));
    tracks.append(unit, fix(67, 500)); // no newer than the last
    tracks.append(unit, fix(20, 900));
    EXPECT_EQ(seconds(unit), (Seconds{0, 30, 60, 67}));
}

TEST_F(SqliteTracksTest, GivesBackWhatAFixHolds) {
    Fix const full{.place = *GeoPoint::ofE7(-339'000'001, 1'512'000'002),
                   .fixedAt = at(1234),
                   .speedCentimetresPerSecond = 1500,
                   .headingCentidegrees = 35999,
                   .gridMetres = 500};
    tracks.append(unit, full);
    UnitId const other(random.hash());
    tracks.append(other, fix(9));
    auto const held = tracks.track(unit, at(0), at(5000), 10);
    ASSERT_EQ(held.size(), 1u);
    EXPECT_EQ(held[0], full);
    EXPECT_FALSE(tracks.track(other, at(0), at(10'000), 10).at(0).headingCentidegrees);
}

TEST_F(SqliteTracksTest, AnswersForATimeAndALimit) {
    for (int second = 0; second < 300; second += 30)
        tracks.append(unit, fix(second));
    EXPECT_EQ(seconds(unit, 30, 90), (Seconds{30, 60, 90}));
    EXPECT_EQ(seconds(unit, 0, 1000, 2), (Seconds{240, 270})) << "the newest ones";
    EXPECT_EQ(seconds(UnitId(random.hash())), Seconds{});
}

TEST_F(SqliteTracksTest, PrunesOldFixes) {
    for (int second = 0; second < 120; second += 30)
        tracks.append(unit, fix(second));
    tracks.flush();
    tracks.prune(at(60'000));
    EXPECT_EQ(seconds(unit), (Seconds{60, 90}));
}

} // namespace
} // namespace ob::store
