// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/refresh_pace.h"
#include "ui/units/grant_model.h"
#include "ui/units/grant_record.h"

#include <QWidget>

class QAbstractButton;
class QBoxLayout;
class QButtonGroup;
class QLabel;
class QListView;
class QTableView;
class QToolButton;

namespace ob::ui {

class FlatButton;
class PanelHeader;

/// 派遣授权: who may send whose units. What is chosen is prepared and said in sentences first; saving puts it
/// on record.
class GrantPanel : public QWidget {
    Q_OBJECT
  public:
    explicit GrantPanel(Console& console, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    QTableView* table() { return m_table; }
    GrantModel& model() { return m_model; }
    void focusTable();
    /// For the current cell.
    void choose(core::DispatchGrant grant);
    void save();
    /// What the changes will mean, or what holds in the current cell.
    QString meaning() const;
    /// What came of the last saving.
    QString told() const;
    /// Why nothing can be changed here; empty: it can.
    QString whyReadOnly() const;
    QSize sizeHint() const override;

  Q_SIGNALS:
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
    void buildChoices(QBoxLayout& column);
    void translate();
    void dress();
    void refresh();
    void tell();
    void heard(GrantModel::Cell const& cell, core::Result<core::Receipt> const& told);
    std::optional<GrantModel::Cell> current() const;
    QString sentenceOf(core::SetDispatchGrant const& change) const;
    static constexpr std::size_t mostSentences = 4;

    Console& m_console;
    PanelHeader* m_header;
    GrantModel m_model;
    GrantRecordModel m_record;
    QTableView* m_table;
    QAbstractButton* m_corner = nullptr; ///< of the table: the style would shade it
    QToolButton* m_close;
    QButtonGroup* m_choices; ///< by DispatchGrant
    QBoxLayout* m_choiceRow = nullptr;
    QLabel* m_cell;
    QLabel* m_meaning;
    FlatButton* m_save;
    FlatButton* m_discard;
    QLabel* m_told;
    QLabel* m_recordTitle;
    QListView* m_lines;
    RefreshPace m_pace;
};

} // namespace ob::ui
