// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/wrap_layout.h"

#include <QWidget>

#include <algorithm>

namespace ob::ui {

WrapLayout::WrapLayout(QWidget* parent) : QLayout(parent) {}
WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem* item) {
    m_items.emplace_back(item);
    invalidate();
}

void WrapLayout::insertWidget(std::size_t at, QWidget* widget) {
    addWidget(widget);
    std::rotate(m_items.begin() + static_cast<std::ptrdiff_t>(std::min(at, m_items.size() - 1)),
                m_items.end() - 1, m_items.end());
}

QLayoutItem* WrapLayout::itemAt(int index) const {
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem* WrapLayout::takeAt(int index) {
    if (itemAt(index) == nullptr) return nullptr;
    auto const at = m_items.begin() + index;
    auto* const item = at->release();
    m_items.erase(at);
    invalidate();
    return item;
}

int WrapLayout::heightForWidth(int width) const { return place({0, 0, width, 0}, Placing::Measured); }

QSize WrapLayout::sizeHint() const {
    int width = 0;
    int height = 0;
    for (auto const& item : m_items) {
        if (item->isEmpty()) continue;
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = std::max(height, item->sizeHint().height());
    }
    auto const edges = contentsMargins();
    return {width + edges.left() + edges.right(), height + edges.top() + edges.bottom()};
}

/// The widest of them.
QSize WrapLayout::minimumSize() const {
    QSize least;
    for (auto const& item : m_items)
        if (!item->isEmpty()) least = least.expandedTo(item->minimumSize());
    auto const edges = contentsMargins();
    return least + QSize(edges.left() + edges.right(), edges.top() + edges.bottom());
}

void WrapLayout::setGeometry(QRect const& where) {
    QLayout::setGeometry(where);
    place(where, Placing::Done);
}

int WrapLayout::place(QRect const& where, Placing placing) const {
    QRect const room = where.marginsRemoved(contentsMargins());
    int x = room.left();
    int y = room.top();
    int rowHeight = 0;
    for (auto const& item : m_items) {
        if (item->isEmpty()) continue;
        QSize const size = item->sizeHint();
        if (x > room.left() && x + size.width() > room.left() + room.width()) {
            x = room.left();
            y += rowHeight + spacing();
            rowHeight = 0;
        }
        if (placing == Placing::Done) item->setGeometry({QPoint(x, y), size});
        x += size.width() + spacing();
        rowHeight = std::max(rowHeight, size.height());
    }
    return y + rowHeight - where.top() + contentsMargins().bottom();
}

} // namespace ob::ui
