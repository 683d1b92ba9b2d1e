// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/alarm_desk.h"
#include "ui/panels/word_row.h"

namespace ob::ui {

/// One alarm as a line: blinking while nobody has acknowledged it, at once with all others.
class AlarmRow : public WordRow {
    Q_OBJECT
  public:
    struct Answers {
        std::function<void()> select;
        std::function<void()> acknowledge;
        std::function<void()> shelve;
        std::function<void()> unshelve;
    };
    /// `number`: what a line of the command language calls it.
    AlarmRow(Console& console, AlarmDesk::Entry entry, std::size_t number, Answers const& answers,
             QWidget* parent = nullptr);

  protected:
    Words words() const override;
    void select() override { m_select(); }

  private:
    AlarmDesk::Entry m_entry;
    std::size_t m_number;
    std::function<void()> m_select;
};

} // namespace ob::ui
