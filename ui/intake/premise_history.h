// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/code.h"
#include "core/event.h"
#include "core/id.h"
#include "core/instant.h"
#include "core/ports.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <string>
#include <vector>

namespace ob::ui {

class Console;

/// An earlier incident at an address.
struct PremiseEntry {
    core::IncidentId incident;
    std::string number;
    core::Code type; ///< empty: the desk has not said yet
    core::Instant openedAt;
    QString noted;         ///< last line that was noted
    QString hazard;        ///< newest line that warns: it begins with 危险, 隐患 or "hazard"
    bool isHazmat = false; ///< the incident itself was one of hazardous materials
    bool warns() const { return isHazmat || !hazard.isEmpty(); }
};

/// What happened at one address before, as the desk finds it: what warns first, then newest first.
class PremiseHistory : public QObject {
    Q_OBJECT
  public:
    enum class State : std::uint8_t {
        NoAddress,
        Asking,
        Known,
        Unreachable, ///< the desk has not answered in time, or does not run
    };
    static constexpr std::size_t limit = 5;
    static constexpr int patienceMilliseconds = 3000;

    explicit PremiseHistory(Console& console, QObject* parent = nullptr);

    /// In place of the last question. An answer to an older one is not heard any more.
    void ask(std::string const& address);
    State state() const { return m_state; }
    std::vector<PremiseEntry> const& entries() const { return m_entries; }

  Q_SIGNALS:
    void changed();

  private:
    void takeHits(std::vector<core::SearchHit> const& hits);
    void takeEvents(core::IncidentId incident, std::vector<core::Event> const& events);
    void settle(State state);

    Console& m_console;
    std::string m_address;
    std::uint64_t m_question = 0;
    State m_state = State::NoAddress;
    std::vector<PremiseEntry> m_entries;
    QTimer m_patience;
};

} // namespace ob::ui
