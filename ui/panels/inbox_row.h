// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/work_item.h"
#include "ui/panels/word_row.h"

namespace ob::ui {

/// One line of the inbox.
class InboxRow : public WordRow {
    Q_OBJECT
  public:
    InboxRow(Console& console, WorkItem item, std::function<void(core::ConflictId)> settle,
             QWidget* parent = nullptr);

    WorkItem const& item() const { return m_item; }
    /// The same thing with other times.
    void renew(WorkItem item);
    void open();

  protected:
    Words words() const override;
    void select() override;

  private:
    WorkItem m_item;
};

} // namespace ob::ui
