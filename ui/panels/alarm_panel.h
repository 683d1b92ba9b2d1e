// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/alarm_desk.h"

#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ob::ui {

class PanelHeader;

/// 告警: what only a person can mend, each with silencing and shelving.
class AlarmPanel : public QWidget {
    Q_OBJECT
  public:
    AlarmPanel(Console& console, AlarmDesk& alarms, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    /// Silences the first that nobody has acknowledged, and selects what it is about.
    void acknowledgeNext();
    QSize sizeHint() const override;

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void refresh();
    QWidget* rowOf(AlarmDesk::Entry const& entry);
    void acknowledge(core::AlarmId const& id);
    void shelve(core::AlarmId const& id);
    void select(core::Alarm const& alarm);

    static constexpr std::size_t mostShown = 40;

    Console& m_console;
    AlarmDesk& m_alarms;
    PanelHeader* m_header;
    QScrollArea* m_scroll;
    QVBoxLayout* m_rows;
    QLabel* m_empty;
    std::vector<QWidget*> m_shown;
};

} // namespace ob::ui
