// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/board_builder.h"
#include "tests/support/event_generators.h"
#include "tests/support/intent_generator.h"
#include "tests/support/running_desk.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <optional>
#include <set>

namespace ob::core {
namespace {

/// What a screen holds: the board as it was at the start, and all that was published since.
struct Mirror {
    std::map<IncidentId, std::shared_ptr<Incident const>> incidents;
    std::map<UnitId, std::shared_ptr<Unit const>> units;
    std::map<StreamId, std::shared_ptr<AgencyPolicy const>> policies;

    void begin(Board const& board) {
        incidents = {board.incidents().begin(), board.incidents().end()};
        units = {board.units().begin(), board.units().end()};
        policies.clear();
        for (AgencyIndex const agency : {police, fire, medical})
            if (auto const policy = board.policy(agency)) policies[policy->id] = policy;
    }
    void take(ChangeSet const& changes) {
        for (auto const& incident : changes.incidents)
            incidents[incident->id] = incident;
        for (auto const& unit : changes.units)
            units[unit->id] = unit;
        for (auto const& policy : changes.policies)
            policies[policy->id] = policy;
        for (IncidentId const id : changes.retired)
            incidents.erase(id);
    }
};

/// Two operators at one desk that is stopped, cut off from power and from its disk again and again, while
/// another agency writes to what it has seen.
class DeskLife {
  public:
    explicit DeskLife(std::uint64_t seed) : m_values(seed), m_clock(), m_other(m_journal, m_clock, fire) {
        start();
    }

    void step() {
        m_clock.goOn(Duration::ofSeconds(static_cast<std::int64_t>(m_values.below(90))));
        switch (m_values.below(24)) {
        case 0: (*m_desk)->tick(); break;
        case 1: m_clock.goOn(Duration::ofMinutes(static_cast<std::int64_t>(m_values.below(780)))); break;
        case 2: breakStorage(); break;
        case 3: crash(); break;
        case 4: stop(); break;
        case 5:
        case 6:
        case 7: (*m_desk)->flush(); break;
        case 8:
        case 9: m_journal.commitNext(); break;
        case 10: settleDown(); break;
        default: command(); break;
        }
    }
    void stop() {
        (*m_desk)->close();
        settleDown();
        for (auto const& answer : m_open)
            RC_ASSERT(answer->told.has_value());
        restart();
    }
    void checkVerdicts() {
        for (Taken const& taken : verdictsOf(m_journal, m_desk->log()))
            if (taken.verdict != Verdict::Effective)
                RC_FAIL("own event " + taken.id.hex()
                        + " is refused by the fold: " + std::string(nameOf(taken.reason)));
    }

  private:
    void start() {
        m_open.clear();
        m_desk.emplace(m_journal, m_clock);
        m_published = 0;
        m_mirror.begin((*m_desk)->board());
        checkBoard();
    }
    void restart() {
        m_desk.reset();
        writeAsTheOther();
        start();
    }
    void crash() {
        m_journal.crash();
        restart();
    }
    void breakStorage() {
        if (m_journal.waiting() == 0) return;
        m_journal.fail("disk full");
        for (auto const& answer : m_open)
            RC_ASSERT(answer->told.has_value());
        checkAnswers();
        checkBoard();
        restart();
    }
    void command() {
        IntentGround const ground{(*m_desk)->board(), m_incidents, m_units};
        Command command{.intent = intentFrom(ground, m_values), .occurredAt = {}};
        if (m_values.oneIn(6))
            command.occurredAt =
                m_clock.now() + Duration::ofMinutes(-static_cast<std::int64_t>(m_values.below(800)));
        auto const session = RunningDesk::supervisor(m_values.oneIn(2) ? "Li" : "Wu");
        auto const answer = m_desk->submit(command, session, m_values.oneIn(5) ? Lane::Bulk : Lane::Live);
        if (answer->told) {
            RC_ASSERT(!answer->told->has_value());
            return;
        }
        m_open.push_back(answer);
    }
    void settleDown() {
        (*m_desk)->flush();
        m_journal.commitAll();
        for (auto const& answer : m_open)
            RC_ASSERT(answer->isReceipt());
        checkAnswers();
        m_open.clear();
        checkBoard();
    }
    /// Whatever was promised is in the journal.
    void checkAnswers() {
        for (auto const& answer : m_open) {
            if (!answer->isReceipt()) continue;
            for (EventId const event : answer->told->value().events)
                RC_ASSERT(m_journal.holds(event));
        }
    }
    void checkBoard() {
        Board const fresh = freshBoard(m_journal);
        auto const equal = areEqual((*m_desk)->board(), fresh);
        if (!equal) RC_FAIL(std::string(equal.message()));
        for (; m_published < m_desk->published().size(); ++m_published)
            m_mirror.take(m_desk->published()[m_published]);
        auto const& board = (*m_desk)->board();
        for (auto const& [id, incident] : m_mirror.incidents)
            RC_ASSERT(board.incident(id) && *board.incident(id) == *incident);
        RC_ASSERT(m_mirror.incidents.size() == board.incidents().size());
        for (auto const& [id, unit] : m_mirror.units)
            RC_ASSERT(board.unit(id) && *board.unit(id) == *unit);
        RC_ASSERT(m_mirror.units.size() == board.units().size());
        remember(fresh);
    }
    void remember(Board const& board) {
        std::set<StreamId> incidents(m_incidents.begin(), m_incidents.end());
        for (auto const& [id, incident] : board.incidents())
            incidents.insert(id);
        m_incidents.assign(incidents.begin(), incidents.end());
        m_units.clear();
        for (auto const& [id, unit] : board.units())
            m_units.push_back(id);
        std::sort(m_units.begin(), m_units.end());
    }
    void writeAsTheOther() {
        for (auto left = m_values.below(3); left > 0 && !m_incidents.empty(); --left) {
            StreamId const stream = m_incidents[m_values.below(m_incidents.size())];
            auto const held = m_journal.stream(stream, {});
            EventId const seen = held[m_values.below(held.size())].leaf;
            switch (m_values.below(4)) {
            case 0: m_other.write(stream, PrioritySet{Priority::P2}, {seen}); break;
            case 1: m_other.write(stream, NoteAdded{}, {seen}); break;
            case 2: m_other.write(stream, IncidentReopened{}, {seen}); break;
            default: m_other.write(stream, MergedInto{m_incidents.front(), {}}, {seen}); break;
            }
        }
    }

    ValueSource m_values;
    FakeJournal m_journal;
    FakeClock m_clock;
    ForeignDesk m_other;
    std::optional<RunningDesk> m_desk;
    std::vector<RunningDesk::AnswerPtr> m_open;
    std::vector<IncidentId> m_incidents;
    std::vector<UnitId> m_units;
    Mirror m_mirror;
    std::size_t m_published = 0;
};

RC_GTEST_PROP(DeskProperty, WhatWasAnsweredIsKeptAndTheBoardIsTheFoldOfTheJournal, (std::uint64_t seed)) {
    DeskLife life(seed);
    for (int step = 0; step < 150; ++step)
        life.step();
    life.stop();
    life.checkVerdicts();
}

} // namespace
} // namespace ob::core
