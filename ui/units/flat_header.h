// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QHeaderView>

namespace ob::ui {

/// The names of columns or rows, flat and muted; an arrow where it is ordered by one of them.
class FlatHeader : public QHeaderView {
    Q_OBJECT
  public:
    FlatHeader(Console& console, Qt::Orientation orientation, QWidget* parent = nullptr);
    QSize sizeHint() const override;

  protected:
    void paintSection(QPainter* painter, QRect const& where, int section) const override;
    void paintEvent(QPaintEvent* event) override;

  private:
    Console& m_console;
};

} // namespace ob::ui
