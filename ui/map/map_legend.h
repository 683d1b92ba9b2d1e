// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace ob::ui {

/// What the marks mean, laid over the map's left edge in as many columns as the map's height asks for.
class MapLegend : public QWidget {
    Q_OBJECT
  public:
    explicit MapLegend(QWidget* parent);
    void use(Theme theme);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override; ///< the map's size

  private:
    Theme m_theme = Theme::Night;
};

} // namespace ob::ui
