// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/bytes.h"

#include <algorithm>
#include <compare>
#include <cstring>
#include <functional>

namespace ob::core {

/// SHA-256 value.
using Hash = std::array<std::uint8_t, 32>;

/// The id of a stream or of a thing inside a stream: the leaf hash of the event that created it, so that
/// nobody can squat an id. Inside a draft (an event that is not encoded yet) an id may instead point at
/// another draft of the same batch; the journal replaces it by the leaf hash when it encodes (see `ofDraft`).
template<class Tag>
class Id {
  public:
    Id() = default; ///< the nil id, names nothing
    explicit Id(Hash const& hash) : m_hash(hash) {}

    /// Names what the draft at `index` of the same batch will create.
    static Id ofDraft(std::uint32_t index) {
        Id id;
        id.m_hash[0] = 0xdf;
        for (int byte = 0; byte < 4; ++byte)
            id.m_hash[static_cast<std::size_t>(28 + byte)] =
                static_cast<std::uint8_t>(index >> (24 - 8 * byte));
        return id;
    }
    /// The draft index when made by `ofDraft`: 27 zero bytes in a row are not a SHA-256 value.
    std::optional<std::uint32_t> draft() const {
        if (m_hash[0] != 0xdf
            || std::any_of(m_hash.begin() + 1, m_hash.begin() + 28, [](auto b) { return b != 0; }))
            return std::nullopt;
        std::uint32_t index = 0;
        for (std::size_t byte = 28; byte < 32; ++byte)
            index = (index << 8) | m_hash[byte];
        return index;
    }

    bool isNil() const { return m_hash == Hash{}; }
    Hash const& hash() const { return m_hash; }
    ByteView bytes() const { return m_hash; }
    std::string hex() const { return toHex(m_hash); }

    friend auto operator<=>(Id const&, Id const&) = default;

  private:
    Hash m_hash{};
};

struct StreamTag;
struct CallTag;
struct AssignmentTag;
struct EventTag;
struct LogTag;
struct ConflictTag;

/// Leaf hash of an event.
using EventId = Id<EventTag>;
/// Leaf hash of the event that created the stream.
using StreamId = Id<StreamTag>;
/// An incident and a unit are streams: the same id, another name where it helps to read.
using IncidentId = StreamId;
using UnitId = StreamId;
using CallId = Id<CallTag>;
using AssignmentId = Id<AssignmentTag>;
/// SHA-256(realm, desk key, incarnation nonce, lane).
using LogId = Id<LogTag>;
/// hash(rule, sorted leaves) of the facts that cannot both stand.
using ConflictId = Id<ConflictTag>;

} // namespace ob::core

template<class Tag>
struct std::hash<ob::core::Id<Tag>> {
    std::size_t operator()(ob::core::Id<Tag> const& id) const noexcept {
        std::size_t value;
        std::memcpy(&value, id.hash().data() + 1, sizeof value);
        return value;
    }
};
