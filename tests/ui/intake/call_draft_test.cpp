// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/intake/call_draft.h"

#include <gtest/gtest.h>

namespace ob::ui {
namespace {

CallDraft fullCall() {
    core::Hash hash{};
    hash[3] = 9;
    return {.type = QStringLiteral("火警"),
            .address = QStringLiteral("滨江路221号"),
            .place = core::GeoPoint::ofDegrees(-30.1, 160.2),
            .placeOf = QStringLiteral("滨江路"),
            .placeContext = QStringLiteral("江北区"),
            .isPlaceInDoubt = true,
            .priority = core::Priority::P4,
            .phone = QStringLiteral("138"),
            .name = QStringLiteral("赵"),
            .channel = core::Channel::Radio,
            .said = QStringLiteral("一行\n两行"),
            .units = QStringLiteral("+E07"),
            .receivedAt = QStringLiteral("@2140"),
            .joins = core::IncidentId(hash),
            .ticked = {QStringLiteral("Ask")},
            .begunAt = *core::Instant::ofMilliseconds(1'800'000'000'123)};
}

TEST(IntakeNotes, ComeBackAsTheyWere) {
    IntakeNotes const notes{.calls = {fullCall()},
                            .ringBacks = {{.incident = fullCall().joins,
                                           .phone = QStringLiteral("138"),
                                           .since = fullCall().begunAt,
                                           .attempts = 2}},
                            .keptAt = fullCall().begunAt};
    EXPECT_EQ(notesOf(bytesOf(notes)), notes);
}

TEST(IntakeNotes, AreNothingElse) {
    for (char const* const bytes :
         {"", "x", "[]", "{}", "{\"version\":2}", "{\"version\":\"1\"}", "\xff\xfe"})
        EXPECT_FALSE(notesOf(bytes)) << bytes;
}

TEST(IntakeNotes, TakeWrongValuesForNone) {
    auto const notes =
        notesOf(R"({"version":1,"keptAt":-5,"calls":[7,{"type":3,"address":"a","latitude":1e300,
        "longitude":0,"priority":9,"channel":-1,"joins":"xyz","ticked":5}],"ringBacks":[{"incident":"00"}]})");
    ASSERT_TRUE(notes);
    ASSERT_EQ(notes->calls.size(), 1u);
    CallDraft const& call = notes->calls.front();
    EXPECT_EQ(call.address, QStringLiteral("a"));
    EXPECT_FALSE(call.place);
    EXPECT_FALSE(call.priority);
    EXPECT_EQ(call.channel, core::Channel::Phone);
    EXPECT_TRUE(call.joins.isNil());
    EXPECT_TRUE(notes->ringBacks.empty());
}

TEST(IntakeNotes, HoldAFewCallsOnly) {
    IntakeNotes notes;
    notes.calls.assign(100, fullCall());
    EXPECT_EQ(notesOf(bytesOf(notes))->calls.size(), IntakeNotes::maxCalls);
}

TEST(CallDraft, IsEmptyUntilSomethingIsWritten) {
    CallDraft call;
    call.begunAt = *core::Instant::ofMilliseconds(5);
    EXPECT_TRUE(call.isEmpty());
    call.phone = QStringLiteral("1");
    EXPECT_FALSE(call.isEmpty());
}

} // namespace
} // namespace ob::ui
