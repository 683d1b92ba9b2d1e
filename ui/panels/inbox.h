// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/work_item.h"
#include "ui/panels/refresh_pace.h"
#include "ui/panels/row_panel.h"

namespace ob::ui {

class InboxRow;

/// 待我处理: everything that waits for this desk, each with what can be done about it.
class Inbox : public RowPanel {
    Q_OBJECT
  public:
    explicit Inbox(Console& console, QWidget* parent = nullptr);

    /// Selects what the next item is about, and puts the focus on its first answer.
    void openNext();

  protected:
    void changeEvent(QEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    void refresh();
    void layRows();
    void settle(core::ConflictId conflict);

    static constexpr std::size_t mostShown = 50;

    std::vector<WorkItem> m_items;
    std::vector<InboxRow*> m_shown;
    std::string m_opened;
    bool m_isHeld = false;
    RefreshPace m_pace;
};

} // namespace ob::ui
