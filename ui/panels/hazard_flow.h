// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/hazard_chip.h"

#include <QWidget>

#include <algorithm>

namespace ob::ui {

/// Hazards in as many rows as they need; each on its own row when its words are long.
class HazardFlow : public QWidget {
    Q_OBJECT
  public:
    HazardFlow(std::vector<HazardChip> chips, Theme theme, QWidget* parent = nullptr);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override { return {200, heightForWidth(std::max(width(), 200))}; }
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    std::vector<QRect> places(int width) const;

    std::vector<HazardChip> m_chips;
    Theme m_theme;
};

} // namespace ob::ui
