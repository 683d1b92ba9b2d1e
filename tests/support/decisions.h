// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/decide.h"
#include "tests/support/agencies.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <vector>

namespace ob::core {

/// A desk of the agency in a live realm of three agencies under the shipped rules, at `nowTime`; operator
/// "Li" at position "D1".
Context deskOf(AgencyIndex agency, std::initializer_list<Role> roles = {Role::Dispatcher});
/// The same in a drill.
Context drillDeskOf(AgencyIndex agency, std::initializer_list<Role> roles = {Role::Dispatcher});

Result<Drafts> ask(Board const& board, Context const& desk, Intent const& intent);
/// With a time that was typed.
Result<Drafts> askLate(Board const& board, Context const& desk, Intent const& intent, Instant occurredAt,
                       Source source = Source::Operator);

struct Written {
    StreamId stream;
    Fact fact;
};
/// Exactly these facts in these streams, in this order, each with the circumstance and operator of `deskOf`.
testing::AssertionResult writes(Result<Drafts> const& decided, std::vector<Written> const& expected);
testing::AssertionResult refuses(Result<Drafts> const& decided, RefusalCode code,
                                 std::vector<std::string> const& subjects = {});
bool isSame(Drafts const& left, Drafts const& right);

} // namespace ob::core
