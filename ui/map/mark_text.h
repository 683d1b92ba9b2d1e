// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/marks.h"

#include <QString>

namespace ob::ui {

/// How old a position is, short: "40 s", "3 min", "2 h".
QString ageText(std::uint32_t seconds);

QString agencyText(MarkAgency agency);
QString stateText(MarkState state);

/// Whole sentences for a screen reader.
QString spoken(UnitMark const& unit);
QString spoken(IncidentMark const& incident);
QString spoken(FacilityMark const& facility);

} // namespace ob::ui
