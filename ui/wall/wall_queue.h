// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/wall/wall_panel.h"

#include <unordered_map>

namespace ob::ui {

/// Open incidents in the order of need, as many as there is room for: priority, number, type, district and
/// street, what is due or overdue. Nothing else of them.
class WallQueue : public WallPanel {
    Q_OBJECT
  public:
    explicit WallQueue(Console& console, QWidget* parent = nullptr);

    /// Everything that is written of an incident.
    struct Words {
        QString number;
        QString type;
        QString place;
        QString progress;
        QString limit;
    };
    Words wordsOf(core::QueueEntry const& entry) const;

  protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    QString spoken() const override;

  private:
    void paintRow(QPainter& painter, QRect row, core::QueueEntry const& entry) const;

    struct Place {
        std::shared_ptr<core::Incident const> of;
        QString words;
    };
    mutable std::unordered_map<core::IncidentId, Place> m_places; ///< as long as the incident is the same
};

} // namespace ob::ui
