// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QCheckBox>

namespace ob::ui {

/// A square of one pixel with a tick: seen in both themes, also when nothing is chosen. Sizes follow the
/// font.
class TickBox : public QCheckBox {
    Q_OBJECT
  public:
    explicit TickBox(Console& console, QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    bool hitButton(QPoint const& where) const override { return rect().contains(where); }
    void paintEvent(QPaintEvent* event) override;

  private:
    Console& m_console;
};

} // namespace ob::ui
