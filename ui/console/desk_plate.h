// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QWidget>

namespace ob::ui {

/// Which desk of which realm one stands before, and whether it is real; the time. Sizes follow the font.
class DeskPlate : public QWidget {
    Q_OBJECT
  public:
    explicit DeskPlate(Console& console, QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void tell();

    Console& m_console;
};

} // namespace ob::ui
