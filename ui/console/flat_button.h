// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QAbstractButton>

namespace ob::ui {

/// A word in a frame of one pixel; filled when it is what Enter does, on the ground of what is selected when
/// it is checked. Sizes follow the font.
class FlatButton : public QAbstractButton {
    Q_OBJECT
  public:
    enum class Weight : std::uint8_t { Main, Other };
    FlatButton(Console& console, Weight weight, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

  protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

  private:
    Console& m_console;
    Weight m_weight;
};

} // namespace ob::ui
