// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>
#include <QWidget>

#include <cstdint>

namespace ob::ui {

/// Muted words of 12 pixels, the smallest there are; wrapped where they are long.
class MutedLabel : public QLabel {
    Q_OBJECT
  public:
    explicit MutedLabel(QWidget* parent = nullptr);
    /// The scale of text has changed.
    void refont();
};

/// What follows is called so; at the right what more there is to say of it.
class Heading : public QWidget {
    Q_OBJECT
  public:
    enum class Level : std::uint8_t { Panel, Part };
    explicit Heading(QWidget* parent = nullptr, Level level = Level::Part);
    void say(QString const& title, QString const& aside = {});
    void refont();

  private:
    Level m_level;
    QLabel* m_title;
    MutedLabel* m_aside;
};

} // namespace ob::ui
