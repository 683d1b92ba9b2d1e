// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "app/drill_folder.h"

#include "app/desk_host.h"
#include "app/system_time.h"

namespace ob::app {

std::vector<DrillDesk> createDrillFolder(std::filesystem::path const& folder, RealmFolder::Plan const& plan,
                                         std::uint32_t desksEach, core::RuleBook const& rules) {
    auto const realm = RealmFolder::createDrill(folder / "realm", plan);
    std::vector<DrillDesk> desks;
    for (std::uint16_t agency = 0; agency < realm.realm().roster.size(); ++agency) {
        auto const& entry = realm.realm().roster[agency];
        for (std::uint32_t number = 1; number <= desksEach; ++number) {
            auto const suffix = "-" + std::to_string(number);
            DrillDesk desk{.name = entry.nameZh + suffix,
                           .data = folder / (entry.code.text() + suffix),
                           .agency = entry.code,
                           .key = {}};
            DeskFolder(desk.data).create(realm, core::AgencyIndex{agency}, desk.name, SystemClock().now());
            DeskHost host(desk.data, rules); // begins the logs
            desk.key = host.certificate().deskKey;
            host.close();
            desks.push_back(std::move(desk));
        }
    }
    return desks;
}

} // namespace ob::app
