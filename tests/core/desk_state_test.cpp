// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/desk_state.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace ob::core {
namespace {

CompactRange rangeOfSize(std::uint8_t size) {
    CompactRange range;
    for (std::uint8_t leaf = 0; leaf < size; ++leaf)
        range.append(Hash{leaf});
    return range;
}

DeskState someState(std::uint8_t size = 5) {
    DeskState state;
    state.lastNumbers = {IncidentNumber::of(20261121, 1042).value(), IncidentNumber::of(20261122, 7).value()};
    state.frontiers = {{.log = LogId(Hash{1}), .range = rangeOfSize(size)},
                       {.log = LogId(Hash{2}), .range = {}}};
    state.shreddings = {{.log = LogId(Hash{1}), .sequence = 300, .section = 2, .stream = StreamId(Hash{3})}};
    return state;
}

bool areEqual(DeskState const& one, DeskState const& other) {
    return one.lastNumbers == other.lastNumbers && one.shreddings == other.shreddings
           && std::equal(one.frontiers.begin(), one.frontiers.end(), other.frontiers.begin(),
                         other.frontiers.end(),
                         [](auto const& a, auto const& b) { return a.log == b.log && a.range == b.range; });
}

RC_GTEST_PROP(DeskState, ComesBackAsItWasWritten, (std::uint8_t size)) {
    auto const state = someState(size);
    auto const back = DeskState::decode(state.encode());
    RC_ASSERT(back && areEqual(*back, state));
}

TEST(DeskState, AnEmptyOneComesBackToo) {
    auto const back = DeskState::decode(DeskState().encode());
    ASSERT_TRUE(back);
    EXPECT_TRUE(areEqual(*back, DeskState()));
}

TEST(DeskState, NothingCutOffIsAState) {
    Bytes const whole = someState().encode();
    for (std::size_t length = 0; length < whole.size(); ++length)
        EXPECT_FALSE(DeskState::decode(ByteView(whole).first(length))) << length;
    Bytes longer = whole;
    longer.push_back(0);
    EXPECT_FALSE(DeskState::decode(longer));
}

TEST(DeskState, AnotherVersionIsNoState) {
    Bytes bytes = someState().encode();
    ++bytes[1];
    EXPECT_FALSE(DeskState::decode(bytes));
}

RC_GTEST_PROP(DeskState, RubbishIsReadWithoutHarm, (std::vector<std::uint8_t> bytes)) {
    (void)DeskState::decode(bytes);
}

RC_GTEST_PROP(DeskState, AStateWithOtherBytesIsReadWithoutHarm, ()) {
    Bytes bytes = someState().encode();
    auto const at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = *rc::gen::arbitrary<std::uint8_t>();
    if (auto const state = DeskState::decode(bytes)) RC_ASSERT(state->encode() == bytes);
}

} // namespace
} // namespace ob::core
