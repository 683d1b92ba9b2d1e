// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/geo.h"
#include "ui/intake/call_reading.h"
#include "ui/intake/line_button.h"

#include <QString>

#include <vector>

namespace ob::core {
struct IncidentType;
}

namespace ob::ui {

class Console;

// What could be meant by what is typed into a field, best first, each with its line of the list.

struct TypeChoice {
    core::IncidentType const* type = nullptr; ///< of the console's rule book
    ListLine line;
};
struct PlaceChoice {
    QString address; ///< as the people of the place write it
    QString context; ///< district
    core::GeoPoint point;
    ListLine line;
};
struct UnitChoice {
    QString callsign; ///< as a line can hold it
    ListLine line;
};

/// By name, alias or code.
std::vector<TypeChoice> typeChoices(QString const& typed, Console const& console);
/// By the gazetteer; none without one, and none where it cannot be read.
std::vector<PlaceChoice> placeChoices(QString const& typed, Console const& console);
/// For the last callsign of a list.
std::vector<UnitChoice> unitChoices(QString const& typed, CallReading const& call, Console const& console);

/// The list with the callsign in place of the one that is being typed, ready for the next.
QString withLastUnit(QString const& typed, QString const& callsign);

template<class Choice>
std::vector<ListLine> linesOf(std::vector<Choice> const& choices) {
    std::vector<ListLine> lines;
    for (Choice const& choice : choices)
        lines.push_back(choice.line);
    return lines;
}

} // namespace ob::ui
