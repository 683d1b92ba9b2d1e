// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

#include <QWidget>

#include <array>

class QCheckBox;
class QLabel;

namespace ob::ui {

/// Which of an operator's roles are taken up. Nothing else can be chosen.
class RoleChoice : public QWidget {
    Q_OBJECT
  public:
    explicit RoleChoice(Console& console, QWidget* parent = nullptr);

    /// Core::Role bits; all are taken up until somebody says otherwise.
    void offer(std::uint8_t roles);
    std::uint8_t offered() const { return m_offered; }
    std::uint8_t chosen() const;

  protected:
    void changeEvent(QEvent* event) override;

  private:
    void translate();
    void dress();

    Console& m_console;
    QLabel* m_title;
    std::array<QCheckBox*, 8> m_boxes{};
    std::uint8_t m_offered = 0;
};

} // namespace ob::ui
