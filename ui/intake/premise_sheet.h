// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QWidget>

namespace ob::ui {

class Heading;
class PremiseDetails;
class FlatButton;

/// The records of a place in full, beside call intake and upon the window, so that no field is covered and
/// the keyboard stays where it is.
class PremiseSheet : public QWidget {
    Q_OBJECT
  public:
    /// Beside `panel`, which outlives it.
    PremiseSheet(Console& console, QWidget& panel);

    /// Closes when there is nothing to show.
    void show(std::vector<core::PremiseFound> found);
    void open();
    /// Where the panel and its window are now.
    void place();
    void retranslate();

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void dress();

    Console& m_console;
    QWidget& m_panel;
    Heading* m_title;
    FlatButton* m_close;
    PremiseDetails* m_details;
};

} // namespace ob::ui
