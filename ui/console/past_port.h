// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"
#include "ui/console/board_news.h"

#include <functional>
#include <string>
#include <vector>

namespace ob::ui {

/// What a look back shows at its moment.
struct PastNews {
    core::Instant at;
    core::Instant first; ///< since when this desk knows anything
    BoardNews news;      ///< since the answer before; the whole board when this is the first one
    std::string problem; ///< English; not empty: it could not be read, and the look is where it was
};

/// One look into the past of a desk (回看): the board as this desk knew it then. As DeskPort it answers
/// later, on the GUI thread, and not after it was let go.
class PastPort {
  public:
    virtual ~PastPort() = default;
    /// Of several questions only the last is certain to be answered; what is answered is answered in order.
    virtual void goTo(core::Instant at, std::function<void(PastNews)> answer) = 0;
    /// All events of a stream that had come by then, in order of arrival.
    virtual void readEvents(core::StreamId stream, core::Instant by,
                            std::function<void(std::vector<core::Event>)> answer) = 0;
};

} // namespace ob::ui
