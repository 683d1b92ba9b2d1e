// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QObject>
#include <QTimer>

#include <vector>

namespace ob::ui {

/// What people and other agencies know of the selected incident: asks the desk who holds it, and tells the
/// other agencies when it has been on this screen long enough to be seen.
class IncidentWatch : public QObject {
    Q_OBJECT
  public:
    explicit IncidentWatch(Console& console, QObject* parent = nullptr);

    /// Of the selected incident, by agency; those who may know it.
    std::vector<DeskPort::Holding> const& holdings() const { return m_holdings; }

    static constexpr int seenAfterMs = 1500;

  Q_SIGNALS:
    void changed();

  private:
    void follow();
    void ask();
    void noteSeen();

    Console& m_console;
    core::IncidentId m_incident;
    std::vector<DeskPort::Holding> m_holdings;
    QTimer m_asking; ///< it changes without the board
    QTimer m_seeing;
};

} // namespace ob::ui
