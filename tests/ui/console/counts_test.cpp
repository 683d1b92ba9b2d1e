// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/console_desk.h"
#include "tests/support/window_givens.h"
#include "ui/main_window.h"
#include "ui/panels/panel_header.h"
#include "ui/panels/top_bar.h"
#include "ui/text/language.h"
#include "ui/units/roster_panel.h"
#include "ui/wall/wall_head.h"
#include "ui/wall/wall_units.h"
#include "ui/wall/wall_window.h"

#include <QApplication>
#include <QDockWidget>
#include <QRegularExpression>
#include <QTest>

#include <gmock/gmock.h>

#include <map>

namespace ob::ui {
namespace {

/// Every number that follows or goes before one of its words on a screen, by what it counts.
struct Seen {
    std::string where;
    std::map<std::string, int> counts;
};

/// "open 3 · check 1", "3 open, 1 overdue": number and word side by side, in either order.
Seen seenIn(std::string where, QString const& text) {
    Seen seen{.where = std::move(where), .counts = {}};
    for (auto const& part : text.split(QRegularExpression(QStringLiteral("[·,;:]")), Qt::SkipEmptyParts)) {
        static QRegularExpression const number(QStringLiteral("\\d+"));
        auto const match = number.match(part);
        if (!match.hasMatch()) continue;
        QString word = part;
        word.remove(match.capturedStart(), match.capturedLength());
        seen.counts[word.simplified().toStdString()] = match.captured().toInt();
    }
    return seen;
}

class Counts : public testing::Test {
  protected:
    Counts() {
        installLanguage(*qApp, "en");
        window.resize(1920, 1080);
        window.show();
        window.showWall(true);
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
        auto* const roster = window.findChild<RosterPanel*>();
        for (QObject* around = roster; around != nullptr; around = around->parent())
            if (auto* const dock = qobject_cast<QDockWidget*>(around)) {
                dock->show();
                dock->raise();
            }
        EXPECT_TRUE(roster != nullptr && QTest::qWaitFor([&] { return roster->isVisible(); }));
    }
    /// Of all panels: what their headers tell.
    std::vector<Seen> heads() {
        std::vector<Seen> all;
        for (auto const* const header : window.findChildren<PanelHeader*>())
            if (header->isVisible()) // what is hidden is laid when it is shown
                all.push_back(
                    seenIn(header->accessibleName().toStdString(), header->accessibleDescription()));
        return all;
    }
    template<class Part>
    Seen wall(char const* name) {
        auto const* const part = window.wall()->findChild<Part*>();
        EXPECT_NE(part, nullptr) << name;
        return seenIn(name, part == nullptr ? QString() : part->accessibleName());
    }
    /// Where a screen says something of a count, it says this.
    void expectEverywhere(std::vector<Seen> const& screens, std::string const& word, std::size_t count,
                          std::size_t screensAtLeast) {
        std::size_t told = 0;
        for (auto const& screen : screens)
            if (auto const found = screen.counts.find(word); found != screen.counts.end()) {
                ++told;
                EXPECT_EQ(found->second, static_cast<int>(count)) << word << " on " << screen.where;
            }
        if (count == 0) return;
        EXPECT_GE(told, screensAtLeast) << word;
    }
    void check() {
        auto& console = desk.console();
        auto const counts = console.counts();
        auto screens = heads();
        screens.push_back(seenIn("top bar", window.findChild<TopBar*>()->accessibleDescription()));
        screens.push_back(wall<WallHead>("wall"));
        screens.push_back(wall<WallUnits>("units of the wall"));
        expectEverywhere(screens, "open", counts.open, 2);
        expectEverywhere(screens, "overdue", counts.overdue, 2);
        expectEverywhere(screens, "distress", counts.distress, 2);
        expectEverywhere(screens, "on duty", counts.units.onDuty, 2);
        expectEverywhere(screens, "engaged", counts.units.engaged, 3);
        expectEverywhere(screens, "available", counts.units.available, 3);
        expectEverywhere(screens, "out of service", counts.units.outOfService, 2);
        expectEverywhere(screens, "check", counts.toCheck, 1);
        expectEverywhere(screens, "to check", counts.toCheck, 1);
        // And what is listed is as much as what is counted.
        auto const& queue = console.queue();
        auto const open =
            std::ranges::count_if(queue, [](auto const& each) { return each.incident->isOpen(); });
        EXPECT_EQ(static_cast<std::size_t>(open), counts.open);
    }
    void pass(core::Duration length) {
        desk.clock().time = desk.clock().time + length;
        Q_EMIT desk.console().ticked();
        desk.settle();
    }

    test::ConsoleDesk desk;
    test::WindowGivens givens;
    MainWindow window{desk.console(), givens.services([](QString const&) {})};
};

TEST_F(Counts, NoTwoScreensDisagree) {
    check();
    std::vector<core::UnitId> units;
    for (int number = 1; number <= 6; ++number)
        units.push_back(desk.done(core::engine("E" + std::to_string(number))));
    check();
    std::vector<core::IncidentId> incidents;
    for (int number = 1; number <= 4; ++number)
        incidents.push_back(desk.done(core::fireAt("Main Street " + std::to_string(number))));
    check();
    desk.done(core::DispatchUnits{.units = {units[0], units[1]}, .incident = incidents[0], .reason = {}});
    desk.done(core::SetDuty{
        .units = {units[2]}, .duty = core::DutyState::Unavailable, .reason = *core::Code::of("MEAL")});
    check();
    pass(core::Duration::ofMinutes(20)); // all that waits is overdue
    EXPECT_GT(desk.console().counts().overdue, 0U);
    check();
    desk.done(core::RaiseDistress{.unit = units[1], .text = "trapped"});
    check();
    desk.done(core::EndDistress{.unit = units[1], .reason = {}, .text = "spoken to"});
    desk.done(core::VoidIncident{.incident = incidents[3], .reason = *core::Code::of("TEST")});
    desk.done(core::ReleaseUnits{
        .units = {units[0], units[1]}, .incident = incidents[0], .reason = *core::Code::of("NOT-NEEDED")});
    pass(core::Duration::ofSeconds(5));
    check();
}

} // namespace
} // namespace ob::ui
