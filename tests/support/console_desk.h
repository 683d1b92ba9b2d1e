// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "tests/support/running_desk.h"
#include "ui/console/console.h"
#include "ui/console/desk_port.h"

#include <deque>
#include <functional>
#include <map>
#include <memory>

namespace ob::test {

/// A desk of the police in memory behind the port of a console, and the console. As in the program nothing is
/// told while it is asked: `settle` brings what the desk has to say, in the order of asking.
class ConsoleDesk final : public ui::DeskPort {
  public:
    explicit ConsoleDesk(std::shared_ptr<core::GazetteerReader> gazetteer = {});

    ui::Console& console() { return *m_console; }
    core::RunningDesk& desk() { return m_desk; }
    core::FakeClock& clock() { return m_clock; }
    core::FakeJournal& journal() { return m_journal; }

    /// Commits and tells; the board of the console is that of the desk afterwards.
    void settle();
    /// Done by somebody else at this desk, and told to the console.
    core::StreamId done(core::Intent intent);
    /// While it is unreachable nothing is told.
    void makeUnreachable(bool isUnreachable) { m_isUnreachable = isUnreachable; }
    /// What the console asked for, oldest first.
    std::vector<core::Command> const& submitted() const { return m_submitted; }

    void submit(core::Command command, core::OperatorSession session, Reply reply) override;
    void readEvents(core::StreamId stream, std::function<void(std::vector<core::Event>)> answer) override;
    void readHoldings(core::StreamId stream, std::function<void(std::vector<Holding>)> answer) override;
    /// As if other agencies held this of everything.
    void setHoldings(std::vector<Holding> holdings) { m_holdings = std::move(holdings); }
    /// Finds what has the text in its address, newest first.
    void find(std::string text, std::size_t limit,
              std::function<void(std::vector<core::SearchHit>)> answer) override;
    /// Folds everything anew, by when it came to the journal; answers as all the others, at `settle`.
    std::unique_ptr<ui::PastPort> lookBack() override;
    /// What is asked of the past from now on cannot be read, with this reason; empty: it can.
    void breakPast(std::string problem) { m_pastProblem = std::move(problem); }
    /// What the desk knows of places, told to the console; every contact is the key and a number.
    void know(std::vector<core::Premise> premises);
    void askContact(std::string premise, core::OperatorSession session,
                    std::function<void(core::ContactAnswer)> answer) override;
    /// From now on the notes have attachments; it outlives the windows.
    void keepAttachments(ui::AttachmentPort& port) { m_attachments = &port; }
    ui::AttachmentPort* attachments() override { return m_attachments; }
    /// Who asked for a contact, and of which place.
    std::vector<std::pair<std::string, std::string>> const& contactsAsked() const { return m_contactsAsked; }

  private:
    class Past;
    ui::PastNews pastAt(core::Instant at);

    core::FakeClock m_clock;
    core::FakeJournal m_journal;
    core::RunningDesk m_desk;
    FakeZone m_zone;
    std::unique_ptr<ui::Console> m_console;
    std::deque<std::function<void()>> m_answers;
    std::vector<core::Command> m_submitted;
    std::map<core::StreamId, core::SearchHit> m_searchable; ///< also what has left the board
    std::size_t m_told = 0;                                 ///< change sets
    std::vector<Holding> m_holdings;
    std::vector<std::pair<std::string, std::string>> m_contactsAsked;
    ui::AttachmentPort* m_attachments = nullptr;
    bool m_isUnreachable = false;
    std::string m_pastProblem;
};

} // namespace ob::test
