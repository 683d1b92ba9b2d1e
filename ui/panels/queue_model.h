// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QAbstractListModel>

namespace ob::ui {

/// The incidents that need somebody, in the order of need.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
  public:
    explicit QueueModel(Console& console, QObject* parent = nullptr);

    enum class Scope : std::uint8_t { All, Own };
    void show(Scope scope);
    /// Number, type, address or agency contains it.
    void filter(QString const& text);
    /// While somebody reaches for a row nothing moves: what is there keeps its place, what is new comes last.
    void hold(bool isHeld);
    /// Rows that stand elsewhere when it is let go.
    int waiting() const { return m_waiting; }

    int rowCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    core::QueueEntry const& entry(int row) const { return m_rows[static_cast<std::size_t>(row)]; }
    /// -1: not shown.
    int rowOf(core::IncidentId incident) const;

    void refresh();

  Q_SIGNALS:
    void waitingChanged();

  private:
    bool isShown(core::QueueEntry const& entry, Wording const& wording) const;
    std::vector<core::QueueEntry> wanted() const;
    std::vector<core::QueueEntry> held(std::vector<core::QueueEntry> wanted) const;

    Console& m_console;
    std::vector<core::QueueEntry> m_rows;
    Scope m_scope = Scope::All;
    QString m_filter;
    bool m_isHeld = false;
    int m_waiting = 0;
};

} // namespace ob::ui
