// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/unit_called.h"

namespace ob::core {

std::shared_ptr<Unit const> unitCalled(Callsign const& callsign, AgencyIndex agency, Board const& board) {
    std::shared_ptr<Unit const> found;
    for (UnitId const id : board.unitsCalled(callsign))
        if (auto unit = board.unit(id); unit && unit->agency == agency) found = std::move(unit);
    return found;
}

} // namespace ob::core
