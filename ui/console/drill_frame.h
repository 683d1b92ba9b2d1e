// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QWidget>

namespace ob::ui {

/// The violet frame that every window of a drill has, over a window that does not paint one of its own. Shown
/// while the window stands alone. Mouse and keys go through it.
class DrillFrame : public QWidget {
    Q_OBJECT
  public:
    /// Does nothing outside a drill.
    static void putOn(QWidget& window, Console& console);

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    DrillFrame(QWidget& window, Console& console);
    void follow();

    Console& m_console;
};

} // namespace ob::ui
