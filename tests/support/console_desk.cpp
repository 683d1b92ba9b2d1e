// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/console_desk.h"

#include "core/text.h"
#include "tests/support/shipped_hazards.h"
#include "tests/support/shipped_rules.h"

#include <algorithm>
#include <utility>

namespace ob::test {

namespace {

std::string withoutBlanks(std::string_view text) {
    std::string plain = core::normalise(text);
    std::erase(plain, ' ');
    return plain;
}

} // namespace

ConsoleDesk::ConsoleDesk(std::shared_ptr<core::GazetteerReader> gazetteer)
    : m_desk(m_journal, m_clock),
      m_console(std::make_unique<ui::Console>(ui::Console::Surroundings{.rules = shippedRules(),
                                                                        .clock = m_clock,
                                                                        .zone = m_zone,
                                                                        .desk = *this,
                                                                        .realm = QStringLiteral("test"),
                                                                        .deskName = QStringLiteral("PD-1"),
                                                                        .isDrill = true,
                                                                        .gazetteer = std::move(gazetteer)})) {
    m_console->signIn(core::RunningDesk::supervisor("Li"));
    ui::BoardNews news;
    news.health = ui::DeskHealth{.state = ui::DeskHealth::State::Running, .reason = {}};
    m_console->take(std::move(news));
    settle();
}

void ConsoleDesk::settle() {
    m_desk->flush();
    m_journal.commitAll();
    if (m_isUnreachable) return;
    ui::BoardNews news;
    for (; m_told < m_desk.published().size(); ++m_told)
        news.changes.add(core::ChangeSet(m_desk.published()[m_told]));
    for (auto const& incident : news.changes.incidents)
        m_searchable.insert_or_assign(incident->id,
                                      core::SearchHit{.stream = incident->id,
                                                      .number = incident->number.text(),
                                                      .address = incident->address.value_or("")});
    news.conflicts = m_desk->board().conflicts();
    news.context = m_desk->context({});
    m_console->take(std::move(news));
    while (!m_answers.empty()) {
        auto const answer = std::move(m_answers.front());
        m_answers.pop_front();
        answer();
    }
}

core::StreamId ConsoleDesk::done(core::Intent intent) {
    auto const stream = m_desk.done(std::move(intent));
    settle();
    return stream;
}

void ConsoleDesk::submit(core::Command command, core::OperatorSession session, Reply reply) {
    m_submitted.push_back(command);
    m_desk->submit(command, session,
                   [this, reply = std::move(reply)](core::Result<core::Receipt> const& told) {
                       m_answers.push_back([reply, told] { reply(told); });
                   });
}

void ConsoleDesk::readEvents(core::StreamId stream, std::function<void(std::vector<core::Event>)> answer) {
    m_answers.push_back([this, stream, answer = std::move(answer)] { answer(m_desk->events(stream)); });
}

void ConsoleDesk::readHoldings(core::StreamId, std::function<void(std::vector<Holding>)> answer) {
    m_answers.push_back([holdings = m_holdings, answer = std::move(answer)] { answer(holdings); });
}

void ConsoleDesk::find(std::string text, std::size_t limit,
                       std::function<void(std::vector<core::SearchHit>)> answer) {
    m_answers.push_back([this, text = withoutBlanks(text), limit, answer = std::move(answer)] {
        std::vector<core::SearchHit> hits;
        for (auto const& [stream, hit] : m_searchable)
            if (withoutBlanks(hit.address).find(text) != std::string::npos) hits.push_back(hit);
        std::ranges::sort(hits, std::greater{}, &core::SearchHit::number);
        if (hits.size() > limit) hits.resize(limit);
        answer(std::move(hits));
    });
}

ui::PastNews ConsoleDesk::pastAt(core::Instant at) {
    ui::PastNews told;
    told.at = at;
    told.problem = m_pastProblem;
    if (!m_pastProblem.empty()) return told;
    core::Board board;
    core::ChangeSet ignored;
    m_journal.visitStreams([&](core::StreamId id, core::StreamKind kind, bool) {
        auto const events = m_desk->events(id, at);
        if (kind == core::StreamKind::Desk || events.empty()) return;
        auto const fold = core::StreamFold::of(events);
        if (auto incident = fold.incident()) board.put(std::move(incident), ignored);
        if (auto unit = fold.unit()) board.put(std::move(unit), ignored);
    });
    told.first = core::FakeClock().time;
    told.news.conflicts = board.conflicts();
    told.news.whole = std::move(board);
    return told;
}

/// The other end of it may be gone when the answer is there.
class ConsoleDesk::Past final : public ui::PastPort {
  public:
    explicit Past(ConsoleDesk& desk) : m_desk(desk) {}

    void goTo(core::Instant at, std::function<void(ui::PastNews)> answer) override {
        m_desk.m_answers.push_back(
            [desk = &m_desk, at, answer = std::move(answer), alive = std::weak_ptr<bool>(m_alive)] {
                if (!alive.expired()) answer(desk->pastAt(at));
            });
    }
    void readEvents(core::StreamId stream, core::Instant by,
                    std::function<void(std::vector<core::Event>)> answer) override {
        m_desk.m_answers.push_back(
            [desk = &m_desk, stream, by, answer = std::move(answer), alive = std::weak_ptr<bool>(m_alive)] {
                if (!alive.expired()) answer(desk->m_desk->events(stream, by));
            });
    }

  private:
    ConsoleDesk& m_desk;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

std::unique_ptr<ui::PastPort> ConsoleDesk::lookBack() { return std::make_unique<Past>(*this); }

void ConsoleDesk::know(std::vector<core::Premise> premises) {
    ui::BoardNews news;
    news.premises = std::make_shared<core::PremiseBook const>(shippedHazards(), std::move(premises));
    m_console->take(std::move(news));
}

void ConsoleDesk::askContact(std::string premise, core::OperatorSession session,
                             std::function<void(core::ContactAnswer)> answer) {
    m_contactsAsked.emplace_back(session.operatorName, premise);
    m_answers.push_back([premise = std::move(premise), answer = std::move(answer)] {
        answer({core::ContactAnswer::State::Told, premise + " 13900000000"});
    });
}

} // namespace ob::test
