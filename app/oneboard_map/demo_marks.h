// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/marks.h"

#include <random>

namespace ob::app {

/// Units and incidents of an imagined shift, the same for the same seed; for looking at the map and measuring
/// it.
class DemoMarks {
  public:
    DemoMarks(ui::WorldBox area, std::size_t units);

    /// Every unit drives a little further.
    void drive();
    ui::MarkLists lists() const;

  private:
    struct Course {
        double x = 0;
        double y = 0;
    };
    ui::WorldBox m_area;
    std::mt19937 m_chance{20260};
    std::vector<ui::UnitMark> m_units;
    std::vector<Course> m_courses;
    ui::MarkLists m_lists;

    unsigned roll(unsigned sides);
    double part();
    ui::WorldPoint somewhere();
    void addUnits(std::size_t count);
    void addIncidents(std::size_t count);
    void addAssignments();
};

} // namespace ob::app
