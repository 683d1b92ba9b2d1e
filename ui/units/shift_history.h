// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/units/last_shift.h"

#include <QAbstractListModel>

namespace ob::ui {

/// What a unit went through in its last shift, newest first: read from the desk when the unit has changed.
class ShiftHistoryModel : public QAbstractListModel {
    Q_OBJECT
  public:
    explicit ShiftHistoryModel(Console& console, QObject* parent = nullptr);

    struct Row {
        QString time; ///< local
        QString words;
        QString lasted; ///< empty for the newest
    };
    Row row(int index) const;
    /// Null: none.
    void show(std::shared_ptr<core::Unit const> unit);
    std::optional<Shift> const& shift() const { return m_shift; }

    int rowCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;

    /// More rows than this are not shown.
    static constexpr int mostRows = 100;

  Q_SIGNALS:
    /// The shift of the unit is known, or that it never had one.
    void read();

  private:
    void take(core::UnitId of, std::vector<core::Event> const& events);
    QString wordsOf(ShiftEntry const& entry) const;

    Console& m_console;
    std::shared_ptr<core::Unit const> m_unit; ///< as it was when its events were asked for
    std::optional<Shift> m_shift;
};

} // namespace ob::ui
