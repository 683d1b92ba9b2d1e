// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "ui/console/work_item.h"

namespace ob::ui {

/// What a conflict is about, and the one step that ends it; where only people can find out more, no step.
struct ConflictScene {
    std::vector<std::shared_ptr<core::Incident const>> incidents; ///< as they came in
    std::vector<std::shared_ptr<core::Unit const>> units;
    QString names; ///< callsigns, then numbers as they are spoken
    std::vector<WorkItem::Answer> steps;
};

ConflictScene sceneOf(core::Conflict const& conflict, Console const& console);

} // namespace ob::ui
