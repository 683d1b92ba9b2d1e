// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/command.h"
#include "ui/console/console.h"

#include <QAbstractTableModel>

#include <map>
#include <optional>
#include <vector>

namespace ob::ui {

/// 派遣授权: a row for each other agency, a column for each unit group of this one, and a last one for what
/// the other agency grants this one. Changes are prepared here and said by whoever saves them.
class GrantModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    explicit GrantModel(Console& console, QObject* parent = nullptr);

    /// Units of this group (empty: all) by that agency.
    struct Cell {
        core::Code group;
        core::AgencyIndex to;
        friend auto operator<=>(Cell const&, Cell const&) = default;
    };
    /// Nothing for what others grant.
    std::optional<Cell> cellAt(QModelIndex const& index) const;
    /// As the policy stands.
    core::DispatchGrant standing(Cell const& cell) const;
    /// The policy says nothing of this group: what holds for all units holds for it.
    bool isInherited(Cell const& cell) const;
    std::optional<core::DispatchGrant> prepared(Cell const& cell) const;
    /// What it is already takes the preparation back.
    void prepare(Cell const& cell, core::DispatchGrant grant);
    /// In the order of the table.
    std::vector<core::SetDispatchGrant> changes() const;
    void takeBack(Cell const& cell);
    void discard();

    /// Own units that a grant of this cell is about.
    struct Reach {
        int units = 0;
        int available = 0;
    };
    Reach reachOf(Cell const& cell) const;

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    void refresh();

  private:
    core::GrantedDispatch const* entryOf(Cell const& cell) const;
    QString theirs(core::AgencyIndex agency) const;
    void tellChanged();

    Console& m_console;
    std::vector<core::AgencyIndex> m_agencies;
    std::vector<core::Code> m_groups; ///< the first is empty
    std::map<Cell, core::DispatchGrant> m_prepared;
    std::shared_ptr<core::AgencyPolicy const> m_policy;
};

} // namespace ob::ui
