// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/units/roster_model.h"

#include <QStyledItemDelegate>

namespace ob::ui {

/// Paints a row of the roster: the state as a glyph, what is late filled.
class RosterDelegate : public QStyledItemDelegate {
    Q_OBJECT
  public:
    RosterDelegate(Console& console, RosterModel const& model, QObject* parent);

    QSize sizeHint(QStyleOptionViewItem const& option, QModelIndex const& index) const override;
    void paint(QPainter* painter, QStyleOptionViewItem const& option,
               QModelIndex const& index) const override;

  private:
    Console& m_console;
    RosterModel const& m_model;
};

} // namespace ob::ui
