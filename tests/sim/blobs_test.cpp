// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/journal/event_sections.h"
#include "tests/sim/world.h"
#include "tests/support/agencies.h"

#include <gtest/gtest.h>

namespace ob::sim {
namespace {

using core::fire;
using core::medical;
using core::police;

class Blobs : public testing::Test {
  protected:
    void wait(std::int64_t milliseconds = 3000) { world.run(core::Duration::ofMilliseconds(milliseconds)); }
    core::Attachment attach(DeskNumber number, core::StreamId incident, std::size_t bytes, bool own = false) {
        core::Bytes content(bytes);
        for (std::size_t at = 0; at < bytes; ++at)
            content[at] = static_cast<std::uint8_t>(at * 31 + at / 253 + m_made);
        ++m_made;
        auto& desk = world.desk(number);
        auto const made = desk.blobs().keep(content, "photo.jpg");
        name(number, incident, made, own);
        return made;
    }
    /// A note that names it, whether it is here or not.
    void name(DeskNumber number, core::StreamId incident, core::Attachment const& made, bool own = false) {
        auto& desk = world.desk(number);
        desk.submit(core::AddNote{incident, "现场照片", own, {made}}, World::operatorOf(desk.agency()));
        desk.flush();
        wait(20);
    }
    /// How long it took, in milliseconds.
    int waitFor(DeskNumber number, core::Attachment const& which) {
        constexpr int most = 30'000;
        int taken = 0;
        for (; taken < most && !has(number, which); taken += 10)
            wait(10);
        return taken;
    }
    bool has(DeskNumber number, core::Attachment const& which) {
        return world.desk(number).blobs().has(which.hash);
    }
    std::size_t named(DeskNumber number, core::Attachment const& which) {
        return world.desk(number).journal().naming(which.hash).size();
    }
    /// An incident of the desk where that agency has a role.
    core::StreamId incidentWith(DeskNumber number, core::AgencyIndex agency) {
        auto const incident = world.openIncident(number);
        world.desk(number).submit(core::OfferLead{.incident = incident, .agency = agency},
                                  World::operatorOf(world.desk(number).agency()));
        world.desk(number).flush();
        wait();
        return incident;
    }
    std::vector<net::ReplicaNews> const& news(DeskNumber number) { return world.node(number).news(); }
    static std::size_t chunksOf(core::Attachment const& which) {
        return (which.bytes + net::blobChunkBytes - 1) / net::blobChunkBytes;
    }

