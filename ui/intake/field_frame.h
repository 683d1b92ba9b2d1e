// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace ob::ui {

/// One pixel of line around something that is typed into; two in the colour of selection while it is.
class FieldFrame : public QWidget {
    Q_OBJECT
  public:
    /// Takes `editor`, which has no frame of its own.
    explicit FieldFrame(QWidget* editor, int lines = 1, QWidget* parent = nullptr);
    /// The scale of text has changed.
    void refit();

  protected:
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

  private:
    QWidget* m_editor;
    int m_lines;
};

/// One pixel across.
class Rule : public QWidget {
    Q_OBJECT
  public:
    explicit Rule(QWidget* parent = nullptr);

  protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace ob::ui
