// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/alarm_desk.h"

#include <QWidget>

#include <functional>

namespace ob::ui {

/// One alarm as a line: blinking while nobody has acknowledged it, at once with all others.
class AlarmRow : public QWidget {
    Q_OBJECT
  public:
    struct Answers {
        std::function<void()> select;
        std::function<void()> acknowledge;
        std::function<void()> shelve;
        std::function<void()> unshelve;
    };
    AlarmRow(Console& console, AlarmDesk::Entry entry, Answers answers, QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    Console& m_console;
    AlarmDesk::Entry m_entry;
    Answers m_answers;
    QWidget* m_buttons;
};

} // namespace ob::ui
