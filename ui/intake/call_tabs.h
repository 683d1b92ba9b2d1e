// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/intake/call_book.h"

#include <QWidget>

namespace ob::ui {

class FlatButton;

/// "Call 1 of 2", while there are several.
class CallTabs : public QWidget {
    Q_OBJECT
  public:
    explicit CallTabs(CallBook& book, QWidget* parent = nullptr);
    void restate();

  private:
    CallBook& m_book;
    std::vector<FlatButton*> m_tabs;
};

} // namespace ob::ui
