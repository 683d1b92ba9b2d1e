// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/console/unit_standing.h"

#include <QAbstractListModel>
#include <QListView>

namespace ob::ui {

/// Units of one incident: those at work first, then those that were there.
class IncidentUnits : public QListView {
    Q_OBJECT
  public:
    explicit IncidentUnits(Console& console, QWidget* parent = nullptr);

    void show(std::shared_ptr<core::Incident const> incident);
    int atWork() const;
    QSize sizeHint() const override;

    struct Row {
        core::Assignment assignment;
        std::shared_ptr<core::Unit const> unit; ///< null: not known here
    };

  Q_SIGNALS:
    void menuWanted(ob::core::UnitId unit, QPoint globalPosition);

  private:
    class Rows;
    class Delegate;
    static QString undeliveredText(QString const& state);
    Console& m_console;
    Rows* m_rows;
};

} // namespace ob::ui
