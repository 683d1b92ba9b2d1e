// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QWidget>

#include <vector>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace ob::ui {

class PanelHeader;

/// A panel of widgets one below the other under a header, or one sentence when there are none.
class RowPanel : public QWidget {
    Q_OBJECT
  public:
    RowPanel(Console& console, int width, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    QSize sizeHint() const override;

  protected:
    Console& console() { return m_console; }
    /// Takes the place of the rows that were there.
    void lay(std::vector<QWidget*> rows, QString const& whenEmpty);
    void bringIntoView(QWidget* row);
    void paintEvent(QPaintEvent* event) override;

  private:
    Console& m_console;
    int m_width; ///< wished for, at the text scale 1
    PanelHeader* m_header;
    QScrollArea* m_scroll;
    QVBoxLayout* m_layout;
    QLabel* m_empty;
    std::vector<QWidget*> m_rows;
};

} // namespace ob::ui
