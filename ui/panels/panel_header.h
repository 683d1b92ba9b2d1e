// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/theme.h"

#include <QHBoxLayout>
#include <QWidget>

namespace ob::ui {

class Console;

/// The line above a panel: its name, what it counts, and its tools at the right end. Serves as the handle by
/// which a dock is moved.
class PanelHeader : public QWidget {
    Q_OBJECT
  public:
    explicit PanelHeader(Console& console, QWidget* parent = nullptr);

    void name(QString const& title);
    void tell(QString const& details);
    void add(QWidget* tool);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

  private:
    Console& m_console;
    QString m_title;
    QString m_details;
    QHBoxLayout* m_tools;
};

} // namespace ob::ui
