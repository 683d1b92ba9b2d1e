// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/realm_folder.h"
#include "core/rules/rule_book.h"

#include <filesystem>
#include <string>
#include <vector>

namespace ob::app {

/// One ready desk of a drill.
struct DrillDesk {
    std::string name;
    std::filesystem::path data;
    core::Code agency;
    core::PublicKey key;
};

/// A whole drill realm in one folder: `realm`, and for each desk a data folder CODE-1, CODE-2 … whose logs
/// are begun. Throws FileError, EnrolmentRefusal, core::StoreError.
std::vector<DrillDesk> createDrillFolder(std::filesystem::path const& folder, RealmFolder::Plan const& plan,
                                         std::uint32_t desksEach, core::RuleBook const& rules);

} // namespace ob::app
