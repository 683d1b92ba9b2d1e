// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event.h"
#include "core/fix.h"
#include "core/geo.h"
#include "core/instant.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ob::core {

class ClockPort {
  public:
    virtual ~ClockPort() = default;
    virtual Instant now() = 0;
};

/// Local time of the realm.
class ZonePort {
  public:
    virtual ~ZonePort() = default;
    /// yyyymmdd of the local date at that moment.
    virtual std::int32_t localDay(Instant at) = 0;
    /// The latest moment not after `now` whose local clock shows hour:minute; looks back 24 h.
    virtual Instant lastLocal(int hour, int minute, Instant now) = 0;
    /// Local "yyyy-MM-dd HH:mm:ss".
    virtual std::string localText(Instant at) = 0;
};

/// Local times of any zone, for records of other systems.
class CivilTimePort {
  public:
    /// What a wall clock reading can mean.
    struct Meaning {
        /// Ascending: one usually, two when the clock was set back, none when it was set forward over it.
        std::vector<Instant> moments;
        Instant asIfNotSet; ///< by the clock as it went before it was set
    };
    virtual ~CivilTimePort() = default;
    /// localMilliseconds: since 1970-01-01T00:00 on that clock, in [0, Instant::max].
    virtual Meaning meaningOf(std::int64_t localMilliseconds) = 0;
};

struct SearchHit {
    StreamId stream;
    std::string number;
    std::string address;
};

class SearchPort {
  public:
    virtual ~SearchPort() = default;
    /// Newest first. `text` as typed.
    virtual std::vector<SearchHit> find(std::string_view text, std::size_t limit) = 0;
};

/// Down-sampled tracks.
class TrackPort {
  public:
    virtual ~TrackPort() = default;
    virtual void append(UnitId unit, Fix const& fix) = 0;
    virtual std::vector<Fix> track(UnitId unit, Instant from, Instant to, std::size_t limit) = 0;
};

/// Attachments by content hash, for the lane that passes them on (net/blob_lane.h).
class BlobPort {
  public:
    enum class Outcome : std::uint8_t {
        Stored, ///< more of it is wanted
        Whole,  ///< all of it is here, durable, and has its hash
        Wrong,  ///< what came has another hash and was thrown away
        NoRoom, ///< the disk is full, nearly
        Failed,
    };
    virtual ~BlobPort() = default;
    /// Of one that is held whole.
    virtual std::optional<std::uint64_t> size(Hash const& hash) = 0;
    /// Bytes from its beginning that are here of one that is not whole.
    virtual std::uint64_t begun(Hash const& hash) = 0;
    /// At most so many bytes of one that is held whole. Nothing when they cannot be had.
    virtual std::optional<Bytes> read(Hash const& hash, std::uint64_t from, std::size_t most) = 0;
    /// `from` is what has been begun, with what was appended and not told yet. With the last bytes it is
    /// looked at as a whole. `done` comes once, now or later, on the caller's thread.
    virtual void append(Hash const& hash, std::uint64_t from, Bytes bytes, bool isLast,
                        std::function<void(Outcome)> done) = 0;
};

} // namespace ob::core
