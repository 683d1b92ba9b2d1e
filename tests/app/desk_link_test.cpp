// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_link.h"

#include "app/desk_host.h"
#include "app/drill_folder.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "tests/support/temporary_directory.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>

#include <sys/mount.h>

namespace ob::app {
namespace {

/// A real desk on its own thread, and what comes over to this one.
class DeskLinkTest : public testing::Test {
  protected:
    DeskLinkTest() {
        ::setenv("ONEBOARD_STATE", (m_folder / "state").c_str(), 1);
        RealmFolder::Plan plan;
        plan.name = "test";
        plan.zone = "UTC";
        plan.agencies.push_back({*core::Code::of("FD"), "消防", "Fire"});
        createDrillFolder(m_folder / "drill", plan, 1, sharedRuleBook());
    }
    ~DeskLinkTest() override { ::unsetenv("ONEBOARD_STATE"); }

    std::unique_ptr<DeskLink> open(std::string const& desk = "FD-1") {
        DeskServer::Options options;
        options.folder = m_drill / desk;
        options.program = "test";
        options.say = [](std::string const&) {};
        return std::make_unique<DeskLink>(
            sharedRuleBook(), std::move(options), [this](ui::BoardNews news) { take(std::move(news)); },
            [this] { m_hasEnded = true; });
    }
    void take(ui::BoardNews news) {
        if (news.whole) {
            ++m_wholes;
            m_board = *std::move(news.whole);
        }
        core::ChangeSet ignored;
        for (auto& incident : news.changes.incidents)
            m_board.put(std::move(incident), ignored);
        if (news.health) m_health = *news.health;
        if (news.context) m_context = *news.context;
        if (news.links) ++m_linksTold;
    }
    bool isSoon(std::function<bool()> const& what) {
        QElapsedTimer clock;
        clock.start();
        while (!what() && clock.elapsed() < 20'000)
            QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
        return what();
    }
    static core::Command call(std::string const& address) {
        return {.intent = core::OpenIncident{.type = *core::Code::of("FIRE-STRUCT"),
                                             .priority = {},
                                             .address = address,
                                             .place = {},
                                             .district = {},
                                             .channel = core::Channel::Phone,
                                             .caller = {},
                                             .text = {},
                                             .units = {},
                                             .receivedAt = {},
                                             .number = {},
                                             .sourceId = {}},
                .occurredAt = {},
                .source = core::Source::Operator};
    }
    static core::OperatorSession session() {
        return {.operatorName = "Li", .position = *core::Code::of("FD-1"), .roles = 0xff};
    }

    tests::TemporaryDirectory m_folder;
    std::filesystem::path m_drill = m_folder / "drill";
    core::Board m_board;
    core::Context m_context;
    ui::DeskHealth m_health;
    int m_wholes = 0;
    int m_linksTold = 0;
    bool m_hasEnded = false;
};

TEST_F(DeskLinkTest, TellsTheWholeBoardFirstAndThatItRuns) {
    auto const link = open();
    ASSERT_TRUE(isSoon([&] { return m_wholes == 1; }));
    EXPECT_EQ(m_health.state, ui::DeskHealth::State::Running);
    EXPECT_EQ(m_context.rules, &sharedRuleBook());
}

TEST_F(DeskLinkTest, WhatAnAnswerIsAboutIsOnTheBoardBeforeIt) {
    auto const link = open();
    int answered = 0;
    for (int each = 0; each < 50; ++each)
        link->submit(call("Street " + std::to_string(each)), session(),
                     [&, each](core::Result<core::Receipt> const& told) {
                         ASSERT_TRUE(told);
                         EXPECT_EQ(answered, each) << "in the order of asking";
                         EXPECT_NE(m_board.incident(told->streams.front()), nullptr);
                         ++answered;
                     });
    ASSERT_TRUE(isSoon([&] { return answered == 50; }));
    EXPECT_EQ(m_board.incidents().size(), 50U);
}

TEST_F(DeskLinkTest, ARefusalComesBackAndQuestionsAreAnswered) {
    auto const link = open();
    bool isRefused = false;
    link->submit(call(""), session(), [&](core::Result<core::Receipt> const& told) { isRefused = !told; });
    core::IncidentId opened;
    link->submit(call("Main Street 5"), session(),
                 [&](core::Result<core::Receipt> const& told) { opened = told->streams.front(); });
    ASSERT_TRUE(isSoon([&] { return !opened.isNil(); }));
    EXPECT_TRUE(isRefused);
    std::size_t events = 0;
    link->readEvents(opened, [&](std::vector<core::Event> const& all) { events = all.size(); });
    std::vector<core::SearchHit> hits;
    bool isFound = false;
    link->find("Main Street", 5, [&](std::vector<core::SearchHit> const& found) {
        hits = found;
        isFound = true;
    });
    ASSERT_TRUE(isSoon([&] { return isFound && events > 0; }));
    EXPECT_EQ(events, 1U);
}

TEST_F(DeskLinkTest, WhatItTookIsThereAtTheNextStart) {
    {
        auto const link = open();
        bool isDone = false;
        link->submit(call("Main Street 5"), session(), [&](auto const&) { isDone = true; });
        ASSERT_TRUE(isSoon([&] { return isDone; }));
    }
    m_board = {};
    auto const link = open();
    ASSERT_TRUE(isSoon([&] { return m_wholes == 2; }));
    EXPECT_EQ(m_board.incidents().size(), 1U);
}

TEST_F(DeskLinkTest, EndsInOrderWithQuestionsUnderWay) {
    auto link = open();
    int answered = 0;
    for (int each = 0; each < 500; ++each)
        link->submit(call("Street " + std::to_string(each)), session(), [&](auto const&) { ++answered; });
    link.reset();
    int const before = answered;
    QCoreApplication::processEvents();
    EXPECT_EQ(answered, before) << "told after its end";
}

TEST_F(DeskLinkTest, AFolderThatIsNoDeskOrInUseIsRefusedAtOnce) {
    EXPECT_ANY_THROW(open("nothing"));
    auto const link = open();
    EXPECT_ANY_THROW(open());
    ASSERT_TRUE(isSoon([&] { return m_wholes == 1; })) << "the first one goes on";
}

TEST_F(DeskLinkTest, LooksBackBesideADeskThatGoesOn) {
    auto const link = open();
    core::IncidentId opened;
    link->submit(call("Main Street 5"), session(),
                 [&](core::Result<core::Receipt> const& told) { opened = told->streams.front(); });
    ASSERT_TRUE(isSoon([&] { return !opened.isNil(); }));
    auto const now = SystemClock().now();
    auto const look = link->lookBack();
    ASSERT_NE(look, nullptr);
    std::vector<ui::PastNews> told;
    auto const take = [&](ui::PastNews news) { told.push_back(std::move(news)); };
    look->goTo(now, take);
    EXPECT_TRUE(told.empty()) << "it answers later";
    ASSERT_TRUE(isSoon([&] { return told.size() == 1; }));
    EXPECT_EQ(told[0].problem, "");
    EXPECT_EQ(told[0].at, now);
    EXPECT_LE(told[0].first, now);
    EXPECT_GT(told[0].first, now + core::Duration::ofMinutes(-5));
    ASSERT_TRUE(told[0].news.whole);
    EXPECT_NE(told[0].news.whole->incident(opened), nullptr);
    look->goTo(told[0].first + core::Duration::ofMilliseconds(-1), take);
    ASSERT_TRUE(isSoon([&] { return told.size() == 2; }));
    EXPECT_EQ(told[1].news.whole->incident(opened), nullptr);
    std::size_t events = 99;
    look->readEvents(opened, now, [&](std::vector<core::Event> const& all) { events = all.size(); });
    ASSERT_TRUE(isSoon([&] { return events != 99; }));
    EXPECT_EQ(events, 1U);
}

TEST_F(DeskLinkTest, WhoeverLookedAwayIsToldNothing) {
    auto link = open();
    int answered = 0;
    auto const count = [&](ui::PastNews const&) { ++answered; };
    auto closed = link->lookBack();
    auto kept = link->lookBack();
    for (int each = 0; each < 50; ++each)
        closed->goTo(SystemClock().now(), count);
    closed.reset();
    bool isDone = false;
    kept->goTo(SystemClock().now(), [&](ui::PastNews const&) { isDone = true; });
    ASSERT_TRUE(isSoon([&] { return isDone; }));
    EXPECT_EQ(answered, 0);
    // The desk ends with a look that is still open and works.
    kept->goTo(SystemClock().now(), count);
    link.reset();
    kept->goTo(SystemClock().now(), count);
    kept.reset();
    QCoreApplication::processEvents();
    EXPECT_EQ(answered, 0);
}

TEST_F(DeskLinkTest, LinksAreToldEverySecond) {
    auto const link = open();
    EXPECT_TRUE(isSoon([&] { return m_linksTold > 0; }));
    EXPECT_FALSE(m_hasEnded);
}

/// The data folder of the desk on a small disk of its own; not without the right to mount one.
class FullDisk : public DeskLinkTest {
  protected:
    FullDisk() {
        auto const disk = m_folder / "disk";
        std::filesystem::create_directory(disk);
        m_isMounted = ::mount("none", disk.c_str(), "tmpfs", 0, "size=8m") == 0;
        if (!m_isMounted) return;
        std::filesystem::copy(m_folder / "drill", disk / "drill", std::filesystem::copy_options::recursive);
    }
    ~FullDisk() override {
        if (m_isMounted) ::umount2((m_folder / "disk").c_str(), MNT_DETACH);
    }
    void fill() {
        std::ofstream file(m_folder / "disk/filler", std::ios::binary);
        std::string const block(4096, '\0');
        while (file.write(block.data(), static_cast<std::streamsize>(block.size())).flush()) {
        }
    }
    void makeRoom() { std::filesystem::remove(m_folder / "disk/filler"); }

