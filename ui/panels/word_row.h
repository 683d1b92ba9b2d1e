// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/row_pen.h"

#include <QWidget>

#include <functional>

class QLayout;
class QToolButton;

namespace ob::ui {

class Console;

/// One line of a RowPanel: a title, a detail below it, what is said at the right end, and buttons.
class WordRow : public QWidget {
    Q_OBJECT
  public:
    QSize sizeHint() const override;

  protected:
    /// Where what is to be done is a sentence, the buttons go below it, in as many rows as they need.
    enum class Height : std::uint8_t { Two, Three };
    WordRow(Console& console, QString const& title, QWidget* parent, Height height = Height::Two);

    struct Words {
        QString title;
        QString detail;
        QString aside;              ///< at the right end of the first line
        bool isAsideFilled = false; ///< it is overdue
        QColor titleInk{}, asideInk{};
        QColor edge{}; ///< of the bar at the left; invalid is none
    };
    virtual Words words() const = 0;
    virtual void select() = 0;

    Console& console() const { return m_console; }
    Tokens const& colours() const;
    QToolButton* addButton(QString const& word, std::function<void()> const& press);
    QToolButton* firstButton() const { return m_first; }

    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

  private:
    Console& m_console;
    Height m_height;
    QWidget* m_buttons;
    QLayout* m_row;
    QToolButton* m_first = nullptr;
};

} // namespace ob::ui
