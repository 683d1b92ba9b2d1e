// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"
#include "core/journal/encoded.h"
#include "core/restricted_parts.h"

#include <tl/expected.hpp>

#include <functional>
#include <string_view>

namespace ob::core {

/// Why bytes are not an event that may be kept. WrongLeaf and WrongCommitment are transport rubbish: whoever
/// sent them is to blame. The others are only said of bytes that match: they are their author's doing, and
/// the leaf may be kept as a stub so that the log goes on.
enum class EventFault : std::uint8_t {
    NotCanonical,       ///< not deterministic CBOR, or not of the shape of a header or section
    TooLarge,           ///< over a limit
    WrongLeaf,          ///< header does not hash to the leaf, or is not of the place that it is said to have
    WrongCommitment,    ///< section does not hash to its commitment, or stands in another's place
    UnsupportedVersion, ///< envelope version that is not known
};
std::string_view nameOf(EventFault fault);

constexpr std::size_t maxHeaderBytes = 8 * 1024;
constexpr std::size_t maxSectionBytes = 64 * 1024;

/// 16 random bytes a section: supplied by the caller, so that encoding is a pure function.
using Salt = std::array<std::uint8_t, 16>;
using SaltSource = std::function<Salt()>;

/// Where the event stands: everything of the header that the body does not say.
struct EventPlace {
    RealmId realm{};
    LogId log;
    std::uint64_t sequence = 0;
    Hlc hlc;
    StreamId stream; ///< nil: creates
    std::vector<EventId> parents;
};

/// Deterministic bytes of header and sections with their commitments and leaf hash. Draft ids in the body
/// must be resolved before; parents are sorted and at most maxParents, and there are none exactly when the
/// event creates its stream. Sections: the open one, then the restricted ones by class.
EncodedEvent encodeEvent(EventPlace const& place, EventBody const& body, RestrictedParts const& restricted,
                         SaltSource const& salt);

/// Replaces every `Id::ofDraft(n)` in the body (and in its lists) by `resolve(n)`.
void resolveDraftIds(EventBody& body, std::function<Hash(std::uint32_t)> const& resolve);

/// Checks leaf, commitments and canonical form and decodes what is understood. Bytes that match and cannot be
/// understood give an Event with `isUnderstood() == false`: stored, relayed, without effect.
tl::expected<Event, EventFault> decodeEvent(EncodedEvent const& encoded, AgencyIndex author,
                                            Admission admission = Admission::Admissible);

/// The rest of `decodeEvent`, for whoever made leaf and commitments of this header from these very bytes:
/// nothing is hashed or read twice. The header must be sound.
tl::expected<Event, EventFault> decodeMade(EncodedEvent const& encoded, EventHeader header,
                                           AgencyIndex author, Admission admission = Admission::Admissible);
/// Its parts fit each other, as `decodeHeader` wants of every header.
bool isSound(EventHeader const& header);

/// The kind of stream that an event of this kind creates; nothing when it creates none.
std::optional<StreamKind> streamCreatedBy(std::uint16_t kind);
/// Header fields only: for storing and relaying.
tl::expected<EventHeader, EventFault> decodeHeader(ByteView header);

} // namespace ob::core
