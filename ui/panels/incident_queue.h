// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/queue_model.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QToolButton;

namespace ob::ui {

class PanelHeader;

/// 警情队列: open incidents in the order of need. Follows and sets the one selection.
class IncidentQueue : public QWidget {
    Q_OBJECT
  public:
    explicit IncidentQueue(Console& console, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    QListView* list() { return m_list; }
    void focusFilter();
    QSize sizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    void translate();
    void tellCounts();
    void dress();
    void tellEmptiness();
    void followSelection();
    void keepPlace();

    Console& m_console;
    QueueModel m_model;
    PanelHeader* m_header;
    QListView* m_list;
    QLabel* m_empty;
    QLineEdit* m_filter;
    QToolButton* m_scope;
    core::IncidentId m_top; ///< the first row in sight before a reset
};

} // namespace ob::ui
