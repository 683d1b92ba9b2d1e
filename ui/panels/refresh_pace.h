// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>

#include <functional>

namespace ob::ui {

/// How often a panel is filled anew: at once while there is little, a few times a second when there are
/// thousands and some hundred of them change together. GUI thread.
class RefreshPace {
  public:
    explicit RefreshPace(std::function<void()> refresh);
    /// `count` is how much is looked through for one refresh.
    void ask(std::size_t count);

  private:
    std::function<void()> m_refresh;
    QTimer m_soon;
};

} // namespace ob::ui
