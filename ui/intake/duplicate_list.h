// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/duplicates.h"

#include <QWidget>

#include <vector>

namespace ob::ui {

class Console;
class Heading;
class LineButton;

/// What may be the same, newest first. Hidden while there is nothing.
class DuplicateList : public QWidget {
    Q_OBJECT
  public:
    explicit DuplicateList(Console& console, QWidget* parent = nullptr);
    void show(std::vector<core::DuplicateFound> found, core::IncidentId joined);
    std::vector<core::DuplicateFound> const& found() const { return m_found; }
    /// Ages go on; words follow the language.
    void restate();

  Q_SIGNALS:
    void chosen(ob::core::IncidentId incident);

  private:
    Console& m_console;
    Heading* m_heading;
    std::vector<LineButton*> m_lines;
    std::vector<core::DuplicateFound> m_found;
    core::IncidentId m_joined;
};

} // namespace ob::ui
