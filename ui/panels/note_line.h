// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>
#include <QWidget>

class QLineEdit;
class QToolButton;

namespace ob::ui {

/// Where a note is written: by hand, or one of the usual ones from a menu.
class NoteLine : public QWidget {
    Q_OBJECT
  public:
    explicit NoteLine(QWidget* parent = nullptr);

    QLineEdit* line() { return m_line; }
    void translate();

  Q_SIGNALS:
    /// Not empty, without blanks at its ends. The line keeps it until it is cleared.
    void entered(QString const& words);

  private:
    void enter(QString const& words);

    QLineEdit* m_line;
    QToolButton* m_usual;
};

} // namespace ob::ui
