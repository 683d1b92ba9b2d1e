// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/attachment_shelf.h"

#include <QAbstractListModel>

namespace ob::ui {

/// 处置过程 of the selected incident, newest first, with the attachments of its notes: read from
/// the desk when the incident has changed.
class TimelineModel : public QAbstractListModel {
    Q_OBJECT
  public:
    /// `shelf` is told which attachments are shown, and says what of them is here.
    TimelineModel(Console& console, AttachmentShelf& shelf, QObject* parent = nullptr);

    struct Row {
        core::EventId id;
        core::Instant recordedAt;
        QString time; ///< local
        QString text;
        bool hasEffect = true;
        std::optional<core::Attachment> attachment{}; ///< a line of its own, below its note
    };
    Row const& row(int index) const { return m_rows[static_cast<std::size_t>(index)]; }

    int rowCount(QModelIndex const& parent = {}) const override;
    QVariant data(QModelIndex const& index, int role) const override;
    /// Without those of attachments.
    std::size_t entries() const { return m_entries; }
    /// Reads anew when something changed.
    void refresh();
    void retranslate();

  private:
    QVariant ofAttachment(core::Attachment const& attachment, int role) const;
    void take(core::IncidentId of, std::vector<core::Event> events);
    void lay();

    Console& m_console;
    AttachmentShelf& m_shelf;
    std::shared_ptr<core::Incident const> m_read; ///< as it was when its events were asked for
    std::vector<core::Event> m_events;
    std::vector<Row> m_rows;
    std::size_t m_entries = 0;
};

} // namespace ob::ui
