// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/board_builder.h"
#include "tests/support/fake_zone.h"
#include "tests/support/shipped_rules.h"
#include "ui/console/console.h"

namespace ob::tests {

/// A clock that stands until the test moves it.
struct StandingClock final : core::ClockPort {
    core::Instant time = core::instant(core::nowTime);
    core::Instant now() override { return time; }
    void pass(std::int64_t seconds) { time = time + core::Duration::ofSeconds(seconds); }
};

/// Takes no command and knows nothing.
struct SilentDesk final : ui::DeskPort {
    void submit(core::Command, core::OperatorSession, Reply) override {}
    void readEvents(core::StreamId, std::function<void(std::vector<core::Event>)>) override {}
    void readHoldings(core::StreamId, std::function<void(std::vector<Holding>)>) override {}
    void find(std::string, std::size_t, std::function<void(std::vector<core::SearchHit>)>) override {}
    std::unique_ptr<ui::PastPort> lookBack() override { return nullptr; }
    void askContact(std::string, core::OperatorSession, std::function<void(core::ContactAnswer)>) override {}
};

/// A console of the police, with time that only the test lets pass.
struct GivenConsole {
    StandingClock clock;
    test::FakeZone zone;
    SilentDesk desk;
    ui::Console console;

    explicit GivenConsole(bool isDrill = true)
        : console({.rules = test::shippedRules(),
                   .clock = clock,
                   .zone = zone,
                   .desk = desk,
                   .realm = QStringLiteral("滨江市联合指挥域"),
                   .deskName = QStringLiteral("公安指挥中心-1"),
                   .isDrill = isDrill,
                   .gazetteer = nullptr}) {
        core::Context told;
        told.agency = core::police;
        told.agencyCodes = {core::code("PD"), core::code("FD"), core::code("EM")};
        told.rules = &test::shippedRules();
        ui::BoardNews news;
        news.context = std::move(told);
        console.take(std::move(news));
    }
    void show(core::Board board) {
        ui::BoardNews news;
        news.whole = std::move(board);
        console.take(std::move(news));
    }
    /// The second of the console, with the clock.
    void tick(std::int64_t seconds = 1) {
        clock.pass(seconds);
        Q_EMIT console.ticked();
    }
    void signIn(std::string name, std::string_view position, std::initializer_list<core::Role> roles) {
        core::OperatorSession session{.operatorName = std::move(name), .position = core::code(position)};
        for (auto const role : roles)
            session.roles |= static_cast<std::uint8_t>(role);
        console.signIn(std::move(session));
    }
};

} // namespace ob::tests
