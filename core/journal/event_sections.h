// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/event_body.h"
#include "core/journal/event_codec.h"
#include "core/restricted_parts.h"

#include <memory>
#include <optional>

namespace ob::core {

// Sections between bytes and meaning; what surrounds them is in event_codec.cpp.

/// Whether this version knows the kind.
bool isKnownKind(std::uint16_t kind);
std::uint16_t kindOf(Fact const& fact);

struct PlainSection {
    SectionClass sectionClass{};
    Bytes bytes;
};
/// The open section first, then the restricted ones by class.
std::vector<PlainSection> encodeSections(EventBody const& body, RestrictedParts const& restricted,
                                         SaltSource const& salt);

/// SHA-256(0x02 || bytes).
Hash sectionHash(ByteView bytes);
/// Whether stream, its kind and `creates`, as they are stored beside the header, are what the header says.
bool isFiledAs(EncodedEvent const& encoded, EventHeader const& header);

/// A section taken apart. The body is deterministic CBOR: a map that may mean nothing to us.
struct SectionView {
    SectionClass sectionClass{};
    std::vector<AgencyIndex> audience; ///< empty = every member that the class admits
    ByteView body;
};
/// Nothing when it has not the shape of a section.
std::optional<SectionView> viewSection(ByteView bytes);

/// What a joint or own section names; nothing when it is not understood.
std::vector<Attachment> attachmentsIn(EncodedSection const& section);

/// Null when the kind is not known or a known field of it does not make sense.
std::shared_ptr<EventBody const> readOpenBody(std::uint16_t kind, ByteView body);
/// Adds what the section says. What is not understood stays absent, as if withheld: a verdict never depends
/// on a restricted section (R5), so it must not make the event inert on the desks that hold it.
void readRestrictedBody(SectionView const& section, RestrictedParts& parts);

} // namespace ob::core
