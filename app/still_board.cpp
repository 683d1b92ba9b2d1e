// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/still_board.h"

#include "app/desk_folder.h"
#include "app/past_cursor.h"
#include "app/premise_records.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "core/store/database.h"

namespace ob::app {
namespace {

/// Enough to call things by their names; nothing can be decided with it.
core::Context contextOf(DeskIdentity const& identity, core::RuleBook const& rules, core::Instant now) {
    core::Context context;
    context.now = now;
    context.localDay = RealmZone(identity.realm.zone).localDay(now);
    context.agency = identity.certificate.agency;
    context.drill = identity.realm.kind == core::RealmKind::Drill;
    for (auto const& entry : identity.realm.roster) {
        context.allAgencies.push_back({static_cast<std::uint16_t>(context.agencyCodes.size())});
        context.agencyCodes.push_back(entry.code);
    }
    context.rules = &rules;
    return context;
}

} // namespace

ui::BoardNews stillBoard(std::filesystem::path const& folder, core::RuleBook const& rules) {
    DeskFolder const desk(folder);
    DeskIdentity const identity = desk.identity();
    auto const now = SystemClock().now();
    auto step = PastCursor(folder).moveTo(now, [] { return false; });
    ui::BoardNews news;
    news.whole = std::move(step->whole);
    news.changes = std::move(step->changes);
    news.conflicts = std::move(step->conflicts);
    news.context = contextOf(identity, rules, now);
    store::Database database({.file = desk.database(), .access = store::Access::Read});
    news.premises =
        PremiseRecords(database, core::SealingKey(identity.restKey.view()), sharedHazardBook()).book();
    return news;
}

} // namespace ob::app
