// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/wall/wall_window.h"

#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/command_line/command_bar.h"
#include "ui/main_window.h"
#include "ui/panels/map_panel.h"
#include "ui/text/language.h"
#include "ui/wall/wall_head.h"
#include "ui/wall/wall_place.h"
#include "ui/wall/wall_queue.h"
#include "ui/wall/wall_units.h"

#include <QApplication>
#include <QScreen>
#include <QTest>

#include <gmock/gmock.h>

namespace ob::ui {
namespace {

/// Knows one street of a district.
class OneStreet final : public core::GazetteerReader {
  public:
    std::vector<core::GazetteerPlace> find(std::string_view text, std::size_t) override {
        if (isBroken) throw std::runtime_error("broken");
        if (std::string_view("滨江路").find(text) == std::string_view::npos
            && std::string_view("Riverside Road").find(text) == std::string_view::npos)
            return {};
        return {
            {.kind = core::PlaceKind::Address,
             .point = *core::GeoPoint::ofDegrees(30, 120),
             .name = {.local = "滨江路9号", .chinese = {}, .english = {}, .reference = {}},
             .context = "江北区"},
            {.kind = core::PlaceKind::Road,
             .point = *core::GeoPoint::ofDegrees(30, 120),
             .name = {.local = "滨江路", .chinese = "滨江路", .english = "Riverside Road", .reference = {}},
             .context = "江北区"}};
    }
    bool isBroken = false;
};

struct WallTest : testing::Test {
    std::shared_ptr<OneStreet> map = std::make_shared<OneStreet>();
    test::ConsoleDesk desk{map};
    test::WindowGivens givens;
    MainWindow window{desk.console(), givens.services([](QString const&) {})};
    core::UnitId engine = desk.done(core::engine("E07"));

