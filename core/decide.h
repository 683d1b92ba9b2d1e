// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency.h"
#include "core/command.h"
#include "core/draft.h"
#include "core/event.h"
#include "core/result.h"
#include "core/rules/rule_book.h"

#include <string>
#include <vector>

namespace ob::core {

class Board;

enum class Role : std::uint8_t {
    CallTaker = 1,
    Dispatcher = 2,
    DutyOfficer = 4,
    Supervisor = 8,
    Arbiter = 16,
    Trainer = 32,
    Auditor = 64,
    Admin = 128,
};

/// All that `decide` may know besides the board: nothing is read from a clock, a file or a random number.
struct Context {
    Instant now;
    std::int32_t localDay = 19700101; ///< yyyymmdd in the realm's zone, for numbering
    AgencyIndex agency;
    std::string operatorName;
    Code position;
    std::uint8_t roles = 0; ///< Role bits
    bool drill = false;
    IncidentNumber nextNumber;            ///< what the desk's block would mint now
    std::vector<AgencyIndex> allAgencies; ///< of the realm: members by default policy 1
    std::vector<Code> agencyCodes;        ///< by AgencyIndex: what refusals call an agency
    RuleBook const* rules = nullptr;      ///< never null when deciding
    bool has(Role role) const { return (roles & static_cast<std::uint8_t>(role)) != 0; }
};

/// What the command would write, or why it may not. Pure: same board, command and context, same drafts.
Result<Drafts> decide(Board const& board, Command const& command, Context const& context);

} // namespace ob::core
