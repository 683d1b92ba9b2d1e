// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/journal/journal_port.h"
#include "core/store/log_table.h"
#include "core/store/section_sealer.h"
#include "core/store/stream_table.h"

#include <functional>
#include <optional>

namespace ob::store {

class Connection;

// What was taken out of a log because its agency settled on another history of it. That is rare, so the
// statements are made when they are wanted.

/// Takes the leaves from `size` on out of the log, with their sections, arrivals and heads, and out of the
/// snapshots of their streams. Runs of stubs may not lie across the place.
void cutLog(Connection& connection, StoredLog& log, std::uint64_t size);

/// In the place of what is aside with the same leaf.
void writeAside(Connection& connection, StreamTable& streams, SectionSealer const& sealer,
                core::AsideEvent const& aside, core::Instant at);
/// In order of arrival; nothing without the key.
std::vector<core::AsideEvent> asideOf(Connection& connection, SectionSealer const& sealer,
                                      std::int64_t streamRow);
void visitAside(Connection& connection, SectionSealer const& sealer,
                std::function<void(core::AsideEvent const&)> const& visit);
/// For an audit: nothing for a row that is no entry, or lies under another leaf or stream than its own.
void readAside(Connection& connection, SectionSealer const& sealer,
               std::function<void(std::optional<core::AsideEvent> const&)> const& take);

} // namespace ob::store
