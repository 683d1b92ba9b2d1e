// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace ob::ui {

/// 回看: the board as this desk knew it at a moment, as a console of its own that takes no command, and the
/// way from one moment to another. The live console goes on and outlives it. GUI thread.
class LookBack : public QObject {
    Q_OBJECT
  public:
    LookBack(Console& live, core::Instant at, QObject* parent = nullptr);
    ~LookBack() override;

    /// Of the past: its panels show, nobody is signed in at it.
    Console& console() { return *m_console; }
    /// What is shown. Before the first answer what was asked for.
    core::Instant moment() const { return m_clock.time; }
    core::Instant wanted() const { return m_wanted; }
    bool isShown() const { return m_isShown; }
    bool isWorking() const { return m_asked.has_value(); }
    /// English; not empty: why the last moment could not be read.
    std::string const& problem() const { return m_problem; }

    /// What can be looked at: since this desk knows anything, until a moment ago.
    core::Instant first() const { return m_first; }
    core::Instant last() const;

    /// The nearest of what can be looked at. Later calls win over earlier ones that are still outstanding.
    void goTo(core::Instant at);
    /// From the stamp of an entry until it stood in the journal here: whoever looks at an entry adds it.
    static constexpr core::Duration untilKnown = core::Duration::ofSeconds(2);
    void move(core::Duration by) { goTo(m_wanted + by); }
    /// So many times as fast as it was; 0: stands still. Ends by itself where now begins.
    void play(int speed);
    int speed() const { return m_speed; }

  Q_SIGNALS:
    void changed();

  private:
    struct StandingClock final : core::ClockPort {
        core::Instant now() override { return time; }
        core::Instant time;
    };
    class Desk;

    void ask();
    void take(PastNews news);
    void playOn();

    Console& m_live;
    StandingClock m_clock;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Console> m_console;
    core::Instant m_wanted;
    std::optional<core::Instant> m_asked;
    core::Instant m_first;
    std::string m_problem;
    bool m_isShown = false;
    int m_speed = 0;
    QTimer m_turn;
    QElapsedTimer m_sinceTurn;
};

} // namespace ob::ui
