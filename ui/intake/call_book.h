// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/desk.h"
#include "ui/intake/call_reading.h"
#include "ui/intake/draft_keeper.h"

#include <QObject>

#include <optional>
#include <vector>

namespace ob::ui {

class Console;

/// The calls that somebody is writing down, one of them at a time, and who is to be rung back: turns them
/// into commands and keeps what is not saved. Without a screen.
class CallBook : public QObject {
    Q_OBJECT
  public:
    /// `drafts` outlives it.
    CallBook(Console& console, DraftPort& drafts, QObject* parent = nullptr);
    ~CallBook() override;

    enum class Saving : std::uint8_t {
        Whole,
        Dropped, ///< the call broke off: with what is known, and somebody rings back
    };
    struct Entry {
        std::uint64_t key = 0;
        CallDraft call;
        std::optional<Saving> tried;
        bool isSaving = false;
        QString refusal; ///< why the desk did not take it
    };
    std::vector<Entry> const& entries() const { return m_entries; }
    std::size_t index() const { return m_index; }
    Entry const& current() const { return m_entries.at(m_index); }
    /// What the current one means; of a call that broke off when it was tried to be saved as one.
    CallReading reading() const;

    /// In place of the current call.
    void write(CallDraft call);
    /// A further call; goes on with an empty one that is there already.
    void begin();
    void turnTo(std::size_t index);
    /// False when something is missing, and nothing was sent.
    bool save(Saving saving);

    std::vector<RingBack> const& ringBacks() const { return m_ringBacks; }
    enum class Outcome : std::uint8_t { Reached, NotReached };
    /// Noted on the incident; who was not reached stays on the list.
    void rangBack(std::size_t index, Outcome outcome);

    /// What the last run left; nothing once it was answered.
    std::optional<IntakeNotes> const& offer() const { return m_offer; }
    void restore();
    void discard();
    void flush() { m_keeper.flush(); }

  Q_SIGNALS:
    /// Another call is the current one, or it was saved.
    void turned();
    /// What is said of the current one, or the number of calls.
    void restated();
    void ringBacksChanged();
    void offerChanged();

  private:
    struct Sent {
        std::uint64_t key;
        core::Command command;
        std::optional<RingBack> ringBack;
    };
    struct Announcement {
        core::IncidentId incident;
        bool isNew;
    };
    void hear(Sent const& sent, core::Result<core::Receipt> const& told);
    void remove(std::uint64_t key);
    void announce();
    void dropFinishedRingBacks();
    IntakeNotes notes() const;
    Entry blank();

    Console& m_console;
    std::vector<Entry> m_entries; ///< never empty
    std::size_t m_index = 0;
    std::uint64_t m_lastKey = 0;
    std::vector<RingBack> m_ringBacks;
    std::vector<Announcement> m_announcements; ///< not on the board yet
    std::optional<IntakeNotes> m_offer;
    DraftKeeper m_keeper;
};

} // namespace ob::ui
