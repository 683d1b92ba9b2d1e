// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/units/roster_row.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace ob::ui {

/// 勤务表: the units of this agency, or of all, a row each.
class RosterModel : public QAbstractTableModel {
    Q_OBJECT
  public:
    explicit RosterModel(Console& console, QObject* parent = nullptr);

    enum class Scope : std::uint8_t { Own, All };
    void show(Scope scope);
    Scope scope() const { return m_scope; }
    void show(RosterFilter filter);
    RosterFilter filter() const { return m_filter; }
    /// Callsign, kind, station, vehicle or state contains it.
    void search(QString const& text);
    bool isNarrowed() const { return m_filter != RosterFilter::All || !m_wanted.isEmpty(); }
    /// Nothing: in the order of need.
    void order(std::optional<RosterColumn> by, Qt::SortOrder direction = Qt::AscendingOrder);
    std::optional<RosterColumn> ordered() const { return m_order; }
    Qt::SortOrder direction() const { return m_direction; }
    /// While somebody reaches for a row nothing moves: what is there keeps its place, what is new comes last.
    void hold(bool isHeld);

    RosterRow const& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    /// -1: not shown.
    int rowOf(core::UnitId unit) const;

    int rowCount(QModelIndex const& parent = {}) const override;
    int columnCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// By a click on a header.
    void sort(int column, Qt::SortOrder direction) override;

    void refresh();
    /// Only times went on.
    void pass();

    static QString nameOf(RosterColumn column);

  private:
    std::vector<RosterRow> wanted() const;
    bool isFound(RosterRow const& row, Wording const& wording) const;
    void arrange(std::vector<RosterRow>& rows) const;
    void keepPlaces(std::vector<RosterRow>& rows) const;

    Console& m_console;
    std::vector<RosterRow> m_rows;
    Scope m_scope = Scope::Own;
    RosterFilter m_filter = RosterFilter::All;
    QString m_wanted;
    std::optional<RosterColumn> m_order;
    Qt::SortOrder m_direction = Qt::AscendingOrder;
    bool m_isHeld = false;
};

} // namespace ob::ui
