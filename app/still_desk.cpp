// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/still_desk.h"

#include "app/premise_records.h"
#include "app/shipped_rules.h"
#include "app/system_time.h"
#include "core/store/database.h"
#include "core/store/sqlite_search.h"

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

StillDesk::StillDesk(std::filesystem::path const& folder, core::RuleBook const& rules)
    : m_folder(folder), m_identity(m_folder.identity()), m_rules(rules), m_cursor(folder) {}

ui::BoardNews StillDesk::board() {
    auto const now = SystemClock().now();
    auto step = m_cursor.moveTo(now, [] { return false; });
    ui::BoardNews news;
    news.whole = std::move(step->whole);
    news.changes = std::move(step->changes);
    news.conflicts = std::move(step->conflicts);
    news.context = contextOf(m_identity, m_rules, now);
    store::Database database({.file = m_folder.database(), .access = store::Access::Read});
    news.premises =
        PremiseRecords(database, core::SealingKey(m_identity.restKey.view()), sharedHazardBook()).book();
    return news;
}

std::vector<core::Event> StillDesk::events(core::StreamId stream) {
    return m_cursor.events(stream, SystemClock().now());
}

std::vector<core::SearchHit> StillDesk::find(std::string_view text, std::size_t limit) {
    store::Database database({.file = m_folder.database(), .access = store::Access::Read});
    return store::SqliteSearch(database).find(text, limit);
}

} // namespace ob::app
