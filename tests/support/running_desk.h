// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "tests/support/agencies.h"
#include "tests/support/fake_journal.h"
#include "tests/support/fake_zone.h"

#include <gtest/gtest.h>

#include <memory>

namespace ob::core {

/// Time that stands still until it is told to go on.
class FakeClock final : public ClockPort {
  public:
    Instant now() override { return time; }
    void goOn(Duration length) { time = time + length; }
    Instant time = *Instant::ofMilliseconds(1'800'000'000'000); ///< 2027-01-15T08:00Z
};

/// Both logs of one desk: begun in the journal when they are not there, else gone on with.
class DeskAuthors {
  public:
    DeskAuthors(FakeJournal& journal, FakeClock& clock, AgencyIndex agency, std::uint8_t number);
    LogAuthor author(Lane lane) const;
    LogId log(Lane lane) const;
    SaltSource const& salt() const { return m_salt; }

  private:
    FakeJournal& m_journal;
    AgencyIndex m_agency;
    std::uint8_t m_number;
    SecretKey m_key;
    mutable HlcClock m_stamps;
    SaltSource m_salt;
};

/// A desk of the police on this journal, and everything that it tells. A second one on the same journal is
/// the same desk after a restart.
class RunningDesk {
  public:
    RunningDesk(FakeJournal& journal, FakeClock& clock, std::size_t foldsAtOnce = 4096);
    Desk* operator->() { return &m_desk; }
    Desk& operator*() { return m_desk; }
    LogId log(Lane lane = Lane::Live) const { return m_authors.log(lane); }

    /// What was told of a command.
    struct Answer {
        std::optional<Result<Receipt>> told;
        bool isReceipt() const { return told && told->has_value(); }
        bool isRefusal(RefusalCode code) const {
            return told && !told->has_value() && told->error().code == code;
        }
    };
    using AnswerPtr = std::shared_ptr<Answer const>;
    AnswerPtr submit(Command const& command, OperatorSession const& session, Lane lane = Lane::Live);
    AnswerPtr submit(Intent intent, OperatorSession const& session = supervisor("Li"),
                     Lane lane = Lane::Live);
    /// Submits, hands over and commits; the stream of the first event. Fails the test when it is refused.
    StreamId done(Intent intent, OperatorSession const& session = supervisor("Li"));

    static OperatorSession supervisor(std::string name);
    std::vector<ChangeSet> const& published() const { return m_published; }

  private:
    FakeJournal& m_journal;
    test::FakeZone m_zone;
    DeskAuthors m_authors;
    Desk m_desk;
    std::vector<ChangeSet> m_published;
};

/// A desk of another agency, whose events come into the journal from outside.
class ForeignDesk {
  public:
    ForeignDesk(FakeJournal& journal, FakeClock& clock, AgencyIndex agency);
    /// Knowing only these events of the stream. Stored at once unless it is kept for later.
    enum class Delivery { Now, Later };
    EventId write(StreamId stream, Fact fact, std::vector<EventId> after, Delivery delivery = Delivery::Now);
    void deliver();
    LogId log() const { return m_authors.log(Lane::Live); }

  private:
    FakeJournal& m_journal;
    FakeClock& m_clock;
    DeskAuthors m_authors;
    LogAuthor m_author;
    std::vector<EncodedEvent> m_later;
};

/// What an operator asks for: a structure fire here, an engine on duty.
OpenIncident fireAt(std::string address);
RegisterUnit engine(std::string_view callsign);

/// What the journal holds of the stream, decoded.
std::vector<Event> eventsOf(FakeJournal& journal, StreamId stream);
/// All streams that the journal has on the board, folded from their events alone.
Board freshBoard(FakeJournal& journal);
/// Everything that can be seen of a board.
testing::AssertionResult areEqual(Board const& one, Board const& other);
/// Verdicts of the events of this log, in their streams.
std::vector<Taken> verdictsOf(FakeJournal& journal, LogId log);

} // namespace ob::core
