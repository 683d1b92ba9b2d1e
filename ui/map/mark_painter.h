// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/map/mark_atlas.h"

namespace ob::ui {

/// Paints single marks for an atlas or a legend; each sprite's anchor is the place of what it marks. For any
/// thread.
Sprite paintUnit(MarkAtlas::Look const& look, MarkAgency agency, MarkState state, bool isStale);
Sprite paintIncident(MarkAtlas::Look const& look, core::Priority priority, bool isMajor, bool isDrill);
Sprite paintFacility(MarkAtlas::Look const& look, SymbolName symbol);
Sprite paintDot(MarkAtlas::Look const& look);
Sprite paintUnitRing(MarkAtlas::Look const& look);
Sprite paintIncidentRing(MarkAtlas::Look const& look);
Sprite paintDistressRing(MarkAtlas::Look const& look);
Sprite paintPlate(MarkAtlas::Look const& look, int logicalWidth);
/// A short text in the plate's ink.
Sprite paintInk(MarkAtlas::Look const& look, QString const& text, int pixels, QFont::Weight weight);

} // namespace ob::ui
