// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/intake/premise_history.h"

#include <QWidget>

#include <vector>

namespace ob::ui {

class Heading;
class LineButton;
struct ListLine;
class MutedLabel;

/// What happened at the address before. Always as high, so that nothing moves below the hands.
class PremiseCard : public QWidget {
    Q_OBJECT
  public:
    PremiseCard(Console& console, PremiseHistory const& history, QWidget* parent = nullptr);
    void showLines(std::size_t count);
    void restate();

  Q_SIGNALS:
    void chosen(ob::core::IncidentId incident, QString const& number);

  private:
    ListLine lineOf(PremiseEntry const& entry) const;

    Console& m_console;
    PremiseHistory const& m_history;
    Heading* m_heading;
    MutedLabel* m_words;
    std::vector<LineButton*> m_lines;
    std::size_t m_shown = 2;
};

} // namespace ob::ui
