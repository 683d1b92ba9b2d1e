// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace ob::ui {

/// What the marks mean, laid over the map's left edge.
class MapLegend : public QWidget {
    Q_OBJECT
  public:
    explicit MapLegend(QWidget* parent = nullptr);
    void use(Theme theme);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    Theme m_theme = Theme::Night;
};

} // namespace ob::ui
