// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/agency_policy.h"
#include "core/event.h"
#include "core/incident.h"
#include "core/refusal.h"
#include "core/unit.h"

#include <memory>
#include <optional>
#include <vector>

namespace ob::core {

/// What an event does (R5): a function of its own header and open section and those of its ancestors.
enum class Verdict : std::uint8_t {
    Effective, ///< counts
    Refused, ///< against the rules as its author's desk must have known them: on the timeline, without effect
    Inert,   ///< not understood; unless an annotation, the stream is read-only here until an upgrade (R9)
    Voided,  ///< outside a revocation or settlement (R8)
};

struct Taken {
    EventId id;
    Hlc hlc;
    Verdict verdict = Verdict::Effective;
    RefusalCode reason{}; ///< meaningful when refused
    friend bool operator==(Taken const&, Taken const&) = default;
};

/// One stream, folded: order (R4), verdicts (R5) and the state that follows. Total: every set of events gives
/// a state. The same set in any order of arrival, with any duplicates, gives the same state.
class StreamFold {
  public:
    /// Folds the events of one stream, in any order, duplicates allowed.
    static StreamFold of(std::vector<Event> const& events);
    /// The state as of a moment, by what is known now: verdicts of the whole, effects only of what had
    /// occurred by then. For looking back: nothing can be appended to it.
    static StreamFold asOf(std::vector<Event> const& events, Instant occurredUntil);

    enum class Appended : std::uint8_t {
        Yes,
        Duplicate,
        Waiting,     ///< lacks an ancestor: shown as waiting, without effect
        NeedsRefold, ///< comes before something taken already: fold the stream anew with `of`
    };
    Appended append(Event const& event);

    StreamId id() const;
    StreamKind kind() const;
    /// Heads of the stream: the parents of the next event written here. Sorted.
    std::vector<EventId> const& heads() const;
    /// Order and verdicts; empty for a fold that was restored from a snapshot.
    std::vector<Taken> const& order() const;
    std::vector<EventId> waiting() const;
    std::uint64_t eventCount() const;
    /// Conflicts that a person settled by an event of this stream.
    std::vector<ConflictId> const& settled() const;

    /// Made when they are asked for, so asking is a change for threads. Exactly one of these is not null once
    /// the creating event was taken (none for a desk's stream).
    std::shared_ptr<Incident const> incident() const;
    std::shared_ptr<Unit const> unit() const;
    std::shared_ptr<AgencyPolicy const> policy() const;

    /// Local snapshot of a fold without waiting events; restore gives nothing when the bytes are not from
    /// this version.
    Bytes snapshot() const;
    static std::optional<StreamFold> restore(ByteView snapshot);

    StreamFold(StreamFold&&) noexcept;
    StreamFold& operator=(StreamFold&&) noexcept;
    ~StreamFold();

  private:
    struct Parts;
    explicit StreamFold(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace ob::core
