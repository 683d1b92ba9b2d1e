// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/unit.h"
#include "ui/console/console.h"

#include <QWidget>

#include <vector>

class QGridLayout;
class QToolButton;

namespace ob::ui {

class TickBox;

/// What a unit can do, to tick: what its agency's units usually can and what it has, the others on demand.
class CapabilityTicks : public QWidget {
    Q_OBJECT
  public:
    explicit CapabilityTicks(Console& console, QWidget* parent = nullptr);

    /// With these ticked.
    void offer(core::Unit const& unit, std::vector<core::Code> const& ticked);
    /// Sorted.
    std::vector<core::Code> ticked() const;
    void translate();

  Q_SIGNALS:
    /// By hand.
    void changed();

  protected:
    void resizeEvent(QResizeEvent* event) override;

  private:
    void lay();
    int columnsIn(int width) const;

    struct Tick {
        core::Code code;
        TickBox* box;
        bool isUsual = false;
    };
    Console& m_console;
    QGridLayout* m_grid;
    std::vector<Tick> m_ticks; ///< in the order of the rule book
    QToolButton* m_more;
    int m_columns = 1;
};

} // namespace ob::ui
