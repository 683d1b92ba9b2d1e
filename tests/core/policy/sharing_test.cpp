// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/event_body.h"
#include "core/policy/sharing.h"
#include "tests/support/board_builder.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>

namespace ob::core {
namespace {

/// An incident of the fire brigade with an address, a caller and an operator, and who may have what of it.
struct SharingTest : testing::Test {
    FakeJournal journal;
    FakeClock clock;
    DeskAuthors authors{journal, clock, fire, 2};
    LogAuthor author = authors.author(Lane::Live);
    std::vector<Event> events;
    std::vector<EncodedEvent> encoded;
    UnitId policeUnit{Hash{1, 2, 3}};
    Sharing sharing{
        {.events = [this](StreamId) { return events; },
         .agencyOfUnit =
             [this](UnitId unit) { return unit == policeUnit ? std::optional(police) : std::nullopt; }}};

    SharingTest() { open({police, fire, medical}); }
    void open(std::vector<AgencyIndex> members) {
        events.clear();
        encoded.clear();
        RestrictedParts words;
        words.joint.emplace().address = "滨江路221";
        words.own.emplace().operatorName = "Li";
        words.personal.emplace().callerPhone = "13800001234";
        IncidentOpened opened;
        opened.number = *IncidentNumber::of(20270115, 77);
        opened.type = code("FIRE-STRUCT");
        opened.members = std::move(members);
        write({}, opened, words);
    }
    void write(StreamId stream, Fact fact, RestrictedParts words = {}) {
        auto written = author.write(
            {{.stream = stream,
              .body = {{clock.now(), Source::Operator, code("F1")}, std::move(fact)},
              .restricted = std::move(words)}},
            [this](StreamId) { return std::vector{events.back().id()}; }, clock.now(), authors.salt());
        events.push_back(*decodeEvent(written.front(), fire));
        encoded.push_back(std::move(written.front()));
        sharing.noteNew(events.back());
    }
    StreamId incident() const { return events.front().stream(); }
    static Reader reader(AgencyIndex agency, std::vector<SectionClass> classes = all(),
                         IncidentScope scope = IncidentScope::All) {
        return {.agency = agency, .clearance = {.sections = std::move(classes), .scope = scope}};
    }
    static std::vector<SectionClass> all() {
        return {SectionClass::Joint, SectionClass::Own, SectionClass::Personal, SectionClass::Sealed};
    }
    std::vector<SectionClass> shownTo(Reader const& asking, std::size_t event = 0) {
        std::vector<SectionClass> classes;
        for (auto const& section : sharing.shared(encoded.at(event), fire, asking).sections)
            classes.push_back(section.sectionClass);
        return classes;
    }
    using Classes = std::vector<SectionClass>;
};

TEST_F(SharingTest, MembersSeeWhatIsOpen) { EXPECT_EQ(shownTo(reader(police)), Classes{SectionClass::Open}); }

TEST_F(SharingTest, TheOwnAgencySeesAllThatItsDeskIsClearedFor) {
    EXPECT_EQ(shownTo(reader(fire)),
              (Classes{SectionClass::Open, SectionClass::Joint, SectionClass::Own, SectionClass::Personal}));
    EXPECT_EQ(shownTo(reader(fire, {SectionClass::Joint})),
              (Classes{SectionClass::Open, SectionClass::Joint}));
}

TEST_F(SharingTest, WhoIsNoMemberHasTheHash) {
    open({police, fire});
    sharing.noteChanged(incident());
    EXPECT_TRUE(sharing.shared(encoded.front(), fire, reader(medical)).isStub());
    EXPECT_FALSE(sharing.shared(encoded.front(), fire, reader(police)).isStub());
}

TEST_F(SharingTest, DesksOfOneAgencyGiveEachOtherWhatTheyWereGiven) {
    open({fire}); // the grant that let the agency in went with a desk that was revoked
    EXPECT_EQ(shownTo(reader(police)), Classes{}) << "at a desk of another agency";
    Sharing atPolice{{.events = [this](StreamId) { return events; },
                      .agencyOfUnit = [](UnitId) { return std::nullopt; },
                      .own = police}};
    EXPECT_FALSE(atPolice.shared(encoded.front(), fire, reader(police)).isStub());
    EXPECT_TRUE(atPolice.shared(encoded.front(), fire, reader(medical)).isStub());
    EXPECT_TRUE(
        atPolice.shared(encoded.front(), fire, reader(police, all(), IncidentScope::Assigned)).isStub())
        << "a field desk has what its clearance says";
}

TEST_F(SharingTest, ARoleOpensJointWordsAndNothingElse) {
    EXPECT_EQ(shownTo(reader(police)), Classes{SectionClass::Open});
    write(incident(), LeadOffered{.agency = police, .phase = {}, .rule = {}});
    EXPECT_EQ(shownTo(reader(police)), (Classes{SectionClass::Open, SectionClass::Joint}));
    EXPECT_EQ(shownTo(reader(medical)), Classes{SectionClass::Open});
}

TEST_F(SharingTest, ACoordinatorSeesJointWordsOfEveryIncidentAndNothingElse) {
    sharing = Sharing({.events = [this](StreamId) { return events; },
                       .agencyOfUnit = [](UnitId) { return std::optional<AgencyIndex>(); },
                       .coordinators = {police}});
    EXPECT_EQ(shownTo(reader(police)), (Classes{SectionClass::Open, SectionClass::Joint}));
    EXPECT_EQ(shownTo(reader(police, {})), Classes{SectionClass::Open})
        << "a desk that is not cleared for them";
    EXPECT_EQ(shownTo(reader(medical)), Classes{SectionClass::Open});
    open({fire, medical});
    sharing.noteChanged(incident());
    EXPECT_TRUE(sharing.shared(encoded.front(), fire, reader(police)).isStub())
        << "no member, no coordinator";
}

TEST_F(SharingTest, AFieldDeskSeesTheIncidentsOfItsAgencysUnitsAlone) {
    Reader const field = reader(police, {SectionClass::Joint}, IncidentScope::Assigned);
    EXPECT_TRUE(sharing.shared(encoded.front(), fire, field).isStub());
    write(incident(),
          UnitDispatched{.unit = policeUnit, .planned = {}, .reason = {}, .fixAge = {}, .divertedFrom = {}});
    EXPECT_EQ(shownTo(field), (Classes{SectionClass::Open, SectionClass::Joint}));
}

} // namespace
} // namespace ob::core
