// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/event_fields.h"

#include "tests/support/event_equality.h"
#include "tests/support/event_generators.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace ob::core {
namespace {

struct NumberList {
    std::vector<std::uint64_t> numbers;

    template<class T>
    void required(std::uint64_t number, T&) {
        numbers.push_back(number);
    }
    template<class T>
    void field(std::uint64_t number, T&) {
        numbers.push_back(number);
    }
    template<class T>
    void set(std::uint64_t number, T&, std::size_t) {
        numbers.push_back(number);
    }
    template<class T>
    void list(std::uint64_t number, T&, std::size_t) {
        numbers.push_back(number);
    }
};

TEST(EventFields, EveryFieldOfEveryKindHasAnAscendingNumberFromTen) {
    ValueSource values(1);
    for (auto const kind : allKinds()) {
        Fact fact = factOf(kind, values);
        NumberList list;
        std::visit([&](auto& known) { describe(list, known); }, fact);
        EXPECT_EQ(list.numbers.size(), fieldCountOf(fact)) << kind;
        for (std::size_t at = 0; at < list.numbers.size(); ++at)
            EXPECT_EQ(list.numbers[at], 10 + at) << kind;
    }
}

TEST(EventFields, NoTwoKindsShareANumber) {
    std::set<std::uint16_t> const kinds(allKinds().begin(), allKinds().end());
    EXPECT_EQ(kinds.size(), allKinds().size());
    EXPECT_FALSE(kinds.contains(0));
}

} // namespace
} // namespace ob::core
