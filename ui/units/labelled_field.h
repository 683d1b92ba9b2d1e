// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QLineEdit>
#include <QWidget>

class QLabel;

namespace ob::ui {

/// Its name, and beside it one line to type in. Sizes follow the text scale.
class LabelledField : public QWidget {
    Q_OBJECT
  public:
    explicit LabelledField(Console& console, QWidget* parent = nullptr);

    /// Also what a screen reader says. `example` stands in it while it is empty.
    void name(QString const& label, QString const& example = {});
    /// Of the name, at the text scale 1; the same for fields below each other.
    void align(int labelWidth);
    /// Of what is typed, at the text scale 1; else as wide as there is room.
    void limitWidth(int width);

    QLineEdit* line() { return m_line; }
    QString text() const { return m_line->text().simplified(); }

  private:
    void dress();

    Console& m_console;
    QLabel* m_label;
    QWidget* m_frame;
    QLineEdit* m_line;
    int m_labelWidth = 0;
    int m_lineWidth = 0;
};

} // namespace ob::ui
