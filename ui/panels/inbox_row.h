// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/work_item.h"

#include <QWidget>

#include <functional>

class QToolButton;

namespace ob::ui {

/// One line of the inbox.
class InboxRow : public QWidget {
    Q_OBJECT
  public:
    InboxRow(Console& console, WorkItem item, std::function<void(core::ConflictId)> settle,
             QWidget* parent = nullptr);

    WorkItem const& item() const { return m_item; }
    /// The same thing with other times.
    void update(WorkItem item);
    void open();
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    void select();

    Console& m_console;
    WorkItem m_item;
    QToolButton* m_first = nullptr;
    QWidget* m_buttons;
};

} // namespace ob::ui
