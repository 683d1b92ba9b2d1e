// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/panels/refresh_pace.h"

#include <utility>

namespace ob::ui {

RefreshPace::RefreshPace(std::function<void()> refresh) : m_refresh(std::move(refresh)) {
    m_soon.setSingleShot(true);
    QObject::connect(&m_soon, &QTimer::timeout, &m_soon, [this] { m_refresh(); });
}

void RefreshPace::ask(std::size_t count) {
    constexpr std::size_t many = 1000;
    constexpr int soonMs = 250;
    if (count < many) return m_refresh();
    if (!m_soon.isActive()) m_soon.start(soonMs);
}

} // namespace ob::ui
