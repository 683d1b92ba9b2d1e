// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk_restarts.h"

namespace ob::core {
namespace {

struct DeskSearch : DeskRestart {
    bool knows(IncidentId incident, std::string const& word) {
        auto const entries = journal.searchEntries(incident);
        return !entries.empty() && entries.back().text.find(word) != std::string::npos;
    }
    void note(IncidentId incident, std::string const& text) {
        desk->done(AddNote{.incident = incident, .text = text});
    }
    void flush() {
        (*desk)->flush();
        journal.commitAll();
    }
};

TEST_F(DeskSearch, KnowsANewIncidentAndItsFirstNoteAtOnce) {
    auto const incident = desk->done(fireAt("滨江路221"));
    EXPECT_TRUE(knows(incident, "滨江路221"));
    clock.goOn(Desk::indexEvery);
    note(incident, "浓烟");
    EXPECT_TRUE(knows(incident, "浓烟"));
}

TEST_F(DeskSearch, WritesAnIncidentThatChangesAllTheTimeNowAndThen) {
    auto const incident = desk->done(fireAt("滨江路221"));
    for (int count = 0; count < 100; ++count) {
        note(incident, "note " + std::to_string(count));
        clock.goOn(Duration::ofMilliseconds(50));
    }
    EXPECT_LE(journal.searchEntries(incident).size(), 7u) << "five seconds";
    EXPECT_TRUE(knows(incident, "note 70"));
    clock.goOn(Desk::indexEvery);
    flush();
    EXPECT_TRUE(knows(incident, "note 99")) << "also when nothing more happens";
    auto const before = journal.searchEntries(incident).size();
    clock.goOn(Duration::ofMinutes(1));
    flush();
    EXPECT_EQ(journal.searchEntries(incident).size(), before) << "once";
}

TEST_F(DeskSearch, WhatWasNotWrittenYetIsWrittenAfterAPowerCut) {
    auto const incident = desk->done(fireAt("滨江路221"));
    note(incident, "浓烟");
    ASSERT_FALSE(knows(incident, "浓烟"));
    restart();
    flush();
    EXPECT_TRUE(knows(incident, "浓烟"));
}

TEST_F(DeskSearch, WhatASnapshotCoversIsWritten) {
    auto const incident = desk->done(fireAt("滨江路221"));
    std::uint64_t last = 0;
    for (; last < Desk::snapshotEvery + 1; ++last)
        note(incident, "note " + std::to_string(last));
    (*desk)->tick();
    flush();
    EXPECT_TRUE(knows(incident, "note " + std::to_string(last - 1)));
}

TEST_F(DeskSearch, NothingIsLeftWhenTheDeskIsClosed) {
    auto const incident = desk->done(fireAt("滨江路221"));
    note(incident, "浓烟");
    restartAfterClosing();
    EXPECT_TRUE(knows(incident, "浓烟"));
}

TEST_F(DeskSearch, WhatLeavesTheBoardIsWrittenBefore) {
    auto const incident = closedIncident();
    passKeepEnded();
    note(incident, "浓烟");
    note(incident, "余火");
    tick();
    ASSERT_FALSE(board().incident(incident));
    EXPECT_TRUE(knows(incident, "余火"));
}

TEST_F(DeskSearch, AClockThatIsSetBackDoesNotStopIt) {
    auto const incident = desk->done(fireAt("滨江路221"));
    note(incident, "浓烟");
    clock.time = *Instant::ofMilliseconds(clock.time.milliseconds() - 3'600'000);
    flush();
    EXPECT_TRUE(knows(incident, "浓烟"));
}

} // namespace
} // namespace ob::core
