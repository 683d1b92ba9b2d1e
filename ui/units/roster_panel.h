// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/refresh_pace.h"
#include "ui/units/duty_selection.h"
#include "ui/units/roster_model.h"

#include <QWidget>

#include <set>

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace ob::ui {

class FlatButton;
class LabelledField;
class PanelHeader;

/// 勤务表: who is on duty, with what, until when. Several units are taken on, made available and let off in
/// one line, which stands in the command bar for Enter.
class RosterPanel : public QWidget {
    Q_OBJECT
  public:
    explicit RosterPanel(Console& console, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    QTableView* table() { return m_table; }
    RosterModel& model() { return m_model; }
    void focusTable();
    bool hasChosen() const { return !chosen().empty(); }
    /// For the chosen rows; says why when there is none that it fits.
    void propose(DutyStep step);
    /// What was left out of the last line.
    QString told() const;
    QSize sizeHint() const override;

  Q_SIGNALS:
    void sheetWanted(ob::core::UnitId unit);
    void menuWanted(ob::core::UnitId unit, QPoint globalPosition);
    void left();

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

  private:
    void build();
    void buildTools();
    void buildTable();
    void buildOrderMenu();
    void translate();
    void fitColumns();
    void dress();
    void refresh();
    void tellCounts();
    void tellEmptiness();
    void keepPlace();
    void findPlace();
    void followSelection();
    void select(QModelIndex const& index);
    Units chosen() const;

    Console& m_console;
    PanelHeader* m_header;
    RosterModel m_model;
    QTableView* m_table;
    QLabel* m_empty;
    QComboBox* m_filter;
    QLineEdit* m_search;
    QToolButton* m_scope;
    QToolButton* m_order;
    QToolButton* m_close;
    QLabel* m_chosen;
    LabelledField* m_until;
    struct Button {
        FlatButton* button;
        DutyStep step;
    };
    std::vector<Button> m_buttons;
    QLabel* m_told;
    std::set<core::UnitId> m_kept; ///< chosen, while the rows are laid anew
    core::UnitId m_current;
    core::UnitId m_top;
    bool m_isRestoring = false;
    RefreshPace m_pace;
};

} // namespace ob::ui
