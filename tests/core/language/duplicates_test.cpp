// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/duplicates.h"

#include "tests/support/desk_givens.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

using test::DeskGivens;

class Duplicates : public testing::Test {
  protected:
    Duplicates() { id = desk.addIncident(1042, "滨江路221号"); }
    std::size_t found(char const* type, char const* address, std::optional<GeoPoint> place = std::nullopt) {
        return possibleDuplicates({.type = *Code::of(type), .address = address, .place = place}, desk.board,
                                  *desk.context.rules, desk.context.now)
            .size();
    }
    void age(std::int64_t minutes, IncidentState state) {
        desk.changeIncident(id, [&](Incident& each) {
            each.state = state;
            each.openedAt = *Instant::ofMilliseconds(desk.context.now.milliseconds() - minutes * 60'000);
        });
    }

    DeskGivens desk;
    IncidentId id;
};

TEST_F(Duplicates, AreOfOneCategory) {
    EXPECT_EQ(found("FIRE-STRUCT", "滨江路221"), 1u);
    EXPECT_EQ(found("FIRE-HIGHRISE", "滨江路221"), 1u);
    EXPECT_EQ(found("NOT-IN-THE-BOOK", "滨江路221"), 0u);
    EXPECT_EQ(found("MED-CARDIAC", "滨江路221"), 0u);
}

TEST_F(Duplicates, AreOfAnyTypeWhileThereIsNone) {
    desk.changeIncident(id, [](Incident& each) { each.type = *Code::of("MED-CHOKE"); });
    auto const all = possibleDuplicates({.type = {}, .address = "滨江路221", .place = {}}, desk.board,
                                        *desk.context.rules, desk.context.now);
    EXPECT_EQ(all.size(), 1u);
}

TEST_F(Duplicates, AreAtOneAddressHoweverWritten) {
    for (char const* const address : {"滨江路221", "滨江路 221 号", "滨江路２２１号", "滨江路,221号"})
        EXPECT_EQ(found("FIRE-STRUCT", address), 1u) << address;
    EXPECT_EQ(found("FIRE-STRUCT", "滨江路22"), 0u);
    EXPECT_FALSE(isSameAddress("", ""));
    EXPECT_FALSE(isSameAddress("---", ",")) << "nothing is written in either";
}

TEST_F(Duplicates, OrWithinThreeHundredMetres) {
    auto const here = *GeoPoint::ofDegrees(30.0, 120.0);
    desk.changeIncident(id, [&](Incident& each) { each.place = here; });
    EXPECT_EQ(found("FIRE-STRUCT", "江边", GeoPoint::ofDegrees(30.0026, 120.0)), 1u) << "289 m";
    EXPECT_EQ(found("FIRE-STRUCT", "江边", GeoPoint::ofDegrees(30.0028, 120.0)), 0u) << "311 m";
    EXPECT_EQ(found("FIRE-STRUCT", "江边"), 0u) << "its place is not known";
}

TEST_F(Duplicates, AreOpenOrRecent) {
    age(600, IncidentState::Open);
    EXPECT_EQ(found("FIRE-STRUCT", "滨江路221"), 1u);
    age(30, IncidentState::Closed);
    EXPECT_EQ(found("FIRE-STRUCT", "滨江路221"), 1u);
    age(31, IncidentState::Closed);
    EXPECT_EQ(found("FIRE-STRUCT", "滨江路221"), 0u);
    age(1, IncidentState::Voided);
    EXPECT_EQ(found("FIRE-STRUCT", "滨江路221"), 0u);
}

TEST_F(Duplicates, AreFewAndNewestFirst) {
    for (std::uint32_t serial = 1; serial < 9; ++serial)
        desk.addIncident(serial, "滨江路221");
    auto const newest = desk.addIncident(99, "滨江路221");
    desk.changeIncident(newest, [&](Incident& each) { each.openedAt = desk.context.now; });
    auto const all =
        possibleDuplicates({.type = *Code::of("FIRE-STRUCT"), .address = "滨江路221", .place = {}},
                           desk.board, *desk.context.rules, desk.context.now);
    ASSERT_EQ(all.size(), maxDuplicates);
    EXPECT_EQ(all.front().incident->id, newest);
}

} // namespace
} // namespace ob::core
