// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/desk_positions.h"

#include "core/identity/desk_certificate.h"
#include "core/journal/merkle.h"
#include "core/store/sqlite_journal.h"

#include <algorithm>
#include <optional>

namespace ob::app {
namespace {

/// Up to the newest signed head; a head beyond what is held says nothing about what lies between, so then up
/// to what is held. Nothing of an empty log.
std::optional<core::LogPosition> positionIn(store::SqliteJournal& journal, core::LogExtent const& extent) {
    if (!extent.newestHead) return std::nullopt;
    auto const& head = *extent.newestHead;
    if (head.size <= extent.size)
        return head.size == 0 ? std::nullopt
                              : std::optional(core::LogPosition{extent.record.id, head.size, head.root});
    core::CompactRange range;
    bool isWhole = true;
    journal.visitLeaves(extent.record.id, [&](core::StubRun const& run) {
        isWhole = isWhole && range.appendSubtree(run.level, run.hash);
    });
    if (!isWhole) throw core::StoreError("a log in the journal has a gap: run oneboardctl verify");
    if (range.size() == 0) return std::nullopt;
    return core::LogPosition{extent.record.id, range.size(), range.root()};
}

} // namespace

std::vector<KnownDesk> desksIn(store::SqliteJournal& journal) {
    std::vector<KnownDesk> desks;
    for (auto const& extent : journal.logs()) {
        core::PublicKey const key{extent.record.deskKey};
        auto found = std::ranges::find(desks, key, &KnownDesk::key);
        if (found == desks.end())
            found = desks.insert(desks.end(),
                                 {.key = key, .agency = extent.record.agency, .name = {}, .known = {}});
        if (auto const issued = core::readCertificate(extent.record.certificate))
            found->name = issued->certificate.name;
        if (auto const position = positionIn(journal, extent)) found->known.push_back(*position);
    }
    for (auto& desk : desks)
        std::ranges::sort(desk.known, {}, &core::LogPosition::log);
    return desks;
}

} // namespace ob::app
