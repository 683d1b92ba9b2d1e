// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/language/measures.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

TEST(Length, IsReadInBothLanguages) {
    struct Case {
        char const* word;
        std::int64_t minutes;
    };
    for (auto const& [word, minutes] : {Case{"2h", 120},
                                        {"90m", 90},
                                        {"1h30m", 90},
                                        {"2小时", 120},
                                        {"2时30分", 150},
                                        {"15分钟", 15},
                                        {"15min", 15},
                                        {"30天", 43'200}})
        EXPECT_EQ(lengthOf(word), Duration::ofMinutes(minutes)) << word;
    for (char const* const word :
         {"", "2", "h", "0m", "2x", "-2h", "2h3", "31天", "99999h", "999999m", "2 h"})
        EXPECT_FALSE(lengthOf(word)) << word;
}

TEST(Crew, IsACountOfPeople) {
    EXPECT_EQ(crewOf("6人"), 6u);
    EXPECT_EQ(crewOf("6c"), 6u);
    for (char const* const word : {"", "6", "人", "0人", "100人", "6h"})
        EXPECT_FALSE(crewOf(word)) << word;
}

TEST(PriorityWord, IsPWithOneToFour) {
    EXPECT_EQ(priorityOf("p1"), Priority::P1);
    EXPECT_EQ(priorityOf("P4"), Priority::P4);
    for (char const* const word : {"", "p", "p0", "p5", "p12", "1", "x1"})
        EXPECT_FALSE(priorityOf(word)) << word;
}

} // namespace
} // namespace ob::core
