// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#include "ui/console/board_news.h"

#include <utility>

namespace ob::ui {

void BoardNews::add(BoardNews&& later) {
    if (later.whole) {
        whole = std::move(later.whole);
        changes = std::move(later.changes);
    } else {
        changes.add(std::move(later.changes));
    }
    if (later.conflicts) conflicts = std::move(later.conflicts);
    if (later.context) context = std::move(later.context);
    if (later.links) links = std::move(later.links);
    if (later.health) health = std::move(later.health);
    if (later.premises) premises = std::move(later.premises);
}

} // namespace ob::ui
