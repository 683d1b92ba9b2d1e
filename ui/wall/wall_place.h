// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/console.h"

namespace ob::ui {

/// Where an incident is, for everybody who walks past a wall: district and street, in the map's own names.
/// What was typed as its address is never shown: it may name a house, a person, anything. Without a map that
/// knows the street the district alone; empty when that is not known either.
QString wallPlaceOf(core::Incident const& incident, Console const& console);

} // namespace ob::ui
