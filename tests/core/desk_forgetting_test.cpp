// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/desk_restarts.h"

#include <algorithm>

namespace ob::core {
namespace {

struct DeskForgetting : DeskRestart {
    IncidentId const incident = desk->done(fireAt("滨江路221"));
    EncodedEvent opening() { return journal.stream(incident, {}).front(); }
    ForgetSection place() {
        for (auto const& section : opening().sections)
            if (section.sectionClass == SectionClass::Joint)
                return {incident, EventId(incident.hash()), police, SectionClass::Joint, section.index};
        ADD_FAILURE() << "no place to forget";
        return {};
    }
    bool isHeld() {
        auto const& sections = opening().sections;
        return std::any_of(sections.begin(), sections.end(),
                           [](auto const& each) { return each.sectionClass == SectionClass::Joint; });
    }
    void commit() {
        (*desk)->flush();
        journal.commitAll();
    }
};

TEST_F(DeskForgetting, ShredsOnceTheReasonIsSaved) {
    desk->submit(place());
    (*desk)->flush();
    EXPECT_TRUE(isHeld());
    journal.commitAll();
    commit();
    EXPECT_FALSE(isHeld());
    EXPECT_TRUE(board().incident(incident)->placeWithheld);
    EXPECT_TRUE(desk->published().back().incidents.back()->placeWithheld);
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
    EXPECT_FALSE((*desk)->flush());
}

TEST_F(DeskForgetting, ShredsAfterAPowerCutInBetween) {
    restartAfterClosing(); // a snapshot with the words in it
    desk->done(place());
    EXPECT_TRUE(isHeld());
    restart();
    EXPECT_FALSE(isHeld());
    EXPECT_TRUE(board().incident(incident)->placeWithheld);
    commit();
    restart();
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskForgetting, ShredsAfterAPowerCutAlsoWhenNothingIsRemembered) {
    desk->done(place());
    journal.replaceEverySnapshot([](Bytes const&) { return Bytes{0xff}; });
    restart();
    EXPECT_FALSE(isHeld());
    EXPECT_TRUE(areEqual(board(), freshBoard(journal)));
}

TEST_F(DeskForgetting, KeepsTheWordsWhenTheReasonIsNotSaved) {
    desk->submit(place());
    (*desk)->flush();
    journal.fail("disk full");
    restart();
    EXPECT_TRUE(isHeld());
    EXPECT_FALSE(board().incident(incident)->placeWithheld);
}

TEST_F(DeskForgetting, SaysItAgainWhenTheBatchAfterTheShreddingIsLost) {
    desk->done(place());
    (*desk)->flush();
    EXPECT_FALSE(isHeld());
    journal.fail("disk full");
    ASSERT_FALSE(desk->published().back().incidents.empty());
    EXPECT_TRUE(desk->published().back().incidents.back()->placeWithheld);
}

} // namespace
} // namespace ob::core
