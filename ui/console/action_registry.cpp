// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/action_registry.h"

#include <QWidget>

#include <utility>

namespace ob::ui {

ActionRegistry::ActionRegistry(QWidget* window) : QObject(window), m_window(window) {}

QAction* ActionRegistry::add(Spec spec) {
    auto* const action = new QAction(this);
    action->setObjectName(QLatin1StringView(spec.id));
    action->setShortcuts(spec.keys);
    action->setCheckable(spec.isCheckable);
    action->setText(spec.text());
    QObject::connect(action, &QAction::triggered, this, [run = spec.run] { run(); });
    m_window->addAction(action);
    m_actions.push_back(action);
    m_specs.push_back(std::move(spec));
    return action;
}

std::vector<QAction*> ActionRegistry::of(Menu menu) const {
    std::vector<QAction*> found;
    for (std::size_t at = 0; at < m_specs.size(); ++at)
        if (m_specs[at].menu == menu) found.push_back(m_actions[at]);
    return found;
}

QAction* ActionRegistry::find(QString const& id) const {
    for (auto* const action : m_actions)
        if (action->objectName() == id) return action;
    return nullptr;
}

QString ActionRegistry::nameOf(Menu menu) {
    switch (menu) {
    case Menu::Desk: return tr("Desk");
    case Menu::Incident: return tr("Incident");
    case Menu::Unit: return tr("Unit");
    case Menu::Go: return tr("Go");
    case Menu::View: return tr("View");
    case Menu::Window: return tr("Windows");
    case Menu::Help: return tr("Help");
    }
    return {};
}

void ActionRegistry::translate() {
    for (std::size_t at = 0; at < m_specs.size(); ++at)
        m_actions[at]->setText(m_specs[at].text());
}

} // namespace ob::ui
