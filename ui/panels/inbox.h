// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/work_item.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ob::ui {

class InboxRow;
class PanelHeader;

/// 待我处理: everything that waits for this desk, each with what can be done about it.
class Inbox : public QWidget {
    Q_OBJECT
  public:
    explicit Inbox(Console& console, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    /// Selects what the next item is about, and puts the focus on its first answer.
    void openNext();
    int count() const { return static_cast<int>(m_items.size()); }
    QSize sizeHint() const override;

  Q_SIGNALS:
    void countChanged(int count);

  protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    void refresh();
    void refreshSoon();
    void lay();
    void settle(core::ConflictId conflict);

    static constexpr std::size_t mostShown = 50;

    Console& m_console;
    PanelHeader* m_header;
    QScrollArea* m_scroll;
    QVBoxLayout* m_rows;
    QLabel* m_empty;
    std::vector<WorkItem> m_items;
    std::vector<InboxRow*> m_shown;
    std::string m_opened;
    bool m_isHeld = false;
    QTimer m_soon;
};

} // namespace ob::ui
