// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "core/decide.h"

#include "core/board.h"
#include "core/decide_intents.h"
#include "core/ensure.h"

#include <type_traits>

namespace ob::core {
namespace {

/// Distress and notes are heard whatever is frozen, and the freeze can be ended.
template<class Asked>
bool goesOnWhileFrozen(Asked const& asked) {
    if constexpr (std::is_same_v<Asked, DeclareNoDuff>) return asked.ended;
    return std::is_same_v<Asked, RaiseDistress> || std::is_same_v<Asked, EndDistress>
           || std::is_same_v<Asked, AddNote>;
}

/// What anybody may: a call for help, that it is real, and what a console says by itself about who looks at
/// it.
template<class Asked>
bool isForAnybody(Asked const& asked) {
    if constexpr (std::is_same_v<Asked, DeclareNoDuff>) return !asked.ended;
    return std::is_same_v<Asked, RaiseDistress> || std::is_same_v<Asked, NoteSeen>;
}

/// What the intent's own rule does not leave to others is for those who work on incidents: who has no role
/// that permits it may do nothing.
template<class Asked>
Hindrance needsPermission(Asked const& asked, Occasion const& occasion) {
    if (isForAnybody(asked)) return {};
    // Their rules have asked for one of these already.
    if constexpr (std::is_same_v<Asked, SetDispatchGrant> || std::is_same_v<Asked, SetPositionSharing>
                  || std::is_same_v<Asked, ForgetSection>)
        return needsRole(occasion, {Role::Supervisor, Role::Admin});
    if constexpr (std::is_same_v<Asked, SettleConflict>)
        return needsRole(occasion, {Role::Dispatcher, Role::DutyOfficer, Role::Supervisor, Role::Arbiter});
    return needsRole(occasion, {Role::CallTaker, Role::Dispatcher, Role::DutyOfficer, Role::Supervisor});
}

} // namespace

Result<Drafts> decide(Board const& board, Command const& command, Context const& context) {
    OB_ENSURE(context.rules != nullptr);
    Instant const occurredAt = command.occurredAt.value_or(context.now);
    if (occurredAt > context.now) return refuse(RefusalCode::InTheFuture, {occurredAt.iso8601()});
    Occasion const occasion{.board = board,
                            .context = context,
                            .circumstance = {occurredAt, command.source, context.position},
                            .typedTime = command.occurredAt.has_value()};
    auto drafts = std::visit(
        [&](auto const& asked) -> Result<Drafts> {
            if (board.isFrozen() && !goesOnWhileFrozen(asked)) return refuse(RefusalCode::DrillFrozen);
            auto decided = draftsOf(asked, occasion);
            if (!decided) return decided;
            if (auto role = needsPermission(asked, occasion)) return refuse(role);
            return decided;
        },
        command.intent);
    if (drafts && drafts->size() > maxDraftsPerCommand)
        return refuse(RefusalCode::LimitReached, {"drafts", std::to_string(maxDraftsPerCommand)});
    return drafts;
}

} // namespace ob::core
