// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/units/unit_facts.h"

#include <QWidget>

namespace ob::ui {

/// Lines with a name at the left and, at the right, a time that runs; what is long goes on below.
class FactList : public QWidget {
    Q_OBJECT
  public:
    explicit FactList(Console& console, QWidget* parent = nullptr);
    void show(std::vector<UnitFact> facts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    QRect wordsOf(UnitFact const& fact, int top, int width) const;

    Console& m_console;
    std::vector<UnitFact> m_facts;
};

} // namespace ob::ui
