// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wall/wall_panel.h"

namespace ob::ui {

/// The lower edge of a wall: how many units of each agency are engaged, available and out of service.
class WallUnits : public WallPanel {
    Q_OBJECT
  public:
    explicit WallUnits(Console& console, QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
    QString spoken() const override;

  private:
    struct Column {
        QString name;
        core::BoardCounts::Units units;
    };
    /// Of agencies that have somebody on duty.
    std::vector<Column> columns() const;
    void paintColumn(QPainter& painter, QRect where, Column const& column) const;
};

} // namespace ob::ui
