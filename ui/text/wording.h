// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/code.h"
#include "core/id.h"
#include "core/rules/catalogue.h"
#include "core/states.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace ob::core {
class Board;
class RuleBook;
class ZonePort;
struct Incident;
struct Unit;
} // namespace ob::core

namespace ob::ui {

/// What the words for codes and ids are looked up in. Borrowed: make it, make texts, let it go.
struct Wording {
    core::RuleBook const& rules;
    std::vector<core::Code> const& agencyCodes; ///< of the realm, by AgencyIndex
    core::ZonePort& zone;
    /// Null for a unit or incident that is not known here; neither function may be empty.
    std::function<std::shared_ptr<core::Unit const>(core::UnitId)> unit;
    std::function<std::shared_ptr<core::Incident const>(core::IncidentId)> incident;
};

/// Looks up on the board alone.
Wording wordingOf(core::Board const& board, core::RuleBook const& rules,
                  std::vector<core::Code> const& agencyCodes, core::ZonePort& zone);

/// In the language of the moment.
QString nameIn(core::Names const& names);
/// The entry's name; the code itself when the list does not have it (a newer rule book wrote it).
QString codeName(core::CodeList const& list, core::Code const& code);
QString typeName(core::Code const& type, Wording const& wording);
QString agencyName(core::AgencyIndex agency, Wording const& wording);
QString agencyName(core::Code const& agencyCode, Wording const& wording);
/// 消E07, in English FD-E07: both can be typed. Eight digits of the id when it is not known.
QString unitName(core::Unit const& unit, Wording const& wording);
QString unitName(core::UnitId unit, Wording const& wording);
/// Its number; eight digits of the id when it is not known.
QString incidentName(core::IncidentId incident, Wording const& wording);
/// The unit's agency has its own words for milestones (120: 出车, 到院).
QString milestoneName(core::AssignmentState milestone, core::AgencyIndex unitsAgency, Wording const& wording);

} // namespace ob::ui
