// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/console/unit_standing.h"

#include <QAbstractListModel>

#include <set>

namespace ob::ui {

/// The units of one agency in the order of need: distress, overdue, at work, out of service; those that are
/// available and out of service are folded to a count each until somebody opens it.
class UnitColumn : public QAbstractListModel {
    Q_OBJECT
  public:
    UnitColumn(Console& console, core::AgencyIndex agency, QObject* parent = nullptr);

    struct Row {
        enum class Kind : std::uint8_t { Unit, Available, OutOfService };
        Kind kind = Kind::Unit;
        std::shared_ptr<core::Unit const> unit{}; ///< null: a fold
        UnitStanding standing{};
        std::size_t count = 0; ///< of a fold
        bool isOpen = false;
    };
    core::AgencyIndex agency() const { return m_agency; }
    Row const& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    int rowOf(core::UnitId unit) const;
    /// Opens or folds, when it is one.
    void toggle(int index);
    /// On duty, or at work all the same.
    std::size_t onDuty() const { return m_onDuty; }

    int rowCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    void fill(std::vector<std::shared_ptr<core::Unit const>> units);
    QString words(Row const& row) const;

  private:
    void addFold(Row::Kind kind, std::vector<Row> rows);

    Console& m_console;
    core::AgencyIndex m_agency;
    std::vector<Row> m_rows;
    std::vector<std::shared_ptr<core::Unit const>> m_units;
    std::set<Row::Kind> m_open;
    std::size_t m_onDuty = 0;
};

} // namespace ob::ui
