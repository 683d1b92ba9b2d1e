// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"
#include "core/store/prepared.h"

#include <memory>
#include <optional>
#include <vector>

namespace ob::store {

/// What came here when, for looking back. It only reads. All of it walks through the whole list of arrivals:
/// about 80 ms for a million. Belongs to the thread of the database; throws core::StoreError.
class SqliteArrivals {
  public:
    explicit SqliteArrivals(Database& database);
    ~SqliteArrivals();

    struct Stream {
        core::StreamId id;
        core::StreamKind kind{};
        std::optional<core::Instant> last; ///< when its newest event came, of those by the moment asked for
    };
    struct Span {
        core::Instant after; ///< not this moment itself
        core::Instant until;
    };
    /// Of which an event or a section came in the span; `last` is by `by`. Streams whose kind is not known
    /// are left out.
    std::vector<Stream> changedIn(Span span, core::Instant by);
    /// What had begun by then, but for archived incidents of which nothing came after `endedSince`.
    std::vector<Stream> heldAt(core::Instant by, core::Instant endedSince);
    /// When the first stream came; nothing in an empty journal.
    std::optional<core::Instant> first();

  private:
    struct Statements;
    std::unique_ptr<Prepared<Statements>> m_statements;
};

} // namespace ob::store
