// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/map/map_accessible.h"

#include "ui/map/map_view.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <map>
#include <vector>

namespace ob::ui {
namespace {

constexpr std::size_t mostMarks = 200;

/// One mark, as a button that selects and opens it.
class MarkButton : public QAccessibleInterface, public QAccessibleActionInterface {
  public:
    MarkButton(MapView* view, MarkKey key) : m_view(view), m_key(key) {}

    bool isValid() const override { return m_view != nullptr; }
    QObject* object() const override { return nullptr; }
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    QAccessibleInterface* parent() const override {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    QAccessibleInterface* child(int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(QAccessibleInterface const*) const override { return -1; }
    QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && m_view ? m_view->marks().spokenName(m_key) : QString();
    }
    void setText(QAccessible::Text, QString const&) override {}
    QRect rect() const override {
        if (!m_view) return {};
        for (MarkHit const& hit : m_view->marks().hits())
            if (hit.group == 0 && hit.key == m_key)
                return QRect(m_view->mapToGlobal(hit.at) - QPoint(hit.reach, hit.reach),
                             QSize(2 * hit.reach, 2 * hit.reach));
        return {};
    }
    QAccessible::Role role() const override { return QAccessible::Button; }
    QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = true;
        state.selected = m_view && m_view->selection().contains(m_key);
        state.invisible = rect().isEmpty();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    void doAction(QString const& name) override {
        if (name == pressAction() && m_view) m_view->activate(m_key);
    }
    QStringList keyBindingsForAction(QString const&) const override { return {}; }

  private:
    QPointer<MapView> m_view;
    MarkKey m_key;
};

class MapInterface : public QAccessibleWidget {
  public:
    explicit MapInterface(MapView* view) : QAccessibleWidget(view, QAccessible::Canvas), m_view(view) {}
    ~MapInterface() override {
        for (auto const& [key, id] : m_buttons)
            QAccessible::deleteAccessibleInterface(id);
    }

    int childCount() const override { return static_cast<int>(keys().size()); }
    QAccessibleInterface* child(int index) const override {
        std::vector<MarkKey> const all = keys();
        if (index < 0 || index >= static_cast<int>(all.size())) return nullptr;
        MarkKey const key = all[static_cast<std::size_t>(index)];
        auto const found = m_buttons.find(key);
        if (found != m_buttons.end()) return QAccessible::accessibleInterface(found->second);
        auto* const button = new MarkButton(m_view, key);
        m_buttons[key] = QAccessible::registerAccessibleInterface(button);
        return button;
    }
    int indexOfChild(QAccessibleInterface const* wanted) const override {
        for (int i = 0; i < childCount(); ++i)
            if (child(i) == wanted) return i;
        return -1;
    }

  private:
    MapView* m_view;
    mutable std::map<MarkKey, QAccessible::Id> m_buttons;

    std::vector<MarkKey> keys() const {
        std::vector<MarkKey> all;
        auto const take = [&](MarkKind kind) {
            for (MarkHit const& hit : m_view->marks().hits())
                if (hit.group == 0 && hit.key.kind == kind && all.size() < mostMarks) all.push_back(hit.key);
        };
        take(MarkKind::Incident);
        take(MarkKind::Unit);
        take(MarkKind::Facility);
        return all;
    }
};

QAccessibleInterface* interfaceOf(QString const&, QObject* object) {
    auto* const view = qobject_cast<MapView*>(object);
    return view ? new MapInterface(view) : nullptr;
}

} // namespace

void announceMarks() {
    QAccessible::removeFactory(interfaceOf); // so that it is there once
    QAccessible::installFactory(interfaceOf);
}

} // namespace ob::ui
