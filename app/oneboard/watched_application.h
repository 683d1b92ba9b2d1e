// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QApplication>

#include <cstdint>
#include <string>

namespace ob::app {

/// The application, which knows how long it was deaf: the time that one event took, from the loop and back.
class WatchedApplication final : public QApplication {
  public:
    using QApplication::QApplication;

    struct Stalls {
        double worstMs = 0;       ///< on the clock: the machine may have done something else
        double worstWorkMs = 0;   ///< of processor time, of one event
        std::uint64_t over50 = 0; ///< events that took longer than 50 ms on the clock
        std::uint64_t events = 0;
        std::string worstAt{}; ///< whose event worked longest, and of which kind
    };
    Stalls const& stalls() const { return m_stalls; }
    /// Start-up is over: counts from now on.
    void forgetStalls() { m_stalls = {}; }
    /// Each event over 50 ms is told on standard error when it is over.
    void tellLong(bool isTold) { m_tellsLong = isTold; }

    bool notify(QObject* receiver, QEvent* event) override;

  private:
    Stalls m_stalls;
    int m_depth = 0;
    bool m_tellsLong = false;
};

} // namespace ob::app
