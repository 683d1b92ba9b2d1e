// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <cstdint>

namespace ob::ui {

/// How long the GUI thread was deaf: the gaps between beats that should come every 10 ms. What the machine
/// did meanwhile counts as well; the processor time of the thread tells the two apart.
class StallWatch : public QObject {
    Q_OBJECT
  public:
    explicit StallWatch(QObject* parent = nullptr);

    struct Figures {
        double worstMs = 0;       ///< longest gap
        double worstWorkMs = 0;   ///< most that the thread worked in one gap
        std::uint64_t over50 = 0; ///< gaps longer than 50 ms
        std::uint64_t beats = 0;
    };
    Figures const& figures() const { return m_figures; }
    /// Start-up is over: counts from now on.
    void begin();

  private:
    void beat();
    static double workMs();

    QTimer m_timer;
    QElapsedTimer m_clock;
    double m_work = 0;
    Figures m_figures;
};

} // namespace ob::ui
