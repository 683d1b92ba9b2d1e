// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QAbstractListModel>

namespace ob::ui {

/// 处置过程 of the selected incident, newest first: read from the desk when the incident has changed.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
  public:
    explicit TimelineModel(Console& console, QObject* parent = nullptr);

    struct Row {
        core::EventId id;
        core::Instant recordedAt;
        QString time; ///< local
        QString text;
        bool hasEffect = true;
    };
    Row const& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    int rowCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    /// Reads anew when something changed.
    void refresh();
    void retranslate();

  private:
    void take(core::IncidentId of, std::vector<core::Event> events);
    void lay();

    Console& m_console;
    std::shared_ptr<core::Incident const> m_read; ///< as it was when its events were asked for
    std::vector<core::Event> m_events;
    std::vector<Row> m_rows;
};

} // namespace ob::ui
