// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAction>
#include <QKeySequence>
#include <QObject>

#include <functional>
#include <vector>

namespace ob::ui {

/// Everything that a window can do, once: menus, shortcuts, palette and help read it from here.
class ActionRegistry : public QObject {
    Q_OBJECT
  public:
    enum class Menu : std::uint8_t { Desk, Incident, Unit, Go, View, Window, Help };
    struct Spec {
        char const* id; ///< stable, such as incident.new
        Menu menu{};
        QList<QKeySequence> keys{}; ///< the first is shown
        std::function<QString()> text{};
        std::function<void()> run{};
        bool isCheckable = false;
    };
    /// `window`: where the shortcuts work.
    explicit ActionRegistry(QWidget* window);

    QAction* add(Spec spec);
    std::vector<QAction*> const& all() const { return m_actions; }
    std::vector<QAction*> of(Menu menu) const;
    /// Null: there is none.
    QAction* find(QString const& id) const;
    static QString nameOf(Menu menu);
    void translate();

  private:
    QWidget* m_window;
    std::vector<QAction*> m_actions;
    std::vector<Spec> m_specs; ///< of each action
};

} // namespace ob::ui
