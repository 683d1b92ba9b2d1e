// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/states.h"
#include "ui/theme.h"

#include <QWidget>

#include <array>
#include <optional>

class QAbstractButton;

namespace ob::ui {

/// P1 to P4: the one that counts is filled, with a line below it when somebody chose it. Choosing the chosen
/// one again goes back to that of the type.
class PriorityRow : public QWidget {
    Q_OBJECT
  public:
    explicit PriorityRow(QWidget* parent = nullptr);
    void use(Theme theme);
    /// `ofType` counts as long as nothing was chosen.
    void show(std::optional<core::Priority> chosen, std::optional<core::Priority> ofType);
    std::optional<core::Priority> chosen() const { return m_chosen; }
    void choose(core::Priority priority);
    void retranslate();

  Q_SIGNALS:
    void changed();

  protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

  private:
    void restate();

    std::array<QAbstractButton*, 4> m_buttons{};
    std::optional<core::Priority> m_chosen;
    std::optional<core::Priority> m_ofType;
};

} // namespace ob::ui
