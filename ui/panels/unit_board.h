// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/refresh_pace.h"
#include "ui/panels/unit_column.h"

#include <QWidget>

#include <memory>
#include <vector>

class QHBoxLayout;
class QListView;
class QScrollArea;

namespace ob::ui {

class PanelHeader;

/// 力量板: the units of every agency, a column each.
class UnitBoard : public QWidget {
    Q_OBJECT
  public:
    explicit UnitBoard(Console& console, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    void focusFirst();
    QSize sizeHint() const override;

  Q_SIGNALS:
    void menuWanted(ob::core::UnitId unit, QPoint globalPosition);
    /// By a double click.
    void sheetWanted(ob::core::UnitId unit);

  protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    struct Column {
        UnitColumn* model;
        QWidget* frame;
        PanelHeader* title;
        QListView* list;
    };
    void translate();
    void refresh();
    void followSelection();
    Column& columnOf(core::AgencyIndex agency);
    void press(Column const& column, QModelIndex const& index);

    Console& m_console;
    PanelHeader* m_header;
    QScrollArea* m_scroll;
    QHBoxLayout* m_row;
    std::vector<Column> m_columns; ///< by agency
    bool m_isHeld = false;
    bool m_isDoubleClick = false;
    RefreshPace m_pace;
};

} // namespace ob::ui
