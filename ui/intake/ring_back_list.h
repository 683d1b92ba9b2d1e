// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/intake/call_book.h"

#include <QWidget>

namespace ob::ui {

/// Who waits to be rung back, the longest first. Hidden while nobody does.
class RingBackList : public QWidget {
    Q_OBJECT
  public:
    RingBackList(Console& console, CallBook& book, QWidget* parent = nullptr);
    /// The list or the language is another.
    void rebuild();
    /// Ages go on.
    void restate();

  private:
    QWidget* row(std::size_t index);

    Console& m_console;
    CallBook& m_book;
    QWidget* m_content = nullptr;
    std::vector<class LineButton*> m_lines;
};

} // namespace ob::ui
