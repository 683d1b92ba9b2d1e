// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/language/completion.h"
#include "ui/theme.h"

#include <QListWidget>

namespace ob::ui {

/// What could be meant, above the command line; the focus stays in the line.
class CandidateList : public QListWidget {
    Q_OBJECT
  public:
    explicit CandidateList(QWidget* window);

    /// Above this place of the window, as wide as it needs; an empty list hides it.
    void offer(QStringList const& texts, QPoint bottomLeft);
    void step(int rows);
    /// -1: none.
    int chosen() const { return isVisible() ? currentRow() : -1; }
};

} // namespace ob::ui