    WallTest() {
        installLanguage(*qApp, "en");
        window.resize(1366, 768);
        window.show();
        window.showWall(true);
        EXPECT_TRUE(QTest::qWaitForWindowExposed(window.wall()));
    }
    WallWindow& wall() { return *window.wall(); }
    core::IncidentId call(char const* address) {
        auto asked = core::fireAt(address);
        asked.caller.name = "Zhang San";
        asked.caller.phone = "13800138000";
        asked.text = "smoke from the roof, Mr Wang is inside";
        return desk.done(std::move(asked));
    }
    core::QueueEntry const& first() { return desk.console().queue().front(); }
    std::string place(char const* address) {
        call(address);
        core::Incident incident = *desk.console().queue().back().incident;
        incident.address = address;
        return wallPlaceOf(incident, desk.console()).toStdString();
    }
    /// All that a screen reader would say of it.
    std::string said() {
        QStringList words;
        for (auto const* const part : wall().findChildren<QWidget*>())
            words << part->accessibleName() << part->accessibleDescription() << part->toolTip();
        return words.join(QLatin1Char('\n')).toStdString();
    }
};

TEST_F(WallTest, ANumberIsWrittenSmallerRatherThanCut) {
    auto const& head = *wall().findChild<WallHead*>();
    QStringList const numbers{QStringLiteral("7"), QStringLiteral("19925")};
    int const large = head.sizeFor(numbers, 1000, 64, QFont::DemiBold);
    EXPECT_EQ(large, 64);
    int const small = head.sizeFor(numbers, 60, 64, QFont::DemiBold);
    EXPECT_LT(small, large);
    EXPECT_GE(small, 16);
}

TEST_F(WallTest, NothingOnItTakesTheFocusOrTheMouse) {
    EXPECT_EQ(wall().focusPolicy(), Qt::NoFocus);
    for (auto const* const part : wall().findChildren<QWidget*>())
        EXPECT_EQ(part->focusPolicy(), Qt::NoFocus) << part->metaObject()->className();
    EXPECT_EQ(wall().findChild<CommandBar*>(), nullptr);
    desk.console().selectIncident(call("滨江路221号"));
    EXPECT_TRUE(wall().map().view().selection().empty())
        << "what is selected at the desk is no matter of the room";
}

TEST_F(WallTest, ShowsNothingPersonal) {
    call("张三家滨江路221号");
    desk.settle();
    auto const words = wall().queue().wordsOf(first());
    EXPECT_EQ(words.place.toStdString(), "");
    for (auto const& text : {words.number, words.type, words.place, words.progress, words.limit})
        for (char const* const secret : {"Zhang", "张三", "13800138000", "221", "roof", "Wang"})
            EXPECT_FALSE(text.contains(QString::fromUtf8(secret))) << text.toStdString();
    EXPECT_THAT(said(), testing::Not(testing::AnyOf(testing::HasSubstr("Zhang"), testing::HasSubstr("张三"),
                                                    testing::HasSubstr("138"), testing::HasSubstr("roof"))));
    EXPECT_FALSE(words.type.isEmpty());
    EXPECT_EQ(words.number.size(), 4);
}

TEST_F(WallTest, APlaceIsDistrictAndStreetInTheMapsOwnWords) {
    EXPECT_EQ(place("滨江路221号"), "江北区 · Riverside Road");
    EXPECT_EQ(place("5 Riverside Road"), "江北区 · Riverside Road");
    EXPECT_EQ(place("李四 滨江路"), "") << "what the map does not know just so is not said";
    EXPECT_EQ(place("Nowhere 7"), "");
    map->isBroken = true;
    EXPECT_EQ(place("滨江路221号"), "");
}

TEST_F(WallTest, FollowsTheBoard) {
    EXPECT_THAT(said(), testing::HasSubstr("open 0"));
    call("滨江路221号");
    EXPECT_THAT(said(), testing::HasSubstr("open 1"));
    EXPECT_THAT(said(), testing::HasSubstr("overdue 0"));
    EXPECT_THAT(said(), testing::HasSubstr("available 1"));
    desk.clock().goOn(core::Duration::ofMinutes(40));
    desk.done(core::RaiseDistress{.unit = engine});
    EXPECT_THAT(said(), testing::HasSubstr("overdue 1"));
    EXPECT_THAT(said(), testing::HasSubstr("distress 1"));
    EXPECT_EQ(wall().queue().wordsOf(first()).limit.toStdString().substr(0, 6), "Assign");
}

TEST_F(WallTest, SaysThatTheDeskIsNotOfNow) {
    EXPECT_THAT(said(), testing::Not(testing::HasSubstr("not of now")));
    BoardNews news;
    news.health = DeskHealth{.state = DeskHealth::State::Restarting, .reason = {}};
    desk.console().take(std::move(news));
    EXPECT_THAT(said(), testing::HasSubstr("not of now"));
}

TEST_F(WallTest, NamesTheAgenciesThatAreCutOff) {
    BoardNews news;
    news.links = std::vector<LinkLine>{{.desk = {},
                                        .agency = QStringLiteral("FD"),
                                        .endpoint = {},
                                        .state = LinkLine::State::Connected,
                                        .behind = {},
                                        .clockOffset = {},
                                        .lastError = {}},
                                       {.desk = {},
                                        .agency = QStringLiteral("EM"),
                                        .endpoint = {},
                                        .state = LinkLine::State::Calling,
                                        .behind = {},
                                        .clockOffset = {},
                                        .lastError = {}}};
    desk.console().take(std::move(news));
    auto const name = [&](char const* code) {
        return agencyName(*core::Code::of(code), desk.console().wording()).toStdString();
    };
    EXPECT_THAT(said(), testing::HasSubstr("Partly cut"));
    EXPECT_THAT(said(), testing::HasSubstr("cut: " + name("EM")));
    EXPECT_THAT(said(), testing::Not(testing::HasSubstr("cut: " + name("FD"))));
}

TEST_F(WallTest, StaysInSightWhileTheDeskIsLocked) {
    window.actions().find(QStringLiteral("desk.operator"))->trigger();
    EXPECT_TRUE(wall().isVisible());
    call("滨江路221号");
    EXPECT_THAT(said(), testing::HasSubstr("open 1"));
}

TEST_F(WallTest, EscClosesItAndTheActionBringsItBack) {
    QTest::keyClick(&wall(), Qt::Key_F11);
    EXPECT_TRUE(wall().isFullScreen());
    QTest::keyClick(&wall(), Qt::Key_Escape);
    EXPECT_FALSE(wall().isVisible());
    auto* const action = window.actions().find(QStringLiteral("window.wall"));
    action->trigger();
    EXPECT_TRUE(wall().isVisible());
    EXPECT_FALSE(wall().isFullScreen()) << "it covers no console";
    action->trigger();
    EXPECT_FALSE(wall().isVisible());
}

TEST_F(WallTest, ComesBackWithTheConsoleAndEndsWithIt) {
    window.saveLayout();
    EXPECT_TRUE(givens.settings.value(QStringLiteral("window/hasWall")).toBool());
    EXPECT_FALSE(wall().testAttribute(Qt::WA_QuitOnClose));
    window.close();
    EXPECT_FALSE(wall().isVisible());
}

TEST_F(WallTest, ItsWordsAreLargeHoweverLargeItIs) {
    for (QSize const size : {QSize(960, 540), QSize(1366, 768), QSize(1920, 1080), QSize(1080, 1920)}) {
        wall().resize(size);
        auto const* const head = wall().findChild<WallHead*>();
        auto const* const units = wall().findChild<WallUnits*>();
        EXPECT_GE(head->height() * 100, std::min(size.height(), size.width() * 9 / 16) * 12);
        EXPECT_FALSE(wall().queue().geometry().intersects(wall().map().geometry()));
        EXPECT_FALSE(wall().queue().geometry().intersects(units->geometry()));
        EXPECT_TRUE(wall().rect().contains(wall().map().geometry()));
        EXPECT_GE(wall().map().width() * 3, wall().width()) << size.width();
        EXPECT_FALSE(wall().grab().isNull());
    }
}

TEST_F(WallTest, EveryIncidentIsInViewOnItsMap) {
    for (auto const& [name, north] : {std::pair{"E11", 0.0}, {"E12", 0.02}, {"E13", 0.04}}) {
        auto asked = core::engine(name);
        asked.homePlace = core::GeoPoint::ofDegrees(30 + north, 120 + north);
        desk.done(std::move(asked));
    }
    auto const openAt = [&](double latitude) {
        auto asked = core::fireAt("Street");
        asked.place = core::GeoPoint::ofDegrees(latitude, 120);
        desk.done(std::move(asked));
    };
    auto const sees = [&](double latitude) {
        auto const box = wall().map().view().camera().box();
        return box.contains(worldOf(*core::GeoPoint::ofDegrees(latitude, 120)));
    };
    auto const isSoon = [&](auto what) { return QTest::qWaitFor(what, 3000); };
    EXPECT_TRUE(isSoon([&] { return sees(30.02); }));
    EXPECT_FALSE(sees(30.1));
    openAt(30.1);
    EXPECT_TRUE(isSoon([&] { return sees(30.1); }));
    EXPECT_TRUE(sees(30.0)) << "and the units still are";
    openAt(-60);
    QTest::qWait(500);
    EXPECT_FALSE(sees(-60)) << "a wrong place does not make the city a dot";
}

/// Run by itself, on two screens (tests/CMakeLists.txt): the console on the first, the second is free.
struct WallOnTwoScreens : WallTest {
    WallOnTwoScreens() { EXPECT_EQ(QGuiApplication::screens().size(), 2); }
    static QScreen* screenNumber(int index) { return QGuiApplication::screens().at(index); }
};

TEST_F(WallOnTwoScreens, FillsTheOneThatTheConsoleDoesNotNeed) {
    EXPECT_EQ(window.screen(), screenNumber(0));
    EXPECT_EQ(wall().screen(), screenNumber(1));
    EXPECT_TRUE(wall().isFullScreen());
    EXPECT_EQ(wall().geometry(), screenNumber(1)->geometry());
    QTest::keyClick(&wall(), Qt::Key_F11);
    EXPECT_FALSE(wall().isFullScreen());
}

TEST_F(WallOnTwoScreens, StandsAgainWhereSomebodyPutIt) {
    QTest::keyClick(&wall(), Qt::Key_F11);
    wall().setGeometry(40, 40, 1000, 600);
    EXPECT_TRUE(QTest::qWaitFor([&] { return wall().screen() == screenNumber(0); }, 3000));
    QTest::keyClick(&wall(), Qt::Key_Escape);
    EXPECT_EQ(givens.settings.value(QStringLiteral("wall/screen")).toString(), screenNumber(0)->name());
    window.showWall(true);
    EXPECT_EQ(wall().screen(), screenNumber(0));
    EXPECT_FALSE(wall().isFullScreen()) << "beside the console it is a window among others";
}

TEST(WallScreen, GoesToWhereItStoodElseBesideTheConsole) {
    QStringList const one{QStringLiteral("A")};
    QStringList const two{QStringLiteral("A"), QStringLiteral("B")};
    QStringList const three{QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C")};
    EXPECT_EQ(wallScreen(one, QStringLiteral("A"), {}), QStringLiteral("A"));
    EXPECT_EQ(wallScreen(two, QStringLiteral("A"), {}), QStringLiteral("B"));
    EXPECT_EQ(wallScreen(two, QStringLiteral("B"), {}), QStringLiteral("A"));
    EXPECT_EQ(wallScreen(three, QStringLiteral("A"), QStringLiteral("C")), QStringLiteral("C"));
    EXPECT_EQ(wallScreen(two, QStringLiteral("A"), QStringLiteral("C")), QStringLiteral("B")) << "C is gone";
}

} // namespace
} // namespace ob::ui
