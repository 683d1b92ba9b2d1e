// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/console/operator_port.h"

#include <QListView>
#include <QStringListModel>

namespace ob::ui {

/// Who may sign in, a line each with their roles: those whose name has what was typed. Keyboard focus stays
/// in the field above.
class OperatorRows : public QListView {
    Q_OBJECT
  public:
    explicit OperatorRows(Console& console, QWidget* parent = nullptr);

    void show(std::vector<OperatorEntry> operators);
    void filter(QString const& typed);
    /// Of the row that is current; empty when there is none.
    QString current() const;
    /// One up or down. Gives what is current then.
    QString move(int rows);
    /// Null when nobody is called that. Case does not count.
    OperatorEntry const* find(QString const& name) const;

    QSize sizeHint() const override;

  Q_SIGNALS:
    void picked(QString const& name);

  protected:
    void changeEvent(QEvent* event) override;

  private:
    class Delegate;
    void dress();

    Console& m_console;
    std::vector<OperatorEntry> m_operators;
    QStringListModel m_names;
};

} // namespace ob::ui
