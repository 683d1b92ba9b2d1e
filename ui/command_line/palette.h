// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/action_registry.h"
#include "ui/console/console.h"

#include <QFrame>

#include <functional>
#include <vector>

class QLineEdit;
class QListWidget;

namespace ob::ui {

/// Ctrl+K: one field for everything that has a name. `>` actions only, `#` incidents, `@` units, `:` places.
class Palette : public QFrame {
    Q_OBJECT
  public:
    Palette(Console& console, ActionRegistry& actions, QWidget* window);

    void open();

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void hideEvent(QHideEvent* event) override;

  private:
    struct Entry {
        QString text;
        QString aside; ///< its keys, or what it is
        std::function<void()> choose;
    };
    void fill();
    void addActions(QString const& wanted);
    void addIncidents(QString const& wanted);
    void addUnits(QString const& wanted);
    void addPlaces(QString const& wanted);
    void choose(int row);

    static constexpr std::size_t mostEach = 8;

    Console& m_console;
    ActionRegistry& m_actions;
    QLineEdit* m_line;
    QListWidget* m_list;
    std::vector<Entry> m_entries;
    QWidget* m_before = nullptr; ///< had the focus
};

} // namespace ob::ui
