// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QAbstractListModel>

#include <vector>

namespace ob::ui {

/// Who granted what and when, of this agency, newest first: read from the desk when its policy has changed.
class GrantRecordModel : public QAbstractListModel {
    Q_OBJECT
  public:
    explicit GrantRecordModel(Console& console, QObject* parent = nullptr);

    struct Row {
        QString time; ///< local
        QString words;
        QString person;
    };
    Row const& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }
    int rowCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    void refresh();
    void retranslate() { lay(); }

  private:
    void lay();

    Console& m_console;
    std::shared_ptr<core::AgencyPolicy const> m_read; ///< as it was when its events were asked for
    std::vector<core::Event> m_events;                ///< in order
    std::vector<Row> m_rows;
};

} // namespace ob::ui
