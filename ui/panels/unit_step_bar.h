// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QWidget>

namespace ob::ui {

class WrapLayout;

/// The next steps of the selected unit when it is at work on the selected incident, as buttons.
class UnitStepBar : public QWidget {
    Q_OBJECT
  public:
    explicit UnitStepBar(Console& console, QWidget* parent = nullptr);
    void refresh();

  private:
    Console& m_console;
    WrapLayout* m_row;
    QStringList m_shown; ///< lines, to leave buttons under the cursor alone
};

} // namespace ob::ui
