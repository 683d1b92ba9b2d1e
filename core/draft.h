// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"
#include "core/restricted_parts.h"

#include <vector>

namespace ob::core {

/// An event that is not encoded yet. Ids in it may be `Id::ofDraft(n)`: what draft n of this batch creates.
struct Draft {
    StreamId stream; ///< nil: this draft creates the stream
    EventBody body;
    RestrictedParts restricted;
};

using Drafts = std::vector<Draft>;

constexpr std::size_t maxDraftsPerCommand = 4096;

} // namespace ob::core
