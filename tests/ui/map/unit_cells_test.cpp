// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/unit_cells.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <numeric>
#include <set>

namespace ob::ui {
namespace {

UnitCells::Grid const grid{
    .ground = {.view = QSize(800, 600), .origin = QPoint(-12345, -6789), .pixelRatio = 1},
    .crowding = Crowding::Groups};

std::vector<OrdinaryUnit> crowd(int count, QPoint middle, int spread) {
    std::vector<OrdinaryUnit> units;
    for (int i = 0; i < count; ++i)
        units.push_back({static_cast<std::uint32_t>(i), middle + QPoint(i * 37 % spread, i * 53 % spread),
                         static_cast<MarkAgency>(i % 3), 1});
    return units;
}

std::size_t grouped(UnitCells const& cells) {
    return std::accumulate(
        cells.groups().begin(), cells.groups().end(), std::size_t{0},
        [](std::size_t sum, UnitGroup const& group) { return sum + static_cast<std::size_t>(group.count); });
}

RC_GTEST_PROP(UnitCells, nobodyDisappears, ()) {
    std::vector<OrdinaryUnit> units;
    int const count = *rc::gen::inRange(0, 400);
    for (int i = 0; i < count; ++i)
        units.push_back({static_cast<std::uint32_t>(i),
                         QPoint(*rc::gen::inRange(-24, 824), *rc::gen::inRange(-24, 624)), MarkAgency::Fire,
                         *rc::gen::inRange(0, 2)});
    UnitCells cells;
    for (auto const crowding : {Crowding::Groups, Crowding::Symbols}) {
        auto own = grid;
        own.crowding = crowding;
        cells.share(units, own);
        RC_ASSERT(cells.symbols().size() + cells.dots().size() + grouped(cells) == units.size());
        std::set<std::uint32_t> seen(cells.symbols().begin(), cells.symbols().end());
        seen.insert(cells.dots().begin(), cells.dots().end());
        RC_ASSERT(seen.size() == cells.symbols().size() + cells.dots().size());
    }
}

TEST(UnitCells, manyInOnePlaceBecomeAGroupThatCountsThemByAgency) {
    UnitCells cells;
    cells.share(crowd(30, {400, 240}, 20), grid);
    ASSERT_EQ(cells.groups().size(), 1U);
    EXPECT_EQ(cells.groups()[0].count, 30);
    EXPECT_EQ(cells.groups()[0].byAgency[1], 10);
    EXPECT_TRUE(cells.symbols().empty());
}

TEST(UnitCells, fewStayThemselves) {
    UnitCells cells;
    cells.share(crowd(5, {400, 300}, 200), grid);
    EXPECT_TRUE(cells.groups().empty());
    EXPECT_EQ(cells.symbols().size() + cells.dots().size(), 5U);
}

TEST(UnitCells, theMoreImportantIsTheSymbol) {
    auto own = grid;
    own.crowding = Crowding::Symbols;
    std::vector<OrdinaryUnit> const units{{0, {100, 100}, MarkAgency::Fire, 0},
                                          {1, {100, 100}, MarkAgency::Fire, 1}};
    UnitCells cells;
    cells.share(units, own);
    EXPECT_EQ(cells.symbols(), std::vector<std::uint32_t>{1});
    EXPECT_EQ(cells.dots(), std::vector<std::uint32_t>{0});
}

TEST(UnitCells, draggingTheMapChangesNobodysPlace) {
    auto units = crowd(60, {300, 200}, 220);
    UnitCells before;
    before.share(units, grid);
    QPoint const step(17, -23);
    for (OrdinaryUnit& unit : units)
        unit.at += step;
    auto moved = grid;
    moved.ground.origin += step;
    UnitCells after;
    after.share(units, moved);
    EXPECT_EQ(before.symbols().size(), after.symbols().size());
    EXPECT_EQ(std::set(before.symbols().begin(), before.symbols().end()),
              std::set(after.symbols().begin(), after.symbols().end()));
    ASSERT_EQ(before.groups().size(), after.groups().size());
    for (std::size_t i = 0; i < before.groups().size(); ++i)
        EXPECT_EQ(before.groups()[i].count, after.groups()[i].count);
}

} // namespace
} // namespace ob::ui
