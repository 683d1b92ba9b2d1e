// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"
#include "ui/panels/hazard_chip.h"

#include <QAbstractButton>

namespace ob::ui {

class PremiseDetails;

/// Above an incident: the hazards of its place in one line; pressed, the records open below. Not there when
/// nothing is known.
class PremiseStrip : public QWidget {
    Q_OBJECT
  public:
    explicit PremiseStrip(Console& console, QWidget* parent = nullptr);

    void show(std::shared_ptr<core::Incident const> const& incident);
    bool isOpen() const;
    void retranslate();

  private:
    class Line;
    void open(bool isOpen);
    void restate();

    Console& m_console;
    Line* m_line;
    PremiseDetails* m_details;
    std::shared_ptr<core::Incident const> m_incident;
};

} // namespace ob::ui
