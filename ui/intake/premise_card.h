// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/premise/premise_book.h"
#include "ui/intake/premise_history.h"

#include <QWidget>

#include <vector>

namespace ob::ui {

class Heading;
class LineButton;
struct ListLine;
class MutedLabel;
class PremiseLine;

/// What is known of the place: its hazards first, then what happened there before, as far as there is room.
/// Always as high, so that nothing moves below the hands.
class PremiseCard : public QWidget {
    Q_OBJECT
  public:
    PremiseCard(Console& console, PremiseHistory const& history, QWidget* parent = nullptr);
    /// As high as so many lines of the history.
    void showLines(std::size_t count);
    void show(std::vector<core::PremiseFound> found);
    std::vector<core::PremiseFound> const& found() const { return m_found; }
    void restate();

  Q_SIGNALS:
    void chosen(ob::core::IncidentId incident, QString const& number);
    /// The records are to be read in full.
    void hazardsWanted();

  private:
    void share();
    void restateHazards();
    void restateHistory();
    ListLine lineOf(PremiseEntry const& entry) const;

    Console& m_console;
    PremiseHistory const& m_history;
    Heading* m_heading;
    MutedLabel* m_words;
    std::vector<PremiseLine*> m_places;
    std::vector<LineButton*> m_lines;
    std::vector<core::PremiseFound> m_found;
    std::size_t m_room = 3; ///< lines of the history
    std::size_t m_placesShown = 0;
    std::size_t m_linesShown = 0;
    bool m_hasWords = true; ///< there is room to say that nothing happened
};

} // namespace ob::ui
