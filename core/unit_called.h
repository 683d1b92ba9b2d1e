// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/board.h"

namespace ob::core {

/// The agency's unit of this callsign, the last of several; null when there is none.
std::shared_ptr<Unit const> unitCalled(Callsign const& callsign, AgencyIndex agency, Board const& board);

} // namespace ob::core
