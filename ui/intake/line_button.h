// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/panels/row_pen.h"

#include <QAbstractButton>
#include <QColor>

namespace ob::ui {

/// What one line of a list says.
struct ListLine {
    QString title;  ///< before all else, in heavier letters
    QString words;  ///< cut with … where it is too long
    QString aside;  ///< muted, at the right end, never cut
    QString second; ///< a second line, muted; empty: there is none
    QColor bar;     ///< at the left edge; invalid: none
    bool warns = false;
    friend bool operator==(ListLine const&, ListLine const&) = default;
};

/// A line of a list that can be clicked.
class LineButton : public QAbstractButton {
    Q_OBJECT
  public:
    explicit LineButton(QWidget* parent = nullptr);
    void show(ListLine line);
    /// Where Enter goes, or what was chosen.
    void mark(bool isMarked);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

    static int lineHeight() { return scaled(24); }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    ListLine m_line;
    bool m_isMarked = false;
};

} // namespace ob::ui
