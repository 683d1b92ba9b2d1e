// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/change_set.h"

#include "tests/support/board_builder.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

ChangeSet changed(std::shared_ptr<Incident const> incident) {
    ChangeSet changes;
    changes.incidents.push_back(std::move(incident));
    return changes;
}
ChangeSet retired(IncidentId id) {
    ChangeSet changes;
    changes.retired.push_back(id);
    return changes;
}

TEST(ChangeSet, KeepsTheOrderOfWhatIsAdded) {
    ChangeSet changes = changed(anIncident().made());
    auto const later = anIncident().withPriority(Priority::P1).made();
    changes.add(changed(later));
    ASSERT_EQ(changes.incidents.size(), 2u);
    EXPECT_EQ(changes.incidents.back(), later);
    EXPECT_FALSE(changes.conflictsChanged);
    ChangeSet conflicts;
    conflicts.conflictsChanged = true;
    changes.add(std::move(conflicts));
    EXPECT_TRUE(changes.conflictsChanged);
}

TEST(ChangeSet, WhatLeftAndCameBackIsNotRetired) {
    auto const incident = anIncident().made();
    ChangeSet changes = retired(incident->id);
    changes.add(changed(incident));
    EXPECT_TRUE(changes.retired.empty());
    changes.add(retired(incident->id));
    EXPECT_EQ(changes.retired, std::vector<IncidentId>{incident->id});
}

} // namespace
} // namespace ob::core
