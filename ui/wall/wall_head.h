// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wall/wall_panel.h"

namespace ob::ui {

/// The upper edge of a wall: which realm, whether the peers are there, the counts, the time.
class WallHead : public WallPanel {
    Q_OBJECT
  public:
    explicit WallHead(Console& console, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
    QString spoken() const override;

  private:
    struct Count {
        QString name;
        std::size_t value;
        bool isTrouble = false; ///< in red when there is any
    };
    std::vector<Count> counts() const;
    /// What of the desk or its links is not as it should be; empty: nothing.
    QString trouble() const;
    QString linkWord() const;
    int paintRealm(QPainter& painter) const;
    int paintClock(QPainter& painter) const;
};

} // namespace ob::ui