    bool m_isMounted = false;
};

TEST_F(FullDisk, AStartShowsTheBoardTakesNothingAndGoesOnWhenThereIsRoom) {
    if (!m_isMounted) GTEST_SKIP() << "this user may not mount a disk";
    m_drill = m_folder / "disk/drill";
    {
        auto const link = open();
        bool isDone = false;
        link->submit(call("Main Street 5"), session(), [&](auto const&) { isDone = true; });
        ASSERT_TRUE(isSoon([&] { return isDone; }));
    }
    m_board = {};
    m_wholes = 0;
    fill();
    auto const link = open();
    ASSERT_TRUE(isSoon([&] { return m_wholes == 1; }));
    EXPECT_EQ(m_board.incidents().size(), 1U);
    EXPECT_EQ(m_context.agencyCodes.size(), 1U);
    EXPECT_EQ(m_health.state, ui::DeskHealth::State::ReadOnly);
    EXPECT_THAT(m_health.reason.toStdString(), testing::HasSubstr("make room"));
    std::optional<core::Refusal> refusal;
    link->submit(call("Main Street 6"), session(), [&](auto const& told) { refusal = told.error(); });
    auto const past = link->lookBack();
    std::optional<ui::PastNews> then;
    past->goTo(SystemClock().now(), [&](ui::PastNews news) { then = std::move(news); });
    std::optional<std::vector<core::Event>> events;
    link->readEvents(m_board.incidents().begin()->first, [&](auto told) { events = std::move(told); });
    std::optional<std::vector<core::SearchHit>> hits;
    link->find("main street", 10, [&](auto told) { hits = std::move(told); });
    ASSERT_TRUE(isSoon([&] { return refusal && then && events && hits; }));
    EXPECT_EQ(events->size(), 1U);
    EXPECT_EQ(hits->size(), 1U);
    EXPECT_EQ(refusal->code, core::RefusalCode::StorageReadOnly);
    EXPECT_EQ(then->problem, "");
    ASSERT_TRUE(then->news.whole);
    EXPECT_EQ(then->news.whole->incidents().size(), 1U);

    makeRoom();
    ASSERT_TRUE(isSoon([&] { return m_health.state == ui::DeskHealth::State::Running; }));
    bool isTaken = false;
    link->submit(call("Main Street 6"), session(), [&](auto const& told) { isTaken = told.has_value(); });
    ASSERT_TRUE(isSoon([&] { return isTaken; }));
    EXPECT_EQ(m_board.incidents().size(), 2U);
}

} // namespace
} // namespace ob::app
