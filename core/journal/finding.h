// SPDX-FileCopyrightText: 2026 OneBoard contributors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/id.h"

#include <cstdint>
#include <string_view>

namespace ob::core {

/// Which part of a journal does not verify.
enum class FindingPart : std::uint8_t {
    Event,
    Header,
    Section,
    Head,
    Certificate,
    Realm,
    // of an evidence bundle only
    Archive,     ///< the file that holds the others, and which others there are
    Manifest,    ///< what the bundle says of itself
    Page,        ///< the page for people
    Cosignature, ///< of another agency on a head
    Statement,   ///< revocation, settlement or fork proof
};

enum class FindingReason : std::uint8_t {
    // event
    Gap,             ///< no leaf with this index, though there are later ones
    Repeated,        ///< a second leaf with this index
    Uncovered,       ///< no signed head covers the leaves from this index on
    Truncated,       ///< a signed head covers leaves from this index on, and they are not here
    OwnEventMissing, ///< only a hash is left of an event that this desk wrote
    StubNotEmpty,    ///< held as a hash only, yet with sections or a stream beside it
    NotAligned,      ///< a run of hashes that does not fit its place
    OpeningMissing,  ///< the first event is not held, or is not that of a log
    OpeningDiffers,  ///< the first event names another certificate, nonce, lane or an impossible predecessor
    OpenedTwice,     ///< the event that opens a log, in the middle of it
    // header
    WrongLeaf,          ///< does not hash to the leaf
    Malformed,          ///< not a header, section or head (whichever part it is about)
    UnsupportedVersion, ///< of a version that is not known here
    WrongRealm,         ///< of another realm
    WrongLog,           ///< of another log
    WrongSequence,      ///< of another place in the log
    WrongStream,        ///< what is stored beside the header is not what the header says
    ClockWentBack,      ///< stamp not above that of the event before
    // section
    WrongCommitment,   ///< not what the header commits to
    OpenMissing,       ///< the open section is not held
    RestrictedMissing, ///< of our own agency, within our clearance, not held and not forgotten
    // head
    NotSigned,    ///< no valid signature of the desk's key
    HeadDiffers,  ///< what is stored beside the signed note is not what the note says
    WrongRoot,    ///< the leaves held do not have the root that was signed
    NotAscending, ///< heads out of order
    // certificate, realm
    NotCertified, ///< the chain realm → agency → desk does not hold
    WrongDesk,    ///< key or agency of the log are not those of the certificate
    WrongLogId,   ///< the id is not made of realm, desk key, nonce and lane
    NotARealm,    ///< the realm file is not signed by its root, or breaks its rules
    // evidence bundle
    NotIncluded,   ///< the proof does not lead from the event to the head
    NotConsistent, ///< the proof does not lead from the cosigned head to the head
    NotNamed,      ///< an event of a stream, a section or a file that the manifest does not name
    Missing,       ///< named, and not there
    Differs,       ///< not what the manifest says, or what follows from the rest of the bundle
    ParentMissing, ///< follows an event that is neither in the bundle nor named as absent
    NotInOrder,    ///< not in the order that a bundle has
    NotValid,      ///< a statement that nobody may make who signed it, or that is not signed
    TooTangled,    ///< a stream with more branches than are unfolded for a file from anywhere
    OtherRealm,    ///< not the realm that is known from elsewhere
};

/// One thing that is wrong, and where. `index`: of the event in its log; for a head, its size.
struct Finding {
    LogId log; ///< nil for what is not of one log
    std::uint64_t index = 0;
    FindingPart part{};
    FindingReason reason{};
    friend auto operator<=>(Finding const&, Finding const&) = default;
};

/// Stable names, lower camel case, for reports.
std::string_view nameOf(FindingPart part);
std::string_view nameOf(FindingReason reason);

} // namespace ob::core