    World world{11, 3};
    unsigned m_made = 0;
};

TEST_F(Blobs, ReachThoseWithARoleAndNobodyElse) {
    auto const author = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    auto const stranger = world.addDesk(medical);
    world.connectAll();
    auto const incident = incidentWith(author, fire);
    auto const photo = attach(author, incident, 300'000);
    wait();
    ASSERT_TRUE(has(helper, photo));
    EXPECT_EQ(world.desk(helper).blobs().whole(), world.desk(author).blobs().whole());
    EXPECT_EQ(world.desk(helper).blobs().appends(), chunksOf(photo)) << "each byte came once";
    EXPECT_FALSE(has(stranger, photo));
    EXPECT_EQ(world.checkBlobs(), "");
}

TEST_F(Blobs, OfOwnNotesStayInTheAgency) {
    auto const author = world.addDesk(police);
    auto const colleague = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connectAll();
    auto const incident = incidentWith(author, fire);
    world.overhear = [&](DeskNumber to, net::FrameType type, core::Bytes const&) {
        EXPECT_FALSE(to == helper && type == net::FrameType::BlobWant) << "the question tells of it";
    };
    auto const photo = attach(author, incident, 100'000, true);
    wait();
    name(author, incident, {.hash = {7}, .bytes = 5, .name = "gone.jpg", .mediaType = photo.mediaType}, true);
    wait(30'000); // whoever may be asked is
    EXPECT_TRUE(has(colleague, photo));
    EXPECT_FALSE(has(helper, photo));
}

TEST_F(Blobs, WhoMayNotHaveItHearsTheSameAsOfWhatIsNotThere) {
    auto const author = world.addDesk(police);
    auto const stranger = world.addDesk(medical);
    world.connectAll();
    auto const photo = attach(author, incidentWith(author, fire), 100'000);
    core::Hash unknown{};
    unknown.fill(0x77);
    std::vector<std::pair<net::FrameType, core::Bytes>> answers;
    world.overhear = [&](DeskNumber to, net::FrameType type, core::Bytes const& payload) {
        bool const isBlob = type >= net::FrameType::BlobWant && type <= net::FrameType::BlobHave;
        if (to == stranger && isBlob) answers.emplace_back(type, payload);
    };
    for (auto const& hash : {photo.hash, unknown})
        world.inject(stranger, author, net::FrameType::BlobWant, encode(net::BlobWant{.hash = hash}));
    wait();
    ASSERT_EQ(answers.size(), 2u);
    EXPECT_EQ(answers[0], std::pair(net::FrameType::BlobNone, net::encodeBlobNone(photo.hash)));
    EXPECT_EQ(answers[1], std::pair(net::FrameType::BlobNone, net::encodeBlobNone(unknown)));
}

TEST_F(Blobs, ANoteWithTheHashOfSomebodyElsesFileDoesNotFetchIt) {
    auto const author = world.addDesk(police);
    auto const thief = world.addDesk(medical);
    world.connectAll();
    auto const photo = attach(author, incidentWith(author, fire), 100'000);
    auto const bait = incidentWith(thief, police);
    name(thief, bait, photo);
    wait(30'000);
    EXPECT_EQ(named(author, photo), 2u);
    EXPECT_FALSE(has(thief, photo));
}

TEST_F(Blobs, ADeskInTheMiddlePassesThemOnAndTellsWhoAskedTooEarly) {
    auto const author = world.addDesk(police);
    auto const middle = world.addDesk(fire);
    auto const end = world.addDesk(fire);
    world.connect(author, middle);
    world.connect(middle, end);
    auto const incident = incidentWith(author, fire);
    std::size_t told = 0;
    world.overhear = [&](DeskNumber, net::FrameType type, core::Bytes const&) {
        if (type == net::FrameType::BlobHave) ++told;
    };
    auto const film = attach(author, incident, 8'000'000);
    auto const first = waitFor(middle, film);
    ASSERT_TRUE(has(middle, film));
    auto const second = waitFor(end, film);
    EXPECT_TRUE(has(end, film));
    EXPECT_GE(told, 1u);
    EXPECT_LT(second, first + 500) << "it asks at once, not when its next try is due";
}

TEST_F(Blobs, ComeOnceAnAgencyHasARole) {
    auto const author = world.addDesk(police);
    auto const helper = world.addDesk(medical);
    world.connectAll();
    auto const incident = world.openIncident(author);
    wait();
    auto const photo = attach(author, incident, 100'000);
    wait();
    ASSERT_FALSE(has(helper, photo));
    world.desk(author).submit(core::OfferLead{.incident = incident, .agency = medical},
                              World::operatorOf(police));
    world.desk(author).flush();
    wait();
    EXPECT_TRUE(has(helper, photo));
}

TEST_F(Blobs, AreNotGivenAnyMoreWhenTheNoteIsForgotten) {
    auto const author = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connectAll();
    auto const incident = incidentWith(author, fire);
    auto const photo = attach(author, incident, 100'000);
    wait();
    std::vector<net::FrameType> answers;
    world.overhear = [&](DeskNumber to, net::FrameType type, core::Bytes const&) {
        bool const isBlob = type >= net::FrameType::BlobWant && type <= net::FrameType::BlobHave;
        if (to == helper && isBlob) answers.push_back(type);
    };
    auto const ask = [&] {
        world.inject(helper, author, net::FrameType::BlobWant, encode(net::BlobWant{.hash = photo.hash}));
        wait();
    };
    ask();
    auto const note = world.desk(author).journal().naming(photo.hash).front();
    for (auto const& section : note.sections)
        if (!core::attachmentsIn(section).empty())
            world.desk(author).submit(
                core::ForgetSection{incident, note.leaf, police, section.sectionClass, section.index},
                World::operatorOf(police));
    world.desk(author).flush();
    wait();
    ask();
    EXPECT_EQ(answers, (std::vector{net::FrameType::BlobChunk, net::FrameType::BlobNone}));
}

TEST_F(Blobs, ComeFromAnotherWhenWhoWasAskedFallsSilent) {
    auto const author = world.addDesk(police);
    auto const colleague = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connect(author, colleague);
    auto const film = attach(author, incidentWith(author, fire), 4'000'000);
    waitFor(colleague, film);
    world.connect(author, helper);
    while (world.desk(helper).blobs().appends() < 10)
        wait(10);
    world.connect(colleague, helper);
    world.stall(author, helper);
    wait(40'000);
    EXPECT_TRUE(has(helper, film));
}

TEST_F(Blobs, GoOnWhereALinkWasCut) {
    auto const author = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connectAll();
    auto const film = attach(author, incidentWith(author, fire), 4'000'000);
    while (world.desk(helper).blobs().appends() < 10)
        wait(10);
    world.cut(author, helper);
    wait();
    ASSERT_FALSE(has(helper, film));
    world.connectAll();
    wait(10'000);
    EXPECT_TRUE(has(helper, film));
    EXPECT_EQ(world.desk(helper).blobs().appends(), chunksOf(film)) << "nothing is stored twice";
}

TEST_F(Blobs, GoOnAfterARestartOfEitherSide) {
    auto const author = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connectAll();
    auto const film = attach(author, incidentWith(author, fire), 4'000'000);
    for (auto const& [restarted, appends] : {std::pair(helper, 10u), std::pair(author, 30u)}) {
        while (world.desk(helper).blobs().appends() < appends)
            wait(10);
        world.powerOff(restarted);
        wait();
        world.powerOn(restarted);
        world.connectAll();
    }
    wait(10'000);
    EXPECT_TRUE(has(helper, film));
    EXPECT_EQ(world.desk(helper).blobs().appends(), chunksOf(film));
}

TEST_F(Blobs, WrongBytesAreThrownAwayAndAskedOfAnother) {
    auto const author = world.addDesk(police);
    auto const colleague = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connect(author, colleague);
    auto const incident = incidentWith(author, fire);
    auto const photo = attach(author, incident, 200'000);
    wait();
    ASSERT_TRUE(has(colleague, photo));
    world.desk(author).blobs().damage(photo.hash);
    world.connectAll();
    wait(10'000);
    ASSERT_TRUE(has(helper, photo));
    EXPECT_EQ(world.desk(helper).blobs().whole(), world.desk(colleague).blobs().whole());
    ASSERT_EQ(news(helper).size(), 1u);
    EXPECT_EQ(news(helper)[0].kind, net::ReplicaNews::Kind::WrongBlob);
    EXPECT_EQ(news(helper)[0].blob, photo.hash);
}

TEST_F(Blobs, AFullDiskWaitsUntilThereIsRoom) {
    auto const author = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connectAll();
    world.desk(helper).blobs().fill(true);
    auto const photo = attach(author, incidentWith(author, fire), 200'000);
    wait(20'000);
    EXPECT_FALSE(has(helper, photo));
    ASSERT_EQ(news(helper).size(), 1u) << "told once, not with every try";
    EXPECT_EQ(news(helper)[0].kind, net::ReplicaNews::Kind::NoRoomForBlob);
    world.desk(helper).blobs().fill(false);
    wait(60'000);
    EXPECT_TRUE(has(helper, photo));
}

TEST_F(Blobs, OfAnotherSizeThanTheNoteSaysAreNotTaken) {
    auto const author = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connectAll();
    auto const incident = incidentWith(author, fire);
    auto photo = world.desk(author).blobs().keep(core::Bytes(100'000, 7), "photo.jpg");
    photo.bytes = 5;
    name(author, incident, photo);
    wait(20'000);
    EXPECT_FALSE(has(helper, photo));
    EXPECT_EQ(world.desk(helper).blobs().appends(), 0u);
    EXPECT_TRUE(world.isConnected(author, helper));
}

TEST_F(Blobs, WhoAsksForMoreThanMayWaitIsDropped) {
    auto const author = world.addDesk(police);
    auto const helper = world.addDesk(fire);
    world.connectAll();
    auto const film = attach(author, incidentWith(author, fire), 4'000'000);
    wait(20'000);
    ASSERT_TRUE(world.isConnected(author, helper));
    for (std::size_t count = 0; count < 3 * net::maxBlobWants; ++count)
        world.inject(helper, author, net::FrameType::BlobWant, encode(net::BlobWant{.hash = film.hash}));
    wait();
    EXPECT_FALSE(world.isConnected(author, helper));
}

} // namespace
} // namespace ob::sim
