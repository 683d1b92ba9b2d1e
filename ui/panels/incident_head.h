// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/incident_watch.h"

#include <QWidget>

namespace ob::ui {

/// The upper part of the inspector: what it is, where, who answers for it.
class IncidentHead : public QWidget {
    Q_OBJECT
  public:
    IncidentHead(Console& console, IncidentWatch const& watch, QWidget* parent = nullptr);
    void show(std::shared_ptr<core::Incident const> incident);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {scaledWidth(), sizeHint().height()}; }

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    struct Line {
        QString name;
        QString value;
        QString remark;
        bool isWaiting = false;
    };
    std::vector<Line> lines() const;
    /// Who holds it, and whose people have seen it.
    void addHolders(std::vector<Line>& told) const;
    Line seenLine() const;
    QString callsText() const;
    static int scaledWidth();

    Console& m_console;
    IncidentWatch const& m_watch;
    std::shared_ptr<core::Incident const> m_incident;
};

} // namespace ob::ui
