// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/alarm_desk.h"
#include "ui/panels/row_panel.h"

namespace ob::ui {

/// 告警: what only a person can mend, each with silencing and shelving.
class AlarmPanel : public RowPanel {
    Q_OBJECT
  public:
    AlarmPanel(Console& console, AlarmDesk& alarms, QWidget* parent = nullptr);

    /// Silences the first that nobody has acknowledged, and selects what it is about.
    void acknowledgeNext();

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void refresh();
    QWidget* rowOf(AlarmDesk::Entry const& entry, std::size_t number);
    void acknowledge(core::AlarmId const& id);
    void shelve(core::AlarmId const& id);
    void select(core::Alarm const& alarm);

    static constexpr std::size_t mostShown = 40;

    AlarmDesk& m_alarms;
};

} // namespace ob::ui
