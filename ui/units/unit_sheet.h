// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/units/shift_history.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QListView;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace ob::ui {

class DutyBar;
class FactList;
class LogOnForm;
class PanelHeader;

/// 力量详情: all that is known of the selected unit; for one of this agency the form of its shift and its
/// duty states, for others whose it is.
class UnitSheet : public QWidget {
    Q_OBJECT
  public:
    explicit UnitSheet(Console& console, QWidget* parent = nullptr);

    PanelHeader* header() { return m_header; }
    /// Where one begins to type, or to read.
    void focusFirst();
    LogOnForm& form() { return *m_form; }
    QSize sizeHint() const override;

  Q_SIGNALS:
    void left();

  protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void build();
    void translate();
    void refresh();
    void focusForm();
    void showFacts();
    void layLinks(core::Unit const& unit);
    QString whyReadOnly(core::Unit const& unit) const;

    Console& m_console;
    PanelHeader* m_header;
    QScrollArea* m_scroll;
    QVBoxLayout* m_layout;
    QToolButton* m_close;
    QLabel* m_empty;
    FactList* m_facts;
    QWidget* m_links;
    QHBoxLayout* m_linkRow;
    QStringList m_linksShown;
    QLabel* m_readOnly;
    QLabel* m_shiftTitle;
    LogOnForm* m_form;
    QLabel* m_dutyTitle;
    DutyBar* m_duty;
    QLabel* m_historyTitle;
    ShiftHistoryModel m_history;
    QListView* m_lines;
    std::shared_ptr<core::Unit const> m_unit; ///< as it is shown
};

} // namespace ob::ui
